using Engagement.Domain.Care;
using Engagement.Domain.Chains;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Hosting.Boards;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Digests;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Jobs;

/// <summary>
/// Makes the digests that are missing (docs/domain, campaigns): of yesterday, once it is late enough, and of the days that nobody was
/// there for. A day of a store has one digest, however many make it.
/// </summary>
public sealed class DigestMaking(
    IDigests digests, BoardQuery boards, ChainCatalogue chains, NodeClock clock, IOptions<JobsOptions> options)
{
    /// <summary>So many days are made up for at most.</summary>
    internal const int MostDays = 7;

    /// <summary>Makes what is missing at the stores of a chain, in one zone or in all.</summary>
    public async ValueTask MakeMissingAsync(Chain chain, string? zone, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var now = clock.Now;
        var latest = await digests.LatestAsync(chain.Id, cancellation).ConfigureAwait(false);
        var rules = await chains.RulesAsync(chain.Id, cancellation).ConfigureAwait(false);
        foreach (var stores in chain.Stores.Where(store => zone is null || store.TimeZone == zone).GroupBy(store => store.TimeZone))
        {
            var place = TimeZoneInfo.FindSystemTimeZoneById(stores.Key);
            var last = LastDue(now, place);
            var missing = stores.SelectMany(store => Days(chain, store, place, latest, last).Select(day => (Day: day, Store: store)));
            foreach (var day in missing.GroupBy(missed => missed.Day).OrderBy(day => day.Key))
                await MakeAsync(chain, rules, day.Key, place, [.. day.Select(missed => missed.Store)], now, cancellation).ConfigureAwait(false);
        }
    }

    // The latest day whose digest is due.
    private DateOnly LastDue(Instant now, TimeZoneInfo zone)
    {
        var today = now.LocalDate(zone);
        return today.AddDays(now >= Instant.OfLocal(today, options.Value.DigestAt, zone) ? -1 : -2);
    }

    private static IEnumerable<DateOnly> Days(
        Chain chain, Store store, TimeZoneInfo zone, IReadOnlyDictionary<Domain.Identity.StoreId, DateOnly> latest, DateOnly last)
    {
        var first = last;
        if (latest.TryGetValue(store.Id, out var made))
            first = made < last.AddDays(1 - MostDays) ? last.AddDays(1 - MostDays) : made.AddDays(1);
        // Before the present rules there may have been no chain: its first day is the first it was there to the end of.
        else if (chain.RulesSince >= Instant.StartOfDay(last.AddDays(1), zone))
            yield break;
        for (var day = first; day <= last; day = day.AddDays(1))
            yield return day;
    }

    private async ValueTask MakeAsync(
        Chain chain, ChainRules rules, DateOnly day, TimeZoneInfo zone, IReadOnlyList<Store> stores, Instant now, CancellationToken cancellation)
    {
        var start = Instant.StartOfDay(day, zone);
        var end = Instant.StartOfDay(day.AddDays(1), zone) - Instant.Resolution;
        var (fold, reading) = await boards.FoldAsync(chain.Id, rules, end, start, end, cancellation).ConfigureAwait(false);
        var open = await digests.OpenTasksAsync(chain.Id, end, cancellation).ConfigureAwait(false);
        var told = reading.Events.ToLookup(happened => happened.Store);
        foreach (var store in stores)
        {
            var board = fold.Board(rules, chain.Id, store.Id, reading.Position, end);
            var tasks = open.GetValueOrDefault(new StoreKey(store.Id));
            var figures = new DigestFigures
            {
                Joined = board.Today.Joined,
                Purchases = board.Today.Purchases,
                Revenue = board.Today.Revenue,
                Visits = board.Today.Visits,
                Checkins = board.Today.Checkins,
                Movements = [.. board.Movements.Select(movement => new DigestMovement(movement.From, movement.To, movement.Count))],
                Tasks = new(
                    tasks.Open,
                    tasks.Overdue,
                    told[store.Id].Count(happened => happened.Happened is TaskEscalated),
                    told[store.Id].Count(happened => happened.Happened is TaskCompleted)),
                Messages = new(
                    told[store.Id].Count(happened => happened.Happened is MessageReported { Fate: MessageFate.Sent }),
                    told[store.Id].Count(happened => happened.Happened is MessageReported { Fate: MessageFate.Failed })),
            };
            await digests.SaveAsync(chain.Id, new(store.Id, day, now, figures), cancellation).ConfigureAwait(false);
        }
    }
}
