using Engagement.Domain.Stages;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tests.Recounts;

/// <summary>The stage table of docs/domain §4 read aloud: every window is counted, nothing is clever.</summary>
internal sealed class NaiveLifecycle(StagePolicy policy, IReadOnlyCollection<Instant> acts)
{
    public Stage StageAt(Instant at)
    {
        if (acts.Count == 0)
            return Stage.Potential;
        var silent = at - acts.Max();
        if (silent >= TimeSpan.FromDays(policy.LostAfterDays))
            return Stage.Lost;
        if (silent >= TimeSpan.FromDays(policy.DormantAfterDays))
            return Stage.Dormant;
        if (Within(policy.Loyal.WithinDays, at) >= policy.Loyal.Visits)
            return Stage.Loyal;
        if (Within(policy.Active.WithinDays, at) >= policy.Active.Visits)
            return Stage.Active;
        return Within(policy.Effective.WithinDays, at) >= policy.Effective.Visits ? Stage.Effective : Stage.New;
    }

    public AttentionFlags FlagsAt(Instant at)
    {
        var stage = StageAt(at);
        var flags = AttentionFlags.None;
        if (stage == Stage.New && at - acts.Max() > TimeSpan.FromDays(policy.SecondVisitOverdueAfterDays))
            flags |= AttentionFlags.SecondVisitOverdue;
        var foreseen = at + TimeSpan.FromDays(policy.SlippingWithinDays);
        if (Turns().Any(turn => turn > at && turn <= foreseen && StageAt(turn) < stage))
            flags |= AttentionFlags.Slipping;
        return flags;
    }

    /// <summary>Every instant at which a window can let go of an act: nothing falls at any other.</summary>
    public IEnumerable<Instant> Turns() =>
        from act in acts
        from days in new[]
        {
            policy.LostAfterDays, policy.DormantAfterDays,
            policy.Loyal.WithinDays, policy.Active.WithinDays, policy.Effective.WithinDays,
        }
        select act + TimeSpan.FromDays(days);

    private int Within(int days, Instant at) => acts.Count(act => act > at - TimeSpan.FromDays(days) && act <= at);
}
