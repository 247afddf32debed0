using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Domain.Stages;

/// <summary>What the rules of docs/domain §4 say of a history of counted acts at one instant.</summary>
public static class Lifecycle
{
    /// <summary>
    /// The stage at <paramref name="at"/>, which must not be earlier than any of <paramref name="acts"/>. "At least n acts
    /// within w" holds exactly while the n-th latest act is younger than w, so that no window needs counting.
    /// </summary>
    public static Stage StageAt(StagePolicy policy, CountedActs acts, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(acts);
        if (acts.Last is not { } last)
            return Stage.Potential;
        if (at >= last + TimeSpan.FromDays(policy.LostAfterDays))
            return Stage.Lost;
        if (at >= last + TimeSpan.FromDays(policy.DormantAfterDays))
            return Stage.Dormant;
        if (Holds(policy.Loyal, acts, at))
            return Stage.Loyal;
        if (Holds(policy.Active, acts, at))
            return Stage.Active;
        return Holds(policy.Effective, acts, at) ? Stage.Effective : Stage.New;
    }

    /// <summary>The instant at which a member in <paramref name="stage"/> falls out of it if nothing more happens; null if never.</summary>
    public static Instant? FallsAt(StagePolicy policy, CountedActs acts, Stage stage)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(acts);
        if (acts.Last is not { } last)
            return null;
        var dormant = last + TimeSpan.FromDays(policy.DormantAfterDays);
        return stage switch
        {
            Stage.Loyal => Earliest(policy.Loyal, acts, dormant),
            Stage.Active => Earliest(policy.Active, acts, dormant),
            Stage.Effective => Earliest(policy.Effective, acts, dormant),
            Stage.New => dormant,
            Stage.Dormant => last + TimeSpan.FromDays(policy.LostAfterDays),
            _ => null,
        };
    }

    /// <summary>The flags at <paramref name="at"/> of a member who is in <paramref name="stage"/> then.</summary>
    public static AttentionFlags FlagsAt(Rules rules, CountedActs acts, Stage stage, Instant at)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var flags = AttentionFlags.None;
        if (SecondVisitOverdueFrom(rules.Policy.Stages, acts, stage) is { } overdue && at >= overdue)
            flags |= AttentionFlags.SecondVisitOverdue;
        if (SlippingFrom(rules, acts, stage) is { } slipping && at >= slipping)
            flags |= AttentionFlags.Slipping;
        return flags;
    }

    /// <summary>From when on a member in <paramref name="stage"/> has a second visit overdue; null if it cannot be.</summary>
    public static Instant? SecondVisitOverdueFrom(StagePolicy policy, CountedActs acts, Stage stage)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(acts);
        return stage == Stage.New && acts.Last is { } last
            ? last + TimeSpan.FromDays(policy.SecondVisitOverdueAfterDays) + Instant.Resolution
            : null;
    }

    /// <summary>
    /// From when on a member in <paramref name="stage"/> is slipping; null if nothing is left to fall to, or she is expected to come
    /// before she falls.
    /// </summary>
    public static Instant? SlippingFrom(Rules rules, CountedActs acts, Stage stage)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var policy = rules.Policy.Stages;
        return FallsAt(policy, acts, stage) is { } fall
            ? SlippingForecast.From(rules, acts, fall - TimeSpan.FromDays(policy.SlippingWithinDays), fall)
            : null;
    }

    private static bool Holds(Rung rung, CountedActs acts, Instant at) =>
        acts.FromLatest(rung.Visits) is { } act && act.At + rung.Window > at;

    private static Instant Earliest(Rung rung, CountedActs acts, Instant dormant) =>
        acts.FromLatest(rung.Visits) is { } act ? Instant.Earlier(act.At + rung.Window, dormant) : dormant;
}
