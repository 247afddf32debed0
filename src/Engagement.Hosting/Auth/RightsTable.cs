using System.Collections.Frozen;
using System.Text.Json;
using static Engagement.Hosting.Auth.Reach;
using static Engagement.Hosting.Auth.Right;

namespace Engagement.Hosting.Auth;

/// <summary>
/// Who may do what: the one table that API, hub, command line and staff app go by. What is not in it is not allowed.
/// For <see cref="StaffRole.Integrator"/> it is the most that a key can be given; each key has only its scopes.
/// </summary>
public static class RightsTable
{
    // The columns: care staff, store manager, headquarters, integrator, system administrator.
    private static readonly FrozenDictionary<Right, Reach[]> Rows = new Dictionary<Right, Reach[]>
    {
        [SeeChain] = [OwnChain, OwnChain, OwnChain, OwnChain, Everywhere],
        [SeePolicy] = [OwnStores, OwnStores, OwnChain, OwnChain, Everywhere],
        [SeeBoard] = [OwnStores, OwnStores, OwnChain, OwnChain, Everywhere],
        [SeeFigures] = [OwnStores, OwnStores, OwnChain, OwnChain, Everywhere],
        [SeeValue] = [Nowhere, OwnStores, OwnChain, OwnChain, Everywhere],
        [SeeMembers] = [OwnStores, OwnStores, OwnChain, OwnChain, Everywhere],
        [SeePersonalData] = [OwnStores, OwnStores, OwnChain, OwnChain, Everywhere],
        [SeePersonalDataInLists] = [Nowhere, OwnStores, OwnChain, OwnChain, Everywhere],
        [ChangeProfile] = [OwnStores, OwnStores, OwnChain, OwnChain, Everywhere],
        [ExportMember] = [Nowhere, OwnStores, OwnChain, Nowhere, Everywhere],
        [EraseMember] = [Nowhere, Nowhere, OwnChain, OwnChain, Everywhere],
        [RecordActs] = [OwnStores, OwnStores, OwnChain, OwnChain, Everywhere],
        [GrantPrivileges] = [Nowhere, OwnStores, OwnChain, OwnChain, Everywhere],
        [SeeTasks] = [OwnStores, OwnStores, OwnChain, OwnChain, Everywhere],
        [WorkOnTasks] = [OwnStores, OwnStores, OwnChain, OwnChain, Everywhere],
        [AssignTasks] = [Nowhere, OwnStores, OwnChain, OwnChain, Everywhere],
        [ActForOthers] = [Nowhere, Nowhere, Nowhere, OwnChain, Everywhere],
        [ReadFeed] = [Nowhere, Nowhere, OwnChain, OwnChain, Everywhere],
        [ReportMessages] = [Nowhere, Nowhere, OwnChain, OwnChain, Everywhere],
        [ChangePolicy] = [Nowhere, Nowhere, OwnChain, Nowhere, Everywhere],
        [ChangeStorePolicy] = [Nowhere, OwnStores, OwnChain, Nowhere, Everywhere],
        [SeeCampaigns] = [Nowhere, OwnChain, OwnChain, OwnChain, Everywhere],
        [RunCampaigns] = [Nowhere, Nowhere, OwnChain, OwnChain, Everywhere],
        [ChangeStores] = [Nowhere, Nowhere, OwnChain, OwnChain, Everywhere],
        [OpenChains] = [Nowhere, Nowhere, Nowhere, Nowhere, Everywhere],
        [ConnectOthers] = [Nowhere, Nowhere, OwnChain, Nowhere, Everywhere],
        [ManageStaff] = [Nowhere, OwnStores, OwnChain, Nowhere, Everywhere],
        [ManageAdministrators] = [Nowhere, Nowhere, Nowhere, Nowhere, Everywhere],
        [ManageKeys] = [Nowhere, Nowhere, OwnChain, Nowhere, Everywhere],
        [SeeAudit] = [Nowhere, Nowhere, OwnChain, Nowhere, Everywhere],
        [RunNightlyWork] = [Nowhere, Nowhere, OwnChain, Nowhere, Everywhere],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Right> ByName =
        Enum.GetValues<Right>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>How far a right reaches for a role.</summary>
    public static Reach Of(StaffRole role, Right right) => Rows.TryGetValue(right, out var row) ? row[(int)role] : Nowhere;

    /// <summary>The name on the wire, such as <c>see_members</c>.</summary>
    public static string NameOf(Right right) => JsonNamingPolicy.SnakeCaseLower.ConvertName(right.ToString());

    /// <summary>Null if there is no such right.</summary>
    public static Right? Find(string? name) => name is not null && ByName.TryGetValue(name, out var right) ? right : null;
}
