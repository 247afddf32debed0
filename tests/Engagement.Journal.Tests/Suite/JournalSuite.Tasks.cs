using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Care;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Tasks_are_listed_as_the_events_of_their_members_tell_them(int seed)
    {
        var expected = await ManyTasksAsync(seed);

        var listed = await AllTasksAsync(new([], null, null, null, null, 17));

        Assert.Equal(expected, listed);
        foreach (var row in expected)
            Assert.Equal(row, await Store.Care.TaskAsync(Glow.Id, row.Id, Cancel));
        foreach (var member in expected.GroupBy(row => row.Member))
        {
            var open = member.Where(row => row.ClosedAt is null).OrderBy(row => row.Task.Number).Select(row => row.Task);
            Assert.Equal((await FoundAsync(member.Key.Value)).State.Care.Tasks, open);
        }

        Assert.Equal(Enum.GetValues<TaskState>().Length, expected.Select(row => row.Task.State).Distinct().Count());
    }

    [Fact]
    public async Task Tasks_are_found_by_state_store_assignee_and_member_page_by_page()
    {
        var rows = await ManyTasksAsync(3);
        IReadOnlyList<TaskState>[] states = [[], [TaskState.Open], [TaskState.Open, TaskState.Claimed, TaskState.Snoozed], [TaskState.Done, TaskState.Open]];
        StoreId?[] stores = [null, Glow.Bund, Glow.Soho, new("closed")];
        StaffId?[] people = [null, new("staff1"), new("nobody")];
        MemberId?[] members = [null, rows[0].Member, new("nobody")];
        bool[] escalations = [false, true];
        Instant?[] dueDates = [null, rows[rows.Count / 2].Task.DueAt];
        var asked =
            from state in states
            from store in stores
            from assignee in people
            from member in members
            from escalated in escalations
            from overdue in dueDates
            select new TaskSearch(state, store, assignee, member, null, 5) { IsEscalated = escalated, OverdueAt = overdue };
        foreach (var search in asked)
        {
            var expected = rows.Where(row => (search.States.Count == 0 || search.States.Contains(row.Task.State))
                && (search.Store is null || row.Store == search.Store)
                && (search.Assignee is null || row.Task.Assignee == search.Assignee)
                && (search.Member is null || row.Member == search.Member)
                && (!search.IsEscalated || row.Task.IsEscalated)
                && (search.OverdueAt is not { } at || (row.ClosedAt is null && row.Task.DueAt <= at)));
            Assert.Equal(expected, await AllTasksAsync(search));
        }

        Assert.Empty(await Store.Care.TasksAsync(new("nowhere"), new([], null, null, null, null, 10), Cancel));
    }

    [Fact]
    public async Task What_is_left_in_the_queue_is_counted_by_state_and_by_when_it_is_due()
    {
        var rows = await ManyTasksAsync(4);
        var open = rows.Where(row => row.ClosedAt is null).ToList();
        var now = open[open.Count / 2].Task.DueAt;
        var soon = now + TimeSpan.FromDays(3);
        foreach (var store in new StoreId?[] { null, Glow.Bund, new("closed") })
        {
            var inStore = open.Where(row => store is null || row.Store == store).Select(row => row.Task).ToList();
            foreach (var mine in new StaffId?[] { null, new("staff1") })
            {
                Assert.Equal(
                    new TaskCounts(
                        inStore.Count(task => task.State == TaskState.Open),
                        inStore.Count(task => task.State == TaskState.Claimed),
                        inStore.Count(task => task.State == TaskState.Snoozed),
                        inStore.Count(task => task.DueAt <= now),
                        inStore.Count(task => task.IsEscalated),
                        inStore.Count(task => task.DueAt > now && task.DueAt <= soon),
                        inStore.Count(task => mine is not null && task.Assignee == mine)),
                    await Store.Care.CountTasksAsync(Glow.Id, new(store, mine, now, soon), Cancel));
            }
        }

        Assert.Equal(new(0, 0, 0, 0, 0, 0, 0), await Store.Care.CountTasksAsync(new("nowhere"), new(null, null, now, soon), Cancel));
    }

    [Fact]
    public async Task A_task_of_a_turn_that_lost_is_not_listed()
    {
        var before = await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v", Noon, Glow.Bund));
        var loser = Turns.Of(before.Key, before, Noon, new Complaint(Glow.Key("loser"), Noon, null));
        await Store.TellAsync(before.Key, Noon, Glow.Visit("winner", Noon));

        Assert.False((await Journal.AppendAsync(loser, Cancel)).IsCommitted);

        Assert.Empty(await AllTasksAsync(new([], null, null, null, null, 10)));
    }

    [Fact]
    public async Task Of_two_turns_that_claim_a_task_the_one_that_won_is_listed()
    {
        var li = await Store.TellAsync(Glow.Member("li"), Noon, new Complaint(Glow.Key("c"), Noon, Glow.Bund));
        Append[] both = [Turns.Of(li.Key, li, Noon, new ClaimTask(1, new("wang"))), Turns.Of(li.Key, li, Noon, new ClaimTask(1, new("zhao")))];

        var results = await Task.WhenAll(both.Select(append => Journal.AppendAsync(append, Cancel).AsTask()));

        var winner = both[Array.FindIndex(results, result => result.IsCommitted)];
        Assert.Single(results, result => result.IsCommitted);
        var row = Assert.Single(await AllTasksAsync(new([], null, null, null, null, 10)));
        Assert.Equal(winner.State.Care.Tasks[0], row.Task);
    }

    [Fact]
    public async Task Tasks_of_a_member_who_had_no_home_store_go_with_her_to_the_one_she_gets()
    {
        await Store.TellAsync(Glow.Member("li"), Noon, new Complaint(Glow.Key("c"), Noon, null));
        Assert.Null(Assert.Single(await AllTasksAsync(new([], null, null, null, null, 10))).Store);

        var later = Noon + TimeSpan.FromHours(1);
        await Store.TellAsync(Glow.Member("li"), later, new Complaint(Glow.Key("d"), later, Glow.Soho));

        Assert.Equal(2, (await AllTasksAsync(new([], Glow.Soho, null, null, null, 10))).Count);
    }

    [Fact]
    public async Task A_task_has_an_id_of_its_own_in_each_chain_that_says_nothing_of_its_member()
    {
        await Store.Chains.SaveAsync(Glow.Chain(new("fit")), Cancel);
        await Store.TellAsync(Glow.Member("13800138000"), Noon, new Complaint(Glow.Key("c"), Noon, null));
        await Store.TellAsync(new(new("fit"), new("13800138000")), Noon, new Complaint(Glow.Key("c"), Noon, null));

        var id = Assert.Single(await AllTasksAsync(new([], null, null, null, null, 10))).Id;
        var other = Assert.Single(await Store.Care.TasksAsync(new("fit"), new([], null, null, null, null, 10), Cancel)).Id;

        Assert.Matches("^t[A-Za-z0-9_-]{22}$", id);
        Assert.NotEqual(id, other);
        Assert.DoesNotContain("138", id, StringComparison.Ordinal);
        Assert.Null(await Store.Care.TaskAsync(new("fit"), id, Cancel));
        // For ever: programs outside have written it down.
        Assert.Equal("tIXEjA2wUrXRGwgpiN-gt3g", PublicIds.OfTask(new(new("glow"), new("li")), 1));
        Assert.Equal("mEkVWSWT5UXndJPpRN4X0Lw", PublicIds.OfMessage(new(new("glow"), new("li")), new(1, 0)));
    }

    /// <summary>Follows the pages of a search to the end.</summary>
    private async Task<List<TaskRow>> AllTasksAsync(TaskSearch search)
    {
        var all = new List<TaskRow>();
        while (await Store.Care.TasksAsync(Glow.Id, search, Cancel) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= search.Limit);
            all.AddRange(page);
            search = search with { After = new(page[^1].Task.DueAt, page[^1].Id) };
        }

        return all;
    }

    /// <summary>Members with tasks in every state, and the tasks in the order of the list.</summary>
    private async Task<List<TaskRow>> ManyTasksAsync(int seed)
    {
        var random = new Random(seed);
        var rows = new List<TaskRow>();
        for (var number = 0; number < 12; number++)
        {
            var key = Glow.Member($"m{number}");
            var history = await Store.LiveWithCareAsync(key, Opening, random);
            rows.AddRange(CareRecount.Tasks(key, (await FoundAsync($"m{number}")).State.Home, history));
        }

        return [.. rows.OrderBy(row => row.Task.DueAt).ThenBy(row => row.Id, StringComparer.Ordinal)];
    }
}
