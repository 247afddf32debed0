using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Simulation;

/// <summary>What is to be simulated.</summary>
/// <param name="Draft">The rules to live by.</param>
/// <param name="Present">The rules to compare with, replayed alike; null to compare with what really happened.</param>
/// <param name="From">The first UTC day that is reported.</param>
/// <param name="To">The last.</param>
/// <param name="End">Up to when members live: the end of the last day, or now.</param>
/// <param name="Stores">Only members at home in one of these; empty for all.</param>
internal sealed record SimulationPlan(
    ChainId Chain, ChainRules Draft, ChainRules? Present, DateOnly From, DateOnly To, Instant End, IReadOnlySet<StoreId> Stores);

/// <summary>What a simulation came to.</summary>
/// <param name="Position">Up to which position there was history.</param>
/// <param name="Refused">Acts that were taken and would have been refused.</param>
/// <param name="NoLongerApply">Things staff did that would have had nothing to be done to.</param>
internal sealed record SimulationReport(
    long Position,
    long Events,
    long Members,
    long Refused,
    long NoLongerApply,
    IReadOnlyList<SimulatedDay> Days,
    Figures DraftTotals,
    Figures BaselineTotals,
    Differing Differing);

/// <summary>One UTC day in both worlds.</summary>
internal sealed record SimulatedDay(DateOnly Day, Figures Draft, Figures Baseline);

/// <summary>Members who end up elsewhere, and the first of them.</summary>
internal sealed record Differing(long Members, long Stage, long Tier, long Points, IReadOnlyList<DifferingMember> Examples);

/// <summary>Where a member ends up in both worlds.</summary>
internal sealed record DifferingMember(MemberId Id, Standing Draft, Standing Baseline);

/// <summary>Where a member stands in the end.</summary>
internal readonly record struct Standing(string? Stage, string? Tier, long Points);
