namespace Engagement.Hosting.Auth;

/// <summary>The names of roles on the wire and in stores.</summary>
public static class StaffRoles
{
    private static readonly string[] Names = ["care_staff", "store_manager", "chain_headquarters", "integrator", Access.SystemAdministrator];

    public static string NameOf(StaffRole role) => Names[(int)role];

    /// <summary>Null if there is no such role.</summary>
    public static StaffRole? Find(string? name) => Array.IndexOf(Names, name) is >= 0 and var index ? (StaffRole)index : null;

    /// <summary>Whether one of this role belongs to one or more stores of a chain, and sees no further.</summary>
    public static bool IsOfStores(StaffRole role) => role is StaffRole.CareStaff or StaffRole.StoreManager;
}
