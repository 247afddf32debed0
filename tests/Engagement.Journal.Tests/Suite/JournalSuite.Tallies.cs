using Engagement.Domain.Care;
using Engagement.Domain.Identity;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Tallies_are_what_the_events_of_the_members_mean(int seed)
    {
        var recount = await ManyRecallsAsync(seed);
        string[][] prefixes = [["playbook:", "held_out:", "campaign:"], ["survey"], ["staff:", "tasks"], ["playbook:welcome"]];
        (DateOnly? From, DateOnly? To)[] spans = [(null, null), (new(2026, 3, 1), null), (null, new(2026, 4, 1)), (new(2026, 3, 5), new(2026, 9, 1))];
        var asked =
            from prefix in prefixes
            from span in spans
            from store in (StoreId?[])[null, Glow.Bund, Glow.Soho]
            from isByDay in (bool[])[false, true]
            select new TallyQuestion(prefix, store, span.From, span.To, isByDay);

        foreach (var question in asked)
        {
            var expected = question.Prefixes
                .SelectMany(prefix => recount.Tallies(prefix, question.Store, question.From, question.To, question.IsByDay))
                .OrderBy(tally => tally.Day).ThenBy(tally => tally.Subject, StringComparer.Ordinal).ThenBy(tally => tally.Measure, StringComparer.Ordinal);
            Assert.Equal(expected, await Store.Tallies.TalliesAsync(Glow.Id, question, Cancel));
        }

        Assert.Empty(await Store.Tallies.TalliesAsync(new("nowhere"), new([""]), Cancel));
    }

    [Fact]
    public async Task Lives_of_recall_hold_all_that_is_tallied()
    {
        await ManyRecallsAsync(1);

        var tallies = await Store.Tallies.TalliesAsync(Glow.Id, new([""]), Cancel);

        string[] measures =
        [
            "cancelled", "cohort_returned", "cohort_revenue", "cohort_squares", "delivered", "done", "entered", "escalated", "failed",
            "left", "moved", "opened", "reached", "returned", "revenue", "sent", "tasks", "withheld",
        ];
        Assert.Empty(measures.Except(tallies.Select(tally => tally.Measure)));
        Assert.Contains(tallies, tally => tally is { Subject: "held_out:campaign:spring", Measure: "reached" });
        Assert.Contains(tallies, tally => tally is { Measure: "returned" } && tally.Subject.StartsWith("staff:", StringComparison.Ordinal));
        Assert.All(
            tallies.Where(tally => tally.Measure.StartsWith("step:", StringComparison.Ordinal)), tally => Assert.True(tally.Amount > 0));
    }

    [Fact]
    public async Task A_turn_that_lost_is_not_tallied()
    {
        var before = await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v", Noon, Glow.Bund));
        var loser = Turns.Of(before.Key, before, Noon, new Survey(Glow.Key("loser"), Noon, null, 9));
        await Store.TellAsync(before.Key, Noon, new Survey(Glow.Key("winner"), Noon, null, 10));

        Assert.False((await Journal.AppendAsync(loser, Cancel)).IsCommitted);

        Assert.Equal([new(null, "survey", "10", 1m)], await Store.Tallies.TalliesAsync(Glow.Id, new(["survey"]), Cancel));
    }

    [Fact]
    public async Task Many_answers_of_one_commit_are_one_sum()
    {
        var appends = Enumerable.Range(0, 60).Select(number => Turns.Of(
            Glow.Member($"m{number}"), null, Noon, new Survey(Glow.Key($"s{number}"), Noon, Glow.Bund, number % 3)));

        await Task.WhenAll(appends.Select(append => Journal.AppendAsync(append, Cancel).AsTask()));

        Assert.Equal(
            [new(null, "survey", "0", 20m), new(null, "survey", "1", 20m), new(null, "survey", "2", 20m)],
            await Store.Tallies.TalliesAsync(Glow.Id, new(["survey"], Glow.Bund), Cancel));
    }

    private async Task<TallyRecount> ManyRecallsAsync(int seed)
    {
        var random = new Random(seed);
        var recount = new TallyRecount();
        for (var number = 0; number < 30; number++)
        {
            var key = Glow.Member($"m{number}");
            await Store.LiveWithRecallAsync(key, Noon, random);
            recount.Live(await Queries.HistoryAsync(key, Cancel));
        }

        return recount;
    }
}
