namespace Engagement.Hosting.Auth;

/// <summary>
/// What somebody may be allowed to do. Every call and every method of the hub needs one of these (docs/security.md);
/// <see cref="RightsTable"/> says who has which, and how far each reaches. On the wire they are written in snake_case, and a
/// key's scopes are of the same names.
/// </summary>
public enum Right
{
    /// <summary>The chain's name and its stores.</summary>
    SeeChain,

    /// <summary>The policy in force, its versions and who made them.</summary>
    SeePolicy,

    /// <summary>The board, live and of the past.</summary>
    SeeBoard,

    /// <summary>What playbooks, surveys and days brought, and how members come: recall monitor, NPS, digests, cohorts, visit hours, rates.</summary>
    SeeFigures,

    /// <summary>What members are worth and are owed: liability, groups, forecast, high-value acts, referral leaders.</summary>
    SeeValue,

    /// <summary>Members: lists, the 360 view, timeline, cards, points, messages. No name and no way to reach them is in it.</summary>
    SeeMembers,

    /// <summary>Who a member is and how she is reached, unmasked, one at a time.</summary>
    SeePersonalData,

    /// <summary>Names and phones unmasked in lists.</summary>
    SeePersonalDataInLists,

    /// <summary>Write who a member is and how she is reached.</summary>
    ChangeProfile,

    /// <summary>Everything that is known of a member, in one file.</summary>
    ExportMember,

    /// <summary>Have a member forgotten for ever, and see and change who must not be contacted.</summary>
    EraseMember,

    /// <summary>Tell what happened to members: visits, purchases, cards and the like.</summary>
    RecordActs,

    /// <summary>What costs the house: points by hand, tiers by invitation, money back from cards.</summary>
    GrantPrivileges,

    /// <summary>The care queue.</summary>
    SeeTasks,

    /// <summary>Claim, release, snooze and complete tasks, in one's own name.</summary>
    WorkOnTasks,

    /// <summary>Give tasks to others.</summary>
    AssignTasks,

    /// <summary>Act on tasks in somebody else's name: for programs that staff sit at.</summary>
    ActForOthers,

    /// <summary>All events of the chain, in order.</summary>
    ReadFeed,

    /// <summary>Say what became of messages.</summary>
    ReportMessages,

    /// <summary>The chain's policy: change it, restore it, try it out.</summary>
    ChangePolicy,

    /// <summary>What a store does otherwise than its chain.</summary>
    ChangeStorePolicy,

    /// <summary>Campaigns, segments and templates, and whom they would reach in figures.</summary>
    SeeCampaigns,

    /// <summary>Write, run and pause campaigns; write segments and list their members.</summary>
    RunCampaigns,

    /// <summary>Open and change stores.</summary>
    ChangeStores,

    /// <summary>Open and rename chains.</summary>
    OpenChains,

    /// <summary>Webhooks and gateways: where the chain's events and messages go.</summary>
    ConnectOthers,

    /// <summary>Invite, change and lock staff accounts.</summary>
    ManageStaff,

    /// <summary>Invite and lock those who run the system.</summary>
    ManageAdministrators,

    /// <summary>Make, rotate and end keys.</summary>
    ManageKeys,

    /// <summary>Who saw and changed what.</summary>
    SeeAudit,

    /// <summary>Have a night's work done now.</summary>
    RunNightlyWork,
}

/// <summary>How far a right reaches.</summary>
public enum Reach
{
    Nowhere,

    /// <summary>The stores one belongs to, and the members at home there.</summary>
    OwnStores,

    /// <summary>All of one's chain.</summary>
    OwnChain,

    Everywhere,
}

/// <summary>Who somebody is to the house (docs/domain §2).</summary>
public enum StaffRole
{
    /// <summary>Member care of a store: its queue, its members.</summary>
    CareStaff,

    StoreManager,

    /// <summary>The chain's headquarters.</summary>
    ChainHeadquarters,

    /// <summary>A program of the chain's or of a partner's, known by a key.</summary>
    Integrator,

    /// <summary>Whoever runs the system, for all chains on it.</summary>
    SystemAdministrator,
}
