using Engagement.Domain.Simulation;
using Engagement.Journal.Histories;

namespace Engagement.Hosting.Simulation;

/// <summary>
/// Replays a chain's history under a draft (docs/domain, what-if; docs/adr/0021). Workers take portions of members side by side: each reads
/// a portion, lets its members live again and counts; nobody waits for another, and no more is in memory than a portion each.
/// </summary>
internal sealed class Simulator(IHistories histories)
{
    /// <summary>So many rows of members a portion: some thousands of events, read in a few milliseconds.</summary>
    private const int Portion = 128;

    private const int MostExamples = 50;

    /// <summary>Nothing that these say is needed: they follow, and nobody counts them. When they happened is.</summary>
    private static readonly HashSet<string> Unsaid = new(StringComparer.Ordinal)
    {
        "flag_raised.v1", "home_store_set.v1", "playbook_entered.v1", "playbook_left.v1", "playbook_paused.v1", "step_withheld.v1",
        "steps_passed_over.v1", "member_returned.v1", "return_refunded.v1", "task_escalated.v1", "task_expired.v1", "task_withdrawn.v1",
        "gift_pack_given.v1", "high_value_act.v1", "tier_kept.v1", "tier_at_risk.v1", "referral_claimed.v1", "card_expired.v1", "card_use_suspicious.v1",
    };

    /// <param name="progress">Is told how many events have been done, and of how many.</param>
    /// <returns>Null where there is no such chain.</returns>
    public async Task<SimulationReport?> RunAsync(SimulationPlan plan, Action<long, long> progress, CancellationToken cancellation)
    {
        if (await histories.ExtentAsync(plan.Chain, cancellation).ConfigureAwait(false) is not { } extent)
            return null;
        progress(0, extent.Head);
        var (next, done) = (extent.FirstMember, 0L);
        var workers = await Task.WhenAll(Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount)).Select(_ => Task.Run(WorkAsync, cancellation)))
            .ConfigureAwait(false);
        return Sum(plan, extent, workers);

        async Task<Worker> WorkAsync()
        {
            var worker = new Worker(plan);
            while (Interlocked.Add(ref next, Portion) - Portion is var first && first <= extent.LastMember)
            {
                cancellation.ThrowIfCancellationRequested();
                var members = await histories.ReadAsync(
                    plan.Chain, first, first + Portion - 1, extent.Head, plan.Stores, type => !Unsaid.Contains(type), cancellation).ConfigureAwait(false);
                foreach (var member in members)
                    worker.Live(first, member);
                progress(Interlocked.Add(ref done, members.Sum(member => (long)member.Events.Count)), extent.Head);
            }

            return worker;
        }
    }

    private static SimulationReport Sum(SimulationPlan plan, HistoryExtent extent, Worker[] workers)
    {
        var all = new Worker(plan);
        foreach (var worker in workers)
            all.Add(worker);
        var to = DayOf(plan.To);
        var (draft, draftTotals) = all.Draft.Days(to);
        var (baseline, baselineTotals) = all.Baseline.Days(to);
        return new(
            extent.Head,
            all.Events,
            all.Members,
            all.Refused,
            all.NoLongerApply,
            [.. draft.Select((figures, index) => new SimulatedDay(plan.From.AddDays(index), figures, baseline[index]))],
            draftTotals,
            baselineTotals,
            new(all.Differing, all.DifferingStage, all.DifferingTier, all.DifferingPoints, [.. all.Examples.OrderBy(example => example.Place).Take(MostExamples).Select(example => example.Member)]));
    }

    private static long DayOf(DateOnly day) => day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>What one worker has counted.</summary>
    private sealed class Worker(SimulationPlan plan)
    {
        private readonly List<Past> _past = [];

        public WorldTally Draft { get; } = new(DayOf(plan.From));

        public WorldTally Baseline { get; } = new(DayOf(plan.From));

        public List<(long Place, DifferingMember Member)> Examples { get; } = [];

        public long Events { get; private set; }

        public long Members { get; private set; }

        public long Refused { get; private set; }

        public long NoLongerApply { get; private set; }

        public long Differing { get; private set; }

        public long DifferingStage { get; private set; }

        public long DifferingTier { get; private set; }

        public long DifferingPoints { get; private set; }

        public void Live(long portion, MemberHistory member)
        {
            _past.Clear();
            foreach (var happened in member.Events)
                _past.Add(new(happened.At, happened.Data.IsEmpty ? null : happened.Happened));
            Events += _past.Count;
            Members++;
            var (draft, baseline) = (new MemberTally(Draft.Count), new MemberTally(Baseline.Count));
            var replayed = Replay.Of(plan.Draft, member.Id, member.Birthday, _past, plan.End, draft.Observe);
            Refused += replayed.Refused;
            NoLongerApply += replayed.NoLongerApply;
            if (plan.Present is { } present)
                Replay.Of(present, member.Id, member.Birthday, _past, plan.End, baseline.Observe);
            else
                Observe(baseline);
            Compare(portion, member, draft, baseline);
        }

        public void Add(Worker other)
        {
            Draft.Add(other.Draft);
            Baseline.Add(other.Baseline);
            Examples.AddRange(other.Examples);
            Events += other.Events;
            Members += other.Members;
            Refused += other.Refused;
            NoLongerApply += other.NoLongerApply;
            Differing += other.Differing;
            DifferingStage += other.DifferingStage;
            DifferingTier += other.DifferingTier;
            DifferingPoints += other.DifferingPoints;
        }

        private void Observe(MemberTally baseline)
        {
            foreach (var (at, happened) in _past)
            {
                if (happened is not null && at <= plan.End)
                    baseline.Observe(happened);
            }
        }

        // Portions are taken in order, so that the first that one worker finds are the first it could find.
        private void Compare(long portion, MemberHistory member, MemberTally draft, MemberTally baseline)
        {
            if (draft.Stage == baseline.Stage && draft.Tier == baseline.Tier && draft.Points == baseline.Points)
                return;
            Differing++;
            DifferingStage += draft.Stage == baseline.Stage ? 0 : 1;
            DifferingTier += draft.Tier == baseline.Tier ? 0 : 1;
            DifferingPoints += draft.Points == baseline.Points ? 0 : 1;
            if (Examples.Count < MostExamples)
                Examples.Add((portion * MostExamples + Examples.Count, new(member.Id, StandingOf(draft), StandingOf(baseline))));
        }

        private static Standing StandingOf(MemberTally tally) =>
            new(tally.Stage is { } stage ? MemberTally.Name(stage) : null, tally.Tier, tally.Points);
    }
}
