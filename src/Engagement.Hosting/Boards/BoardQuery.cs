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
        var (fold, reading) = await FoldAsync(chain, rules, at, StartOfToday(rules, instant), instant, cancellation).ConfigureAwait(false);
        return fold.Board(rules, chain, store, reading.Position, instant);
    }

    /// <summary>
    /// All that a board at <paramref name="instant"/> is made from, with the events from <paramref name="from"/> on: of past instants
    /// up to <paramref name="at"/>, of the present where that is null.
    /// </summary>
    internal async ValueTask<(BoardFold Fold, BoardReading Reading)> FoldAsync(
        ChainId chain, ChainRules rules, Instant? at, Instant from, Instant instant, CancellationToken cancellation)
    {
        var untold = new List<(MemberEvent Happened, StoreId? Home)>();
        var asked = new BoardAsked(at, from, instant, member => Collect(rules, member, instant, untold));
        var reading = await queries.BoardAsync(chain, asked, cancellation).ConfigureAwait(false);
        var fold = new BoardFold(reading.Levels);
        foreach (var happened in reading.Events)
            fold.AddFigures(rules, happened.Happened, happened.Store);
        foreach (var (happened, home) in untold)
            fold.Add(rules, happened, home);
        return (fold, reading);
    }

    // What fell due and has not been told yet is true all the same: a board never lags behind its clock.
    private static void Collect(
        ChainRules rules, MemberRecord member, Instant at, List<(MemberEvent Happened, StoreId? Home)> untold)
    {
        if (Decider.Decide(rules, member.State, new Advance(at), at) is not Decision.Accepted accepted)
            return;
        foreach (var happened in accepted.Events)
            untold.Add((happened, member.State.Home));
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
