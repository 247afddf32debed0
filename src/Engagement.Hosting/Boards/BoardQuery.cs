using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal;

namespace Engagement.Hosting.Boards;

/// <summary>Reads the board of the present or of any past instant.</summary>
public sealed class BoardQuery(IJournalQueries queries, ChainCatalogue chains, NodeClock clock)
{
    /// <summary>The board at <paramref name="at"/>; null means now. The chain must exist.</summary>
    public async ValueTask<Board> ReadAsync(ChainId chain, StoreId? store, Instant? at, CancellationToken cancellation)
    {
        var rules = await chains.RulesAsync(chain, cancellation).ConfigureAwait(false);
        var instant = at ?? clock.Now;
        var reading = await queries.BoardAsync(chain, at, StartOfToday(rules, instant), cancellation).ConfigureAwait(false);
        var fold = new BoardFold(reading.Levels);
        foreach (var happened in reading.Events)
            fold.AddFigures(rules, happened.Happened, happened.Store);

        // What fell due and has not been told yet is true all the same: a board never lags behind its clock.
        await foreach (var member in queries.OverdueAsync(chain, instant, cancellation).ConfigureAwait(false))
        {
            if (Decider.Decide(rules, member.State, new Advance(instant), instant) is not Decision.Accepted accepted)
                continue;
            foreach (var happened in accepted.Events)
                fold.Add(rules, happened, member.State.Home);
        }

        return fold.Board(rules, chain, store, reading.Position, instant);
    }

    /// <summary>The earliest instant that is "today" in any of the chain's zones at <paramref name="at"/>.</summary>
    internal static Instant StartOfToday(ChainRules rules, Instant at)
    {
        var start = StartIn(rules.Chain.Zone);
        foreach (var store in rules.Stores.Values)
            start = Instant.Earlier(start, StartIn(store.Zone));
        return start;

        Instant StartIn(TimeZoneInfo zone) => Instant.StartOfDay(at.LocalDate(zone), zone);
    }
}
