using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Value;

namespace Engagement.Hosting.Value;

/// <summary>
/// Works out a chain's forecast, its quintiles and every member's scores (docs/domain §5): each night, and whenever somebody asks.
/// </summary>
public sealed class NightlyValue(IMemberRoll roll, IValueFigures figures, ChainCatalogue chains, NodeClock clock) : IDisposable
{
    // A run keeps a processor busy; a second one at the same time would only take as long again.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Works everything out anew. What was there before holds until it is done.</summary>
    public async ValueTask<NightsWork> RunAsync(ChainId chain, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var now = clock.Now;
            var rules = await chains.RulesAsync(chain, cancellation).ConfigureAwait(false);
            var (grid, fit) = await LookAsync(chain, rules, now, cancellation).ConfigureAwait(false);
            await figures.SaveForecastAsync(chain, fit, cancellation).ConfigureAwait(false);
            chains.Learn(chain, fit);
            if (grid is not null)
                await figures.SaveGridAsync(chain, grid, cancellation).ConfigureAwait(false);
            await ScoreAsync(chain, rules, grid, fit.Parameters, now, cancellation).ConfigureAwait(false);
            return new(grid, fit);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The quintiles; worked out at once where there are none yet. Null where nobody has come.</summary>
    public async ValueTask<RfmGrid?> GridAsync(ChainId chain, CancellationToken cancellation) =>
        await figures.GridAsync(chain, cancellation).ConfigureAwait(false)
        ?? (await RunAsync(chain, cancellation).ConfigureAwait(false)).Grid;

    /// <summary>The forecast; worked out at once where there is none yet.</summary>
    public async ValueTask<ForecastFit> ForecastAsync(ChainId chain, CancellationToken cancellation) =>
        await figures.ForecastAsync(chain, cancellation).ConfigureAwait(false)
        ?? (await RunAsync(chain, cancellation).ConfigureAwait(false)).Fit;

    public void Dispose() => _turn.Dispose();

    private async ValueTask<(RfmGrid? Grid, ForecastFit Fit)> LookAsync(
        ChainId chain, ChainRules rules, Instant now, CancellationToken cancellation)
    {
        var history = new VisitHistory(now);
        var values = new List<Rfm>();
        await foreach (var page in roll.PagesAsync(chain, cancellation).ConfigureAwait(false))
        {
            foreach (var member in page)
            {
                var own = rules.For(member.State.Home);
                history.Add(own, member.State);
                values.Add(RfmOf(own, member.State, now));
            }
        }

        return (RfmGrid.Of(now, values), history.Fit(now));
    }

    private async ValueTask ScoreAsync(
        ChainId chain, ChainRules rules, RfmGrid? grid, ForecastParameters? parameters, Instant now, CancellationToken cancellation)
    {
        await foreach (var page in roll.PagesAsync(chain, cancellation).ConfigureAwait(false))
            await figures.SaveScoresAsync(chain, [.. page.Select(ScoreOf)], cancellation).ConfigureAwait(false);

        ScoredMember ScoreOf(MemberRecord member)
        {
            var own = rules.For(member.State.Home);
            var rfm = RfmOf(own, member.State, now);
            var highValue = member.State.Value.Marks.IsEmpty ? null : HighValueOutcome.Of(member.State, now).ToList();
            if (grid?.ScoresOf(rfm) is not { } scores || grid.GroupOf(rfm) is not { } group)
                return new(member.Row, null) { HighValue = highValue };
            var outlook = MemberOutlook.Of(parameters, own, member.State, now);
            return new(member.Row, new(scores, group, outlook?.Alive, outlook?.VisitsNextQuarter)) { HighValue = highValue };
        }
    }

    // Senders' clocks differ: what she did a moment ahead of ours has been done.
    private static Rfm RfmOf(Rules rules, Member member, Instant now) =>
        Rfm.At(rules.Policy.Value, member, Instant.Later(now, member.LivedThrough));
}

/// <summary>What a run worked out.</summary>
/// <param name="Grid">Null where nobody has come.</param>
public sealed record NightsWork(RfmGrid? Grid, ForecastFit Fit);
