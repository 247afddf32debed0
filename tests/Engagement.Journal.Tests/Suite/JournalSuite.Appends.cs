using Engagement.Domain.Identity;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    [Fact]
    public async Task Of_two_turns_from_the_same_version_one_wins_and_nothing_of_the_other_is_stored()
    {
        var li = Glow.Member("li");
        var before = await Store.TellAsync(li, Noon, Glow.Visit("first", Noon));
        var head = await Journal.HeadAsync(Glow.Id, Cancel);
        var winner = Turns.Of(li, before, Noon, Glow.Visit("winner", Noon));
        var loser = Turns.Of(li, before, Noon, Glow.Purchase("loser", Noon, 80m));

        Assert.True((await Journal.AppendAsync(winner, Cancel)).IsCommitted);
        Assert.Equal(AppendResult.Conflict, await Journal.AppendAsync(loser, Cancel));

        Assert.Equal(winner.State, (await FoundAsync("li")).State);
        Assert.Equal(head + winner.Events.Length, await Journal.HeadAsync(Glow.Id, Cancel));
        Assert.DoesNotContain(await WholeFeedAsync(), happened => happened.Id == "loser");
        Assert.Empty(await Journal.FindTakenAsync(Glow.Id, ["loser"], Cancel));
    }

    [Fact]
    public async Task Of_two_turns_that_bring_the_same_member_into_being_one_wins()
    {
        var li = Glow.Member("li");
        Append[] both = [Turns.Of(li, null, Noon, Glow.Visit("a", Noon)), Turns.Of(li, null, Noon, Glow.Visit("b", Noon))];

        var results = await Task.WhenAll(both.Select(append => Journal.AppendAsync(append, Cancel).AsTask()));

        Assert.Single(results, result => result.IsCommitted);
        Assert.Single(await WholeFeedAsync(), happened => happened.Type == "visit");
    }

    [Fact]
    public async Task The_ids_of_a_turn_that_lost_can_be_taken_by_another()
    {
        var before = await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("first", Noon));
        var loser = Turns.Of(before.Key, before, Noon, Glow.Visit("one", Noon), Glow.Visit("two", Noon));
        await Store.TellAsync(before.Key, Noon, Glow.Visit("winner", Noon));
        Assert.False((await Journal.AppendAsync(loser, Cancel)).IsCommitted);

        await Store.TellAsync(Glow.Member("zhao"), Noon, Glow.Visit("one", Noon), Glow.Visit("two", Noon));

        var taken = await Journal.FindTakenAsync(Glow.Id, ["one", "two", "winner", "never"], Cancel);
        Assert.Equal(["one", "two", "winner"], taken.Keys.Order());
    }

    [Fact]
    public async Task An_id_is_taken_once_in_a_chain_and_a_turn_that_brings_it_again_stores_nothing()
    {
        var li = await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v1", Noon) with { Key = Glow.Key("v1", 4711) });
        var again = Turns.Of(Glow.Member("zhao"), null, Noon, Glow.Visit("fresh", Noon), Glow.Visit("v1", Noon));

        Assert.Equal(AppendResult.Conflict, await Journal.AppendAsync(again, Cancel));

        Assert.Null(await Journal.FindAsync(Glow.Member("zhao"), Cancel));
        Assert.Equal(li.Version, await Journal.HeadAsync(Glow.Id, Cancel));
        var taken = await Journal.FindTakenAsync(Glow.Id, ["v1", "fresh"], Cancel);
        Assert.Equal(("v1", Glow.Key("v1", 4711).Fingerprint), taken.Select(known => (known.Key, known.Value)).Single());
    }

    [Fact]
    public async Task The_same_id_in_another_chain_is_another_id()
    {
        await Store.Chains.SaveAsync(Glow.Chain(new("fit")), Cancel);
        await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v1", Noon));

        await Store.TellAsync(new(new("fit"), new("li")), Noon, Glow.Visit("v1", Noon));

        Assert.Equal("v1", (await WholeFeedAsync(new ChainId("fit")))[0].Id);
        Assert.Equal("v1", (await WholeFeedAsync())[0].Id);
    }

    [Fact]
    public async Task A_turn_without_events_moves_on_her_due_time_and_her_rules()
    {
        var before = await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v1", Noon, Glow.Bund));
        var due = Glow.At("2027-01-01");
        var append = new Append(before.Key, before.Row, before.Version, before.State, 2, due, []);

        Assert.True((await Journal.AppendAsync(append, Cancel)).IsCommitted);

        Assert.Equal(before with { RulesVersion = 2, DueAt = due }, await FoundAsync("li"));
        Assert.Equal(due, await Store.Due.NextDueAsync(Glow.Id, Noon, Cancel));
        Assert.Equal(before.Version, await Journal.HeadAsync(Glow.Id, Cancel));
    }

    [Fact]
    public async Task A_turn_that_lost_among_many_that_won_spoils_none_of_them()
    {
        var before = await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v0", Noon));
        var appends = Enumerable.Range(1, 100).Select(number => number % 10 == 0
            ? Turns.Of(before.Key, before, Noon, Glow.Visit($"li-{number}", Noon))
            : Turns.Of(Glow.Member($"m{number}"), null, Noon, Glow.Visit($"v{number}", Noon)));

        var results = await Task.WhenAll(appends.ToList().Select(append => Journal.AppendAsync(append, Cancel).AsTask()));

        Assert.Equal(91, results.Count(result => result.IsCommitted));
        var feed = await WholeFeedAsync();
        Assert.Equal(1 + 91, feed.Count(happened => happened.Type == "visit"));
        Assert.Equal(feed.Count, feed[^1].Position);
        Assert.Equal(2, feed.Count(happened => happened.Type == "visit" && happened.Member == before.Key.Member));
    }
}
