using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Time;
using Engagement.Hosting.Time;
using Engagement.Journal;

namespace Engagement.Hosting.Recall;

/// <summary>
/// Works out what came of what staff did, from the tasks that are done and what their members did after them: nothing of it is counted
/// in advance, so that it is as right for a day of last year as for today.
/// </summary>
public sealed class LeaderboardQuery(ICareQueries care, IJournal journal, IJournalQueries queries, NodeClock clock)
{
    /// <summary>So many members are read at a time: a shared store gathers such reads.</summary>
    private const int MostAtOnce = 64;

    /// <summary>The leaderboard of the UTC days asked for, both included. The chain must exist.</summary>
    /// <param name="store">Only what was done for members at home there; null for all.</param>
    public async ValueTask<Leaderboard> ReadAsync(
        ChainId chain, StoreId? store, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var (start, end) = (Instant.StartOfDay(from, TimeZoneInfo.Utc), Instant.StartOfDay(to.AddDays(1), TimeZoneInfo.Utc));
        var first = start - StaffCredit.Watch;
        var done = await care.DoneTasksAsync(chain, store, first, end, cancellation).ConfigureAwait(false);
        var renewals = (await care.RenewalsAfterTasksAsync(chain, store, first, end, StaffCredit.Watch, cancellation).ConfigureAwait(false))
            .ToLookup(told => told.Member, told => new CardRenewal(told.At, PaidFor(told.Happened)));
        var earning = done.Where(task => StaffCredit.IsEarnedBy(task.Outcome)).ToList();
        var acts = await ActsAsync(chain, earning, cancellation).ConfigureAwait(false);
        var credits = earning.GroupBy(task => (task.By, task.Member)).Select(tasks => (
                tasks.Key.By,
                Credit: StaffCredit.Of([.. tasks.Select(task => task.At)], acts[tasks.Key.Member].Recent, renewals[tasks.Key.Member], start, end)))
            .ToLookup(credit => credit.By, credit => credit.Credit);
        var rows = done.GroupBy(task => task.By)
            .Select(tasks => RowOf(tasks.Key, [.. tasks], [.. credits[tasks.Key]], start))
            .Where(row => row is not { Done: 0, Returned: 0, Renewals: 0 })
            .OrderByDescending(row => row.Returned + row.Renewals)
            .ThenByDescending(row => row.ReturnedRevenue + row.RenewalRevenue)
            .ThenBy(row => row.Staff, StringComparer.Ordinal);
        return new(chain.Value, store?.Value, from, to, clock.Now.ToDateTimeOffset(), [.. rows]);
    }

    private static LeaderboardRow RowOf(StaffId staff, IReadOnlyList<DoneTask> tasks, IReadOnlyList<StaffCredit> credits, Instant start)
    {
        // Those of the days before are looked at for what came of them only.
        var now = tasks.Where(task => task.At >= start).ToList();
        return new(
            staff.Value,
            [.. tasks.Select(task => task.Store?.Value).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            credits.Count(credit => credit.HasReturned),
            credits.Sum(credit => credit.Revenue),
            credits.Sum(credit => (long)credit.Renewals),
            credits.Sum(credit => credit.RenewalRevenue),
            now.Count(task => task.Outcome == Outcomes.Booked),
            now.Count);
    }

    private async ValueTask<Dictionary<MemberId, CountedActs>> ActsAsync(
        ChainId chain, IReadOnlyList<DoneTask> tasks, CancellationToken cancellation)
    {
        var acts = new Dictionary<MemberId, CountedActs>();
        foreach (var some in tasks.GroupBy(task => task.Member, task => task.At).Chunk(MostAtOnce))
        {
            var found = await Task.WhenAll(some.Select(member => ActsAsync(new(chain, member.Key), member.Min(), member.Max(), cancellation))).ConfigureAwait(false);
            foreach (var (member, theirs) in some.Zip(found))
                acts[member.Key] = theirs;
        }

        return acts;
    }

    // What she remembers is as good as her history, unless she has forgotten what came after.
    private async Task<CountedActs> ActsAsync(MemberKey key, Instant first, Instant last, CancellationToken cancellation)
    {
        if (await journal.FindAsync(key, cancellation).ConfigureAwait(false) is not { State.Acts: var remembered })
            return CountedActs.None;
        if (remembered.Forgotten.Last is not { } forgotten || forgotten <= first)
            return remembered;
        var history = await queries.HistoryAsync(key, cancellation).ConfigureAwait(false);
        return Hindsight.ActsAt(history.Select(told => told.Happened), last + StaffCredit.Watch, Instant.Latest);
    }

    private static decimal PaidFor(MemberEvent happened) => happened switch
    {
        CardRenewed renewed => renewed.Paid,
        CardIssued issued => issued.Paid,
        _ => 0m,
    };
}
