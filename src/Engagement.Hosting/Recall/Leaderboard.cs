namespace Engagement.Hosting.Recall;

/// <summary>What came of what staff did (docs/domain/care.md, whose return it is).</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Store">The store whose members it is about, where only one was asked for.</param>
/// <param name="From">The first UTC day that is counted.</param>
/// <param name="To">The last UTC day that is counted.</param>
/// <param name="AsOf">When this was read.</param>
/// <param name="Items">Who brought back and renewed most first, then by what was paid; how much somebody did moves nobody up.</param>
public sealed record Leaderboard(
    string Chain, string? Store, DateOnly From, DateOnly To, DateTimeOffset AsOf, IReadOnlyList<LeaderboardRow> Items);

/// <summary>What came of what one person did.</summary>
/// <param name="Staff">The id that her tasks know her by.</param>
/// <param name="Stores">The home stores of the members she did tasks for, in the order of their ids.</param>
/// <param name="Returned">Members who came on these days, within 30 days after a task that she had done for them.</param>
/// <param name="ReturnedRevenue">What they paid then, less what was given back, in the chain's currency.</param>
/// <param name="Renewals">Cards renewed on these days, within 30 days after a task that she had done for their members.</param>
/// <param name="RenewalRevenue">What was paid for that, in the chain's currency.</param>
/// <param name="Booked">Tasks that she did on these days and that ended in an appointment.</param>
/// <param name="Done">Tasks that she did on these days.</param>
public sealed record LeaderboardRow(
    string Staff,
    IReadOnlyList<string> Stores,
    long Returned,
    decimal ReturnedRevenue,
    long Renewals,
    decimal RenewalRevenue,
    long Booked,
    long Done);
