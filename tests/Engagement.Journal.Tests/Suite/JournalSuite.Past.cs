using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private static readonly TimeSpan ThirtyDays = TimeSpan.FromDays(30);

    [Fact]
    public async Task Tasks_that_were_open_at_a_past_instant_are_listed_whatever_became_of_them()
    {
        var rows = await ManyTasksAsync(6);
        foreach (var days in new[] { 5, 20, 40, 90, 160 })
        {
            var at = Opening + TimeSpan.FromDays(days);
            var open = rows.Where(row => row.Task.OpenedAt <= at && (row.ClosedAt is not { } closed || closed > at)
                && (row.Task.ExpiresAt is not { } expires || expires > at)).ToList();
            foreach (var store in new StoreId?[] { null, Glow.Bund })
            {
                var search = new TaskSearch([], store, null, null, null, 7) { OpenAt = at };
                var expected = open.Where(row => store is null || row.Store == store).ToList();
                Assert.Equal(expected, await AllTasksAsync(search));
                Assert.Equal(expected.Where(row => row.Task.DueAt <= at), await AllTasksAsync(search with { OverdueAt = at }));
            }
        }

        Assert.Contains(rows, row => row.Task.State == TaskState.Withdrawn);
        Assert.Empty(await AllTasksAsync(new([], null, null, null, null, 7) { OpenAt = Opening - ThirtyDays }));
    }

    [Fact]
    public async Task What_is_left_in_the_queues_of_all_stores_is_counted_at_once()
    {
        var rows = await ManyTasksAsync(7);
        var now = rows[rows.Count / 2].Task.DueAt;

        var counted = await Store.Care.CountTasksByStoreAsync(Glow.Id, now, now + ThirtyDays, Cancel);

        var homes = rows.Where(row => row.ClosedAt is null).Select(row => new StoreKey(row.Store)).ToHashSet();
        Assert.Equal(homes, [.. counted.Keys]);
        foreach (var home in homes.Where(home => home.Store is not null))
            Assert.Equal(await Store.Care.CountTasksAsync(Glow.Id, new(home.Store, null, now, now + ThirtyDays), Cancel), counted[home]);
        Assert.Equal(rows.Count(row => row.ClosedAt is null && row.Task.State == TaskState.Open), counted.Values.Sum(counts => counts.Open));
        Assert.Empty(await Store.Care.CountTasksByStoreAsync(new("nowhere"), now, now, Cancel));
    }

    [Fact]
    public async Task What_staff_did_is_listed_by_when_they_did_it()
    {
        var rows = (await ManyTasksAsync(8)).Where(row => row.Task.State == TaskState.Done).OrderBy(row => row.ClosedAt!.Value).ToList();
        Assert.True(rows.Count > 4, "somebody did something");
        var (from, to) = (rows[1].ClosedAt!.Value, rows[^2].ClosedAt!.Value);
        foreach (var store in new StoreId?[] { null, Glow.Bund, Glow.Soho })
        {
            var expected = rows.Where(row => (store is null || row.Store == store) && row.ClosedAt >= from && row.ClosedAt < to)
                .Select(row => new DoneTask(row.Task.Assignee!.Value, row.Member, row.Store, row.ClosedAt!.Value, row.Outcome!));
            Assert.Equal(expected, await Store.Care.DoneTasksAsync(Glow.Id, store, from, to, Cancel));
        }

        Assert.Empty(await Store.Care.DoneTasksAsync(new("nowhere"), null, from, to, Cancel));
    }

    [Fact]
    public async Task Renewals_after_a_task_are_cards_renewed_and_further_cards_issued_and_not_the_first()
    {
        await Store.TellAsync(CardLives.Rules, Glow.Member("li"), Noon, Issue("li-first", Noon, "A"), new Complaint(Glow.Key("li-c"), Noon, null));
        await DoAsync("li", Noon + TimeSpan.FromHours(1));
        await TellAtAsync("li", 10, at => Renew("li-renews", at, "A"));
        await TellAtAsync("li", 20, at => Issue("li-another", at, "B"));
        await TellAtAsync("li", 31, at => Renew("li-too-late", at, "B"));
        await Store.TellAsync(Glow.Member("wang"), Noon, new Complaint(Glow.Key("wang-c"), Noon, Glow.Soho));
        await DoAsync("wang", Noon + TimeSpan.FromHours(2));
        await TellAtAsync("wang", 5, at => Issue("wang-first", at, "C"));
        await TellAtAsync("wang", 6, at => Renew("wang-renews", at, "C"));
        await Store.TellAsync(CardLives.Rules, Glow.Member("zhao"), Noon, Issue("zhao-first", Noon, "D"), Renew("zhao-renews", Noon, "D"));

        Assert.Equal(["li-renews", "li-another", "wang-renews"], await RenewedAsync(null, Noon, Noon + ThirtyDays));
        Assert.Equal(["li-renews", "li-another"], await RenewedAsync(Glow.Bund, Noon, Noon + ThirtyDays));
        Assert.Equal(["wang-renews"], await RenewedAsync(null, Noon + TimeSpan.FromHours(2), Noon + ThirtyDays));
        Assert.Empty(await Store.Care.RenewalsAfterTasksAsync(new("nowhere"), null, Noon, Noon + ThirtyDays, ThirtyDays, Cancel));
    }

    [Fact]
    public async Task Members_are_found_by_the_scores_they_had_at_night()
    {
        var scored = new Dictionary<string, RfmScores> { ["a"] = new(5, 1, 3), ["b"] = new(5, 2, 3), ["c"] = new(1, 1, 3), ["d"] = new(5, 1, 3) };
        foreach (var (name, scores) in scored)
        {
            var row = (await Store.TellAsync(Glow.Member(name), Noon, Glow.Visit($"v-{name}", Noon, name == "d" ? Glow.Soho : Glow.Bund))).Row;
            await Store.Value.SaveScoresAsync(Glow.Id, [new(row, new(scores, RfmGroup.ImportantDevelop, null, null))], Cancel);
        }

        await Store.TellAsync(Glow.Member("unscored"), Noon, Glow.Join("j", Noon));

        Assert.Equal(["a", "d"], await WithScoresAsync(new(5, 1, 3)));
        Assert.Equal(["a", "c", "d"], await WithScoresAsync(new(null, 1, null)));
        Assert.Equal(["a", "b", "c", "d"], await WithScoresAsync(new(null, null, 3)));
        Assert.Equal(["d"], await WithScoresAsync(new(5, null, null), Glow.Soho));
        Assert.Empty(await WithScoresAsync(new(4, null, null)));
    }

    [Fact]
    public async Task Tallies_of_each_store_add_up_to_those_of_all()
    {
        await ManyRecallsAsync(3);
        var asked = new TallyQuestion(["playbook:", "survey"], null, new(2026, 3, 1), new(2026, 9, 1));

        var byStore = await Store.Tallies.TalliesAsync(Glow.Id, asked with { IsByStore = true }, Cancel);

        foreach (var store in new[] { Glow.Bund, Glow.Soho })
        {
            Assert.Equal(
                await Store.Tallies.TalliesAsync(Glow.Id, asked with { Store = store }, Cancel),
                byStore.Where(tally => tally.Store == store).Select(tally => tally with { Store = null }));
        }

        Assert.Contains(byStore, tally => tally.Store is null);
        Assert.Equal(
            (await Store.Tallies.TalliesAsync(Glow.Id, asked, Cancel)).ToDictionary(tally => (tally.Subject, tally.Measure), tally => tally.Amount),
            byStore.GroupBy(tally => (tally.Subject, tally.Measure)).Where(sum => sum.Sum(tally => tally.Amount) != 0m)
                .ToDictionary(sum => sum.Key, sum => sum.Sum(tally => tally.Amount)));
    }

    private static IssueCard Issue(string id, Instant at, string card) =>
        new(Glow.Key(id), at, id.StartsWith("li", StringComparison.Ordinal) ? Glow.Bund : null, new(card), card == "B" ? "annual" : "ten", at + TimeSpan.FromDays(365));

    private static RenewCard Renew(string id, Instant at, string card) => new(Glow.Key(id), at, null, new(card), at + TimeSpan.FromDays(400)) { Paid = card == "B" ? null : 100m, Uses = card == "B" ? null : 7 };

    private async Task DoAsync(string member, Instant at)
    {
        var number = (await FoundAsync(member)).State.Care.Tasks[0].Number;
        await Store.TellAsync(Glow.Member(member), at, new ClaimTask(number, new("mei")), new CompleteTask(number, new("mei"), "reached"));
    }

    private async Task TellAtAsync(string member, int days, Func<Instant, MemberCommand> command)
    {
        var at = Noon + TimeSpan.FromDays(days);
        await Store.TellAsync(CardLives.Rules, Glow.Member(member), at, command(at));
    }

    private async Task<IEnumerable<string?>> RenewedAsync(StoreId? store, Instant from, Instant to) =>
        (await Store.Care.RenewalsAfterTasksAsync(Glow.Id, store, from, to, ThirtyDays, Cancel)).Select(told => told.Id);

    private async Task<IEnumerable<string>> WithScoresAsync(ScoresSought scores, StoreId? home = null)
    {
        var search = new MemberSearch(null, home, default, null, null, 100) { Scores = scores };
        return (await Queries.SearchAsync(Glow.Id, search, Cancel)).Select(row => row.Id.Value);
    }
}
