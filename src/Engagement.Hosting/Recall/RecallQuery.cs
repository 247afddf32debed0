using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Tallies;

namespace Engagement.Hosting.Recall;

/// <summary>Reads what a chain's playbooks and campaigns do and bring, from what is tallied with each commit.</summary>
public sealed class RecallQuery(ITallies tallies, ChainCatalogue chains, NodeClock clock)
{
    private static readonly string[] Prefixes = [TallySubjects.Playbook, TallySubjects.Campaign, TallySubjects.HeldOut];

    /// <summary>The figures of the days asked for, and where members stand now. The chain must exist.</summary>
    public async ValueTask<RecallFigures> ReadAsync(
        ChainId chain, StoreId? store, DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        var rules = (await chains.RulesAsync(chain, cancellation).ConfigureAwait(false)).For(store);
        var counted = await tallies.TalliesAsync(chain, new(Prefixes, store, from, to), cancellation).ConfigureAwait(false);
        // Where members stand now belongs to no day.
        var standing = from is null && to is null
            ? counted
            : await tallies.TalliesAsync(chain, new(Prefixes, store), cancellation).ConfigureAwait(false);
        var sums = counted.Where(tally => !IsStep(tally)).Concat(standing.Where(IsStep))
            .GroupBy(tally => tally.Subject, StringComparer.Ordinal)
            .ToDictionary(
                subject => subject.Key,
                subject => subject.ToDictionary(tally => tally.Measure, tally => tally.Amount, StringComparer.Ordinal),
                StringComparer.Ordinal);
        var names = sums.Keys.Select(NameOf).Concat(rules.Policy.Recall.Playbooks.Keys).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).ToList();
        return new(
            chain.Value,
            store?.Value,
            from,
            to,
            clock.Now.ToDateTimeOffset(),
            [.. names.Where(name => !IsCampaign(name)).Select(name => OfPlaybook(rules, name, sums))],
            [.. names.Where(IsCampaign).Select(name => Of(name[TallySubjects.Campaign.Length..], TallyMeasures.Reached, new(name, sums)))]);
    }

    private static bool IsStep(Tally tally) => tally.Measure.StartsWith(TallyMeasures.Step, StringComparison.Ordinal);

    private static bool IsCampaign(string name) => name.StartsWith(TallySubjects.Campaign, StringComparison.Ordinal);

    // A playbook by its name, a campaign by its name after its prefix.
    private static string NameOf(string subject)
    {
        var name = subject.StartsWith(TallySubjects.HeldOut, StringComparison.Ordinal) ? subject[TallySubjects.HeldOut.Length..] : subject;
        return name.StartsWith(TallySubjects.Playbook, StringComparison.Ordinal) ? name[TallySubjects.Playbook.Length..] : name;
    }

    private static PlaybookFigures OfPlaybook(Rules rules, string name, Dictionary<string, Dictionary<string, decimal>> sums)
    {
        var playbook = rules.Policy.Recall.Playbooks.GetValueOrDefault(name);
        var arms = new Arms(name, sums);
        var (steps, heldOut) = (Steps(arms.Treated), Steps(arms.HeldOut).Sum(step => step.Members));
        var brought = Of(name, TallyMeasures.Entered, arms);
        return new(
            name,
            playbook?.Enabled == true,
            playbook?.Priority,
            steps.Sum(step => step.Members) + heldOut,
            heldOut,
            steps,
            brought.Entered,
            arms.Sum(TallyMeasures.Left),
            brought.Sent,
            brought.Moved,
            brought.Cancelled,
            brought.Delivered,
            brought.Failed,
            arms.Sum(TallyMeasures.Tasks),
            brought.Returned,
            brought.Revenue,
            brought.Treated,
            brought.HeldOut,
            brought.Uplift);
    }

    private static CampaignFigures Of(string name, string entrance, Arms arms)
    {
        var (treated, heldOut) = (ArmOf(arms.Treated, entrance), ArmOf(arms.HeldOut, entrance));
        return new(
            name,
            arms.Sum(entrance),
            arms.Sum(TallyMeasures.Sent),
            arms.Sum(TallyMeasures.Moved),
            arms.Sum(TallyMeasures.Cancelled),
            arms.Sum(TallyMeasures.Delivered),
            arms.Sum(TallyMeasures.Failed),
            arms.Sum(TallyMeasures.Returned),
            arms.Money(TallyMeasures.Revenue),
            ArmFigures.Of(treated),
            ArmFigures.Of(heldOut),
            UpliftFigures.Of(treated, heldOut));
    }

    private static Arm ArmOf(Dictionary<string, decimal> sums, string entrance) => new(
        (long)sums.GetValueOrDefault(entrance),
        (long)sums.GetValueOrDefault(TallyMeasures.CohortReturned),
        sums.GetValueOrDefault(TallyMeasures.CohortRevenue) / TallyMeasures.MoneyScale,
        sums.GetValueOrDefault(TallyMeasures.CohortSquares));

    private static List<StepFigures> Steps(Dictionary<string, decimal> sums) =>
    [
        .. sums.Where(sum => sum.Key.StartsWith(TallyMeasures.Step, StringComparison.Ordinal))
            .Select(sum => new StepFigures(
                int.Parse(sum.Key.AsSpan(TallyMeasures.Step.Length), CultureInfo.InvariantCulture), (long)sum.Value))
            .OrderBy(step => step.Taken),
    ];

    /// <summary>The sums of those who are treated and of those who are left alone.</summary>
    private sealed class Arms(string name, Dictionary<string, Dictionary<string, decimal>> sums)
    {
        private static readonly Dictionary<string, decimal> Nothing = [];

        public Dictionary<string, decimal> Treated { get; } = sums.GetValueOrDefault(TallySubjects.Of(name), Nothing);

        public Dictionary<string, decimal> HeldOut { get; } = sums.GetValueOrDefault(TallySubjects.Of(name, isHeldOut: true), Nothing);

        public long Sum(string measure) => (long)(Treated.GetValueOrDefault(measure) + HeldOut.GetValueOrDefault(measure));

        public decimal Money(string measure) =>
            (Treated.GetValueOrDefault(measure) + HeldOut.GetValueOrDefault(measure)) / TallyMeasures.MoneyScale;
    }
}
