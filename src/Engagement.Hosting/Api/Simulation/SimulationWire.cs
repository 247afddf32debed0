using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Engagement.Hosting.Simulation;

namespace Engagement.Hosting.Api.Simulation;

/// <summary>What is to be simulated.</summary>
/// <param name="Policy">The draft of the chain's policy, whole; missing for the present one.</param>
/// <param name="Overrides">By store, what it would do differently in place of what it does; stores that are not named stay as they are.</param>
/// <param name="From">The first UTC day to report; 29 days before the last when missing.</param>
/// <param name="To">The last UTC day to report; today when missing. Members live up to its end, or to now.</param>
/// <param name="Stores">Only members at home in one of these; all when missing.</param>
/// <param name="Baseline">What to compare with: actual (what really happened, the default) or present (a replay under the present policy).</param>
public sealed record SimulationToRun(
    JsonNode? Policy = null,
    IReadOnlyDictionary<string, JsonNode?>? Overrides = null,
    DateOnly? From = null,
    DateOnly? To = null,
    IReadOnlyList<string>? Stores = null,
    string? Baseline = null);

/// <summary>A simulation, under way or over.</summary>
/// <param name="State">running, done, cancelled or failed.</param>
/// <param name="Progress">How many events have been replayed, of how many.</param>
/// <param name="Report">What it came to, once it is done.</param>
public sealed record SimulationView(
    string Id,
    string State,
    DateTimeOffset StartedAt,
    SimulationProgress Progress,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SimulationReportView? Report)
{
    internal static SimulationView Of(SimulationRun run)
    {
        // In this order: what is said to be done has its report.
        var state = run.State;
        var (done, of) = run.Progress;
        return new(
            run.Id,
            state.ToString().ToLowerInvariant(),
            run.StartedAt.ToDateTimeOffset(),
            new(done, of),
            state == SimulationState.Done && run.Report is { } report ? SimulationReportView.Of(run.Plan, report) : null);
    }
}

/// <summary>How far a simulation has come, in events.</summary>
public sealed record SimulationProgress(long Done, long Of);

/// <summary>
/// What would have happened, against what did. Counts go by names such as stages.new (members at the end of the day), movements.new.effective,
/// points.granted, messages.dormancy.sent and tasks.recall_call; what is missing is 0.
/// </summary>
/// <param name="Baseline">actual or present.</param>
/// <param name="Position">The chain's position it was made at.</param>
/// <param name="Refused">Acts that were taken and would have been refused.</param>
/// <param name="NoLongerApply">Things staff did that would have had nothing to be done to.</param>
/// <param name="Totals">All days together; stages at the end of the last.</param>
/// <param name="Differing">Members who end up elsewhere.</param>
public sealed record SimulationReportView(
    string Baseline,
    DateOnly From,
    DateOnly To,
    DateTimeOffset AsOf,
    long Position,
    long Events,
    long Members,
    long Refused,
    long NoLongerApply,
    SimulatedFigures Totals,
    DifferingView Differing,
    IReadOnlyList<SimulatedDayView> Days)
{
    internal static SimulationReportView Of(SimulationPlan plan, SimulationReport report) => new(
        plan.Present is null ? "actual" : "present",
        plan.From,
        plan.To,
        plan.End.ToDateTimeOffset(),
        report.Position,
        report.Events,
        report.Members,
        report.Refused,
        report.NoLongerApply,
        SimulatedFigures.Of(report.DraftTotals, report.BaselineTotals),
        DifferingView.Of(report.Differing),
        [.. report.Days.Select(day => new SimulatedDayView(day.Day, SimulatedFigures.Of(day.Draft, day.Baseline)))]);
}

/// <summary>One UTC day.</summary>
public sealed record SimulatedDayView(DateOnly Day, SimulatedFigures Figures);

/// <summary>Counts by name in both worlds.</summary>
/// <param name="Difference">Draft less baseline, where that is not 0.</param>
public sealed record SimulatedFigures(
    IReadOnlyDictionary<string, long> Draft, IReadOnlyDictionary<string, long> Baseline, IReadOnlyDictionary<string, long> Difference)
{
    internal static SimulatedFigures Of(Figures draft, Figures baseline)
    {
        var difference = new Figures();
        difference.Add(draft);
        foreach (var (measure, amount) in baseline.Counts)
            difference.Add(measure, -amount);
        return new(Named(draft), Named(baseline), Named(difference));
    }

    private static SortedDictionary<string, long> Named(Figures figures)
    {
        var named = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (measure, amount) in figures.Counts)
            named[measure.ToString()] = amount;
        return named;
    }
}

/// <summary>Members who end up elsewhere.</summary>
/// <param name="Members">How many differ in anything.</param>
/// <param name="Stage">How many in their stage.</param>
/// <param name="Tier">How many in their tier.</param>
/// <param name="Points">How many in their balance of points.</param>
/// <param name="Examples">The first 50.</param>
public sealed record DifferingView(long Members, long Stage, long Tier, long Points, IReadOnlyList<DifferingMemberView> Examples)
{
    internal static DifferingView Of(Differing differing) => new(differing.Members, differing.Stage, differing.Tier, differing.Points,
    [
        .. differing.Examples.Select(example => new DifferingMemberView(
            example.Id.Value, StandingView.Of(example.Draft), StandingView.Of(example.Baseline))),
    ]);
}

/// <summary>Where a member ends up in both worlds.</summary>
public sealed record DifferingMemberView(string Member, StandingView Draft, StandingView Baseline);

/// <summary>Where a member stands in the end.</summary>
/// <param name="Stage">Null where she was not heard of by then.</param>
/// <param name="Tier">Null for none.</param>
public sealed record StandingView(string? Stage, string? Tier, long Points)
{
    internal static StandingView Of(Standing standing) => new(standing.Stage, standing.Tier, standing.Points);
}
