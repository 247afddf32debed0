using System.Collections.Immutable;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Stages;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private static readonly Campaign Spring8March = new()
    {
        Title = "春天",
        Segment = new() { Stages = [Stage.Dormant], Stores = ["berlin"], Flags = [AttentionFlags.Slipping], InStageDaysFrom = 3, InStageDaysTo = 9 },
        Template = "dormant_hello",
        Channel = "sms",
        Offer = "A voucher of 200",
        HoldoutPercent = 10,
        UselessAfterHours = 24,
        Schedule = new() { At = new DateTime(2026, 3, 8, 10, 0, 0) },
        Paused = true,
        Version = 1,
        Since = Noon,
    };

    [Fact]
    public async Task A_chain_comes_back_with_all_that_was_decided_for_it()
    {
        var chain = new Chain(new("fit"), "健身 \"Fit\" & Söhne", "EUR")
        {
            Version = 1,
            RulesVersion = 3,
            RulesSince = Noon,
            PolicyVersion = 4,
            Policy = Policy.Default with
            {
                Stages = new() { DormantAfterDays = 45, Loyal = new(9, 365) },
                Points = new() { PerCurrencyUnit = 1.5m, Acts = Policy.Default.Points.Acts.Add("跑步", new(7, Once: true)) },
                Locked = ["points", "stages.loyal"],
            },
            Stores =
            [
                new(new("pudong"), "浦东", "Asia/Shanghai") { PolicyVersion = 2, Overrides = """{"stages":{"lostAfterDays":400}}""" },
                new(new("berlin"), "Berlin", "Europe/Berlin"),
            ],
            Campaigns = ImmutableSortedDictionary<string, Campaign>.Empty.Add("spring", Spring8March),
        };

        Assert.True(await Store.Chains.SaveAsync(chain, Cancel));

        var found = await Store.Chains.FindAsync(chain.Id, Cancel);
        Assert.Equal(ChainFormat.Write(chain), ChainFormat.Write(found!));
        Assert.Equal(chain.Policy.Points, found!.Policy.Points);
        Assert.Equal(chain.Stores, found.Stores);
        Assert.Equal(400, ChainFormat.RulesOf(found).For(new StoreId("pudong")).Policy.Stages.LostAfterDays);
    }

    [Fact]
    public async Task Of_two_changes_to_the_same_version_of_a_chain_one_wins()
    {
        var known = (await Store.Chains.FindAsync(Glow.Id, Cancel))!;

        Assert.True(await Store.Chains.SaveAsync(known with { Version = 2, Name = "first" }, Cancel));
        Assert.False(await Store.Chains.SaveAsync(known with { Version = 2, Name = "second" }, Cancel));
        Assert.False(await Store.Chains.SaveAsync(known with { Version = 1, Name = "again" }, Cancel));
        Assert.False(await Store.Chains.SaveAsync(known with { Version = 4, Name = "hasty" }, Cancel));

        Assert.Equal(("first", 2L), (await Store.Chains.FindAsync(Glow.Id, Cancel)) is { } found ? (found.Name, found.Version) : default);
    }

    [Fact]
    public async Task Rules_of_the_past_are_found_as_they_were_when_they_were_last_in_force()
    {
        var known = (await Store.Chains.FindAsync(Glow.Id, Cancel))!;
        await Store.Chains.SaveAsync(known with { Version = 2, Name = "renamed" }, Cancel);
        var stricter = Policy.Default with { Stages = new() { DormantAfterDays = 30 } };
        await Store.Chains.SaveAsync(known with { Version = 3, RulesVersion = 2, RulesSince = Noon, Policy = stricter }, Cancel);

        var first = await Store.Chains.FindAsync(Glow.Id, 1, Cancel);
        var second = await Store.Chains.FindAsync(Glow.Id, 2, Cancel);

        Assert.Equal(("renamed", 90), (first!.Name, first.Policy.Stages.DormantAfterDays));
        Assert.Equal((Noon, 30), (second!.RulesSince, second.Policy.Stages.DormantAfterDays));
        Assert.Null(await Store.Chains.FindAsync(Glow.Id, 3, Cancel));
    }

    [Fact]
    public async Task All_chains_are_listed_in_the_order_of_their_ids()
    {
        await Store.Chains.SaveAsync(Glow.Chain(new("z")), Cancel);
        await Store.Chains.SaveAsync(Glow.Chain(new("a")), Cancel);

        Assert.Equal(["a", "glow", "z"], (await Store.Chains.ListAsync(Cancel)).Select(chain => chain.Id.Value));
        Assert.Null(await Store.Chains.FindAsync(new("nowhere"), Cancel));
    }

    [Fact]
    public async Task A_new_name_for_a_chain_leaves_its_history_alone()
    {
        await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v1", Noon));
        var known = (await Store.Chains.FindAsync(Glow.Id, Cancel))!;

        await Store.Chains.SaveAsync(known with { Version = 2, Name = "renamed" }, Cancel);
        await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v2", Noon));

        var feed = await WholeFeedAsync();
        Assert.Equal(feed.Count, feed[^1].Position);
        Assert.Equal(["v1", "v2"], feed.Where(told => told.Id is not null).Select(told => told.Id!));
    }
}
