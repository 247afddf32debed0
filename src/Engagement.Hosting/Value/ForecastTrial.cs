using System.Runtime.InteropServices;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal.Value;

namespace Engagement.Hosting.Value;

/// <summary>
/// Makes the forecast that would have been made at a past instant, and compares it with what came after: whether it can be trusted is
/// measured, not claimed. Nothing of it is stored.
/// </summary>
public sealed class ForecastTrial(IMemberRoll roll, ChainCatalogue chains, NodeClock clock)
{
    /// <param name="until">The last day compared; null for the last on which anybody came.</param>
    /// <returns>The forecast, and how it did; null for the latter where there is no forecast, or no day after it.</returns>
    public async ValueTask<(ForecastFit Fit, TrialOutcome? Outcome)> MakeAsync(
        ChainId chain, Instant at, DateOnly? until, CancellationToken cancellation)
    {
        var rules = await chains.RulesAsync(chain, cancellation).ConfigureAwait(false);
        var history = new VisitHistory(at);
        var came = new Dictionary<DateOnly, int>();
        await foreach (var page in roll.PagesAsync(chain, cancellation).ConfigureAwait(false))
        {
            foreach (var member in page)
            {
                var own = rules.For(member.State.Home);
                if (!history.Add(own, member.State))
                    continue;
                foreach (var day in VisitRhythm.DaysAfter(member.State.Acts, own.Zone, at))
                    CollectionsMarshal.GetValueRefOrAddDefault(came, day, out _)++;
            }
        }

        var fit = history.Fit(clock.Now);
        return (fit, fit.Parameters is { } parameters && came.Count > 0 ? Compare(parameters, history, came, at.LocalDate(rules.Chain.Zone), until) : null);
    }

    private static TrialOutcome? Compare(
        ForecastParameters parameters, VisitHistory history, Dictionary<DateOnly, int> came, DateOnly from, DateOnly? until)
    {
        var last = until ?? came.Keys.Max();
        var weeks = Forecast.Weeks(last.DayNumber - from.DayNumber);
        if (weeks <= 0)
            return null;
        var expected = history.Groups.Sum(group =>
            group.Value * Forecast.Visits(parameters, new(group.Key.Repeats, group.Key.LastDay, group.Key.Days, 0m, 0), weeks));
        return new(last, weeks, expected, came.Where(day => day.Key <= last).Sum(day => (long)day.Value));
    }
}

/// <summary>How a forecast did.</summary>
/// <param name="Until">The last day compared.</param>
/// <param name="Weeks">How long after the forecast that is.</param>
/// <param name="Expected">On how many days members were expected to come, all together.</param>
/// <param name="Actual">On how many they came. Who came for the first time after the forecast is in neither.</param>
public sealed record TrialOutcome(DateOnly Until, double Weeks, double Expected, long Actual);
