using System.Collections.Immutable;
using Engagement.Domain.Care;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using static Engagement.Journal.Tallies.TallyMeasures;

namespace Engagement.Journal.Tallies;

/// <summary>
/// Counts what events mean for playbooks and campaigns: who enters, where members stand, who comes back and with what revenue.
/// </summary>
internal sealed class RecallCount(RecallState found)
{
    /// <summary>What a run has paid beyond this says nothing more of how much runs differ, and its square would know no bound.</summary>
    private const decimal MostSquared = 1_000_000_000_000m;

    /// <summary>What a run has paid is counted up to this, which no member reaches.</summary>
    private const decimal MostCounted = 1_000_000_000_000_000_000m;

    // Only her playbooks: they are all that is asked of her.
    private Member _member = Member.Unknown with { Recall = found };

    public List<TallyMove> Moves { get; } = [];

    /// <summary>Adds what <paramref name="happened"/> means to what the events before it meant.</summary>
    public void Add(MemberEvent happened, StoreKey home)
    {
        var before = _member.Recall;
        _member = Evolution.Evolve(_member, happened);
        MoveAlong(before.Runs, _member.Recall.Runs, home);
        switch (happened)
        {
            case PlaybookEntered or CampaignReached:
                var begun = _member.Recall.Watched[^1];
                Add(home, happened.At.UtcDay, SubjectOf(begun), EntranceOf(begun), 1m);
                break;
            case PlaybookLeft left:
                var isHeldOut = before.Runs.Any(run => run.Number == left.Run && run.IsHeldOut);
                Add(home, left.At.UtcDay, TallySubjects.Of(left.Playbook, isHeldOut), Left, 1m);
                break;
            case StepWithheld withheld:
                Add(home, withheld.At.UtcDay, TallySubjects.Of(withheld.Playbook, isHeldOut: true), Withheld, 1m);
                break;
            case TaskOpened { Task: { Step: not null } task }:
                Add(home, happened.At.UtcDay, TallySubjects.Of(task.Source), TallyMeasures.Tasks, 1m);
                break;
            case MemberReturned returned:
                var run = new Watched(returned.Playbook, returned.Run, returned.At, returned.IsHeldOut);
                Pay(run, returned.Total - returned.Revenue, returned.Total, home);
                if (returned.IsFirst)
                    Return(run, home);
                break;
            case ReturnRefunded refunded:
                var paid = new Watched(refunded.Playbook, refunded.Run, refunded.At, refunded.IsHeldOut);
                Pay(paid, refunded.Total + refunded.Amount, refunded.Total, home);
                break;
            case HomeStoreSet:
                Settle(before, home);
                break;
        }
    }

    // Members stand in a playbook with so many steps taken.
    private void MoveAlong(ImmutableArray<Run> before, ImmutableArray<Run> after, StoreKey home)
    {
        if (before == after)
            return;
        foreach (var run in before)
        {
            if (!after.Any(later => later.Number == run.Number && later.Next == run.Next))
                Stand(run, -1, home);
        }

        foreach (var run in after)
        {
            if (!before.Any(earlier => earlier.Number == run.Number && earlier.Next == run.Next))
                Stand(run, 1, home);
        }
    }

    private void Pay(Watched run, decimal before, decimal after, StoreKey home)
    {
        var (subject, day) = (SubjectOf(run), BeginningOf(run));
        Add(home, run.Since.UtcDay, subject, Revenue, Scaled(after) - Scaled(before));
        Add(home, day, subject, CohortRevenue, Scaled(after) - Scaled(before));
        Add(home, day, subject, CohortSquares, Squared(after) - Squared(before));
    }

    private void Return(Watched run, StoreKey home)
    {
        var (subject, day) = (SubjectOf(run), run.Since.UtcDay);
        Add(home, day, subject, Returned, 1m);
        Add(home, BeginningOf(run), subject, CohortReturned, 1m);
        Moves.Add(new(home, day, null, Returned, 1m, Run: run.Run, At: run.Since));
    }

    // She has a home store now. Where she stands and what became of her latest runs goes with her, so that of the members of a
    // store no more come back than entered; what happened on a day stays where it was.
    private void Settle(RecallState state, StoreKey home)
    {
        foreach (var (place, sign) in ((StoreKey, int)[])[(new(null), -1), (home, 1)])
        {
            foreach (var run in state.Runs)
                Stand(run, sign, place);
            foreach (var run in state.Watched)
            {
                var (subject, day) = (SubjectOf(run), run.Since.UtcDay);
                Add(place, day, subject, EntranceOf(run), sign);
                Add(place, day, subject, CohortReturned, run.HasReturned ? sign : 0);
                Add(place, day, subject, CohortRevenue, sign * Scaled(run.Revenue));
                Add(place, day, subject, CohortSquares, sign * Squared(run.Revenue));
            }
        }
    }

    private void Stand(Run run, int sign, StoreKey home) =>
        Add(home, TallyMove.AllDays, TallySubjects.Of(run.Playbook, run.IsHeldOut), OfStep(run.Next), sign);

    private void Add(StoreKey home, long day, string subject, string measure, decimal amount)
    {
        if (amount != 0m)
            Moves.Add(new(home, day, subject, measure, amount));
    }

    // An event of a run happens while the run is watched, so that it is known when it began.
    private long BeginningOf(Watched run) =>
        (_member.Recall.Watched.FirstOrDefault(known => known.Run == run.Run) ?? run).Since.UtcDay;

    private static string SubjectOf(Watched run) => TallySubjects.Of(run.Playbook, run.IsHeldOut);

    private static string EntranceOf(Watched run) =>
        run.Playbook.StartsWith(TallySubjects.Campaign, StringComparison.Ordinal) ? TallyMeasures.Reached : Entered;

    private static decimal Scaled(decimal money) => Math.Round(Math.Clamp(money, 0m, MostCounted) * MoneyScale);

    private static decimal Squared(decimal money)
    {
        var whole = Math.Round(Math.Clamp(money, 0m, MostSquared));
        return whole * whole;
    }
}
