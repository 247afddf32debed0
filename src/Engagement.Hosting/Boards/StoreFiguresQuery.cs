using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Recall;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Tallies;

namespace Engagement.Hosting.Boards;

/// <summary>Reads how a chain's stores stand, now or at any past instant: all of them from one reading of the board and of the tallies.</summary>
public sealed class StoreFiguresQuery(BoardQuery boards, ITallies tallies, ICareQueries care, ChainCatalogue chains, NodeClock clock)
{
    private static readonly string[] Counted = [TallySubjects.Playbook, TallySubjects.Campaign, TallySubjects.HeldOut, TallySubjects.Survey];

    /// <summary>The figures of some of a chain's stores.</summary>
    /// <param name="at">The past instant; null for now.</param>
    /// <param name="from">The first UTC day of what is counted by days.</param>
    /// <param name="to">The last.</param>
    /// <param name="maySee">Whether the liability of a store may be seen.</param>
    public async ValueTask<StoreFiguresList> ReadAsync(
        Chain chain, IReadOnlyList<Store> stores, Instant? at, DateOnly from, DateOnly to, Func<StoreId, bool> maySee, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(stores);
        ArgumentNullException.ThrowIfNull(maySee);
        var rules = await chains.RulesAsync(chain.Id, cancellation).ConfigureAwait(false);
        var instant = at ?? clock.Now;
        var (fold, reading) = await boards.FoldAsync(chain.Id, rules, at, BoardQuery.StartOfToday(rules, instant), instant, cancellation).ConfigureAwait(false);
        var ofDays = await ReadAsync(new(Counted, null, from, to)).ConfigureAwait(false);
        var onCards = await ReadAsync(new([TallySubjects.Cards], null, null, at is null ? null : DayOf(instant))).ConfigureAwait(false);
        var tasks = at is null ? await care.CountTasksByStoreAsync(chain.Id, instant, instant, cancellation).ConfigureAwait(false) : null;
        return new(chain.Id.Value, instant.ToDateTimeOffset(), from, to, [.. stores.Select(Of)]);

        async ValueTask<ILookup<StoreId?, Tally>> ReadAsync(TallyQuestion asked) =>
            (await tallies.TalliesAsync(chain.Id, asked with { IsByStore = true }, cancellation).ConfigureAwait(false)).ToLookup(tally => tally.Store);

        StoreFigures Of(Store store)
        {
            var board = fold.Board(rules, chain.Id, store.Id, reading.Position, instant);
            var (surveys, recall) = (ofDays[store.Id].Where(IsAnswer).ToList(), ofDays[store.Id].Where(tally => !IsAnswer(tally)).ToList());
            var nps = NpsQuarter.Of(surveys);
            return new(
                store.Id.Value,
                store.Name,
                store.TimeZone,
                board.Stages,
                board.Flags,
                board.Today,
                board.Stages.All,
                tasks is null ? null : QueueOf(tasks.GetValueOrDefault(new StoreKey(store.Id))),
                nps.Nps,
                nps.Answers,
                (long)Sum(recall, TallyMeasures.Returned),
                Sum(recall, TallyMeasures.Revenue) / TallyMeasures.MoneyScale,
                maySee(store.Id)
                    ? (Sum(onCards[store.Id], TallyMeasures.CardPaid) + Sum(onCards[store.Id], TallyMeasures.CardUsesWorth)) / TallyMeasures.MoneyScale
                    : null);
        }
    }

    private static bool IsAnswer(Tally tally) => tally.Subject == TallySubjects.Survey;

    private static decimal Sum(IEnumerable<Tally> tallies, string measure) =>
        tallies.Where(tally => tally.Measure == measure).Sum(tally => tally.Amount);

    private static StoreTaskFigures QueueOf(TaskCounts? counts) => counts is null
        ? new(0, 0, 0, 0)
        : new(counts.Open + counts.Snoozed, counts.Claimed, counts.Overdue, counts.Escalated);

    private static DateOnly DayOf(Instant at) => at.LocalDate(TimeZoneInfo.Utc);
}
