using Engagement.Domain.Purchases;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Domain.Care;

/// <summary>What is put down to somebody on the staff for what she did for one member (docs/domain/care.md, whose return it is).</summary>
/// <param name="HasReturned">The member came back.</param>
/// <param name="Revenue">What she paid then, less what was given back, in the chain's currency.</param>
/// <param name="Renewals">How many cards were renewed.</param>
/// <param name="RenewalRevenue">What was paid for that, in the chain's currency.</param>
public sealed record StaffCredit(bool HasReturned, decimal Revenue, int Renewals, decimal RenewalRevenue)
{
    /// <summary>For so long after a task was done, what the member does is put down to it.</summary>
    public static readonly TimeSpan Watch = Returns.Watch;

    /// <summary>Whether what comes after a task can have come of it: whoever was not reached came by herself.</summary>
    public static bool IsEarnedBy(string outcome) => outcome is not (Outcomes.NotReached or Outcomes.WrongNumber);

    /// <summary>
    /// What came of tasks that were done for a member at the instants <paramref name="done"/>, as far as it happened from
    /// <paramref name="from"/> up to but not including <paramref name="to"/>. Each act counts once, however many tasks came before it.
    /// </summary>
    /// <param name="acts">Her counted acts, those left out that were given back whole.</param>
    /// <param name="renewals">Her renewals.</param>
    public static StaffCredit Of(
        IReadOnlyCollection<Instant> done, IEnumerable<CountedAct> acts, IEnumerable<CardRenewal> renewals, Instant from, Instant to)
    {
        ArgumentNullException.ThrowIfNull(done);
        ArgumentNullException.ThrowIfNull(acts);
        ArgumentNullException.ThrowIfNull(renewals);
        var came = acts.Where(act => Follows(act.At)).ToList();
        var renewed = renewals.Where(renewal => Follows(renewal.At)).ToList();
        return new(came.Count > 0, came.Sum(act => act.Paid), renewed.Count, renewed.Sum(renewal => renewal.Paid));

        bool Follows(Instant at) => at >= from && at < to && done.Any(task => at > task && at <= task + Watch);
    }
}

/// <summary>A card was renewed, or another one issued to somebody who had had one.</summary>
/// <param name="Paid">What was paid for it, in the chain's currency.</param>
public readonly record struct CardRenewal(Instant At, decimal Paid);
