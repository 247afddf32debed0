using Engagement.Domain.Identity;
using Engagement.Journal.Accounts;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>
/// Whose accounts somebody may make and change: a store manager those of the care staff of her own stores, a headquarters those of
/// its own chain, an administrator all. The rights table says how far; this says what that means for roles.
/// </summary>
internal static class StaffReach
{
    /// <summary>Whether an account of this kind lies within the caller's reach.</summary>
    /// <param name="chain">Null for administrators.</param>
    public static bool Covers(Caller caller, StaffRole role, ChainId? chain, IReadOnlyCollection<StoreId> stores)
    {
        var reach = caller.ReachOf(Right.ManageStaff);
        if (chain is not { } place)
            return role == StaffRole.SystemAdministrator && reach == Reach.Everywhere;
        if (role is StaffRole.SystemAdministrator or StaffRole.Integrator || !caller.May(Right.ManageStaff, place))
            return false;
        return reach != Reach.OwnStores || (role == StaffRole.CareStaff && stores.Count > 0 && stores.All(caller.Stores.Contains));
    }

    public static bool Covers(Caller caller, Account account) =>
        StaffRoles.Find(account.Role) is { } role && Covers(caller, role, account.Chain, account.Stores);

    /// <summary>Who may do away with somebody's second step: not those who look after a store only.</summary>
    public static bool MayDropSecondSteps(Caller caller) => caller.ReachOf(Right.ManageStaff) is Reach.OwnChain or Reach.Everywhere;
}
