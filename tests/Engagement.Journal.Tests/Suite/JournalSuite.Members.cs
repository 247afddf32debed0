using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Visits;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private const string Items = """[{"category":"皮肤护理","name":"补水\u0021","amount":380.50,"nested":[1,{"a":null}]}]""";
    private const string Extra = """{"收银员":"王\"芳","table":7e2,"tags":["a",""]}""";

    /// <summary>Ms Li's year, with everything in it that a member remembers.</summary>
    private static ActCommand[] LisYear() =>
    [
        Glow.Join("join", Glow.At("2025-01-01 01:00")),
        Glow.Act("profile", Glow.At("2025-01-01 02:00"), "profile_completed"),
        Glow.Purchase("trial", Glow.At("2025-01-02 02:00"), 380.50m, "O-1", Glow.Bund, Items, Extra),
        Glow.Purchase("card", Glow.At("2025-01-02 03:00:00.123456"), 9999.99m, "O-2", Glow.Bund),
        Glow.Purchase("gift", Glow.At("2025-01-05 03:00"), 100m, "订单-3", Glow.Soho),
        Glow.Refund("part", Glow.At("2025-01-06 03:00"), "O-2", 99.99m),
        Glow.Refund("whole", Glow.At("2025-01-07 03:00"), "订单-3"),
        Glow.CheckIn("c1", Glow.At("2025-01-10 01:00")),
        Glow.CheckIn("c2", Glow.At("2025-01-11 01:00")),
        Glow.CheckIn("c3", Glow.At("2025-01-13 01:00")),
        Glow.CheckIn("c4", Glow.At("2025-01-20 01:00")),
        Glow.CheckIn("c5", Glow.At("2025-01-20 02:00")),
        Glow.Visit("v1", Glow.At("2025-02-13 02:00"), Glow.Soho, "水光针 💧"),
        Glow.Visit("v2", Glow.At("2025-03-15 02:00")),
        Glow.Act("comment", Glow.At("2025-03-15 02:30"), "comment"),
        Glow.Visit("v3", Glow.At("2026-02-28 12:00")),
    ];

    private protected async Task<MemberRecord> LiAsync()
    {
        var li = Glow.Member("李/№1");
        await Store.LiveAsync(li, LisYear());
        // What a terminal that was offline sends long after.
        return await Store.TellAsync(li, Noon, Glow.CheckIn("late", Glow.At("2025-01-16 01:00")));
    }

    [Fact]
    public async Task A_member_is_found_just_as_she_was_stored()
    {
        var stored = await LiAsync();

        var found = await Journal.FindAsync(stored.Key, Cancel);

        Assert.Equal(stored, found);
        Assert.Contains(found!.State.Streak.Runs, run => run.Frozen.Length > 0);
        Assert.NotEmpty(found.State.Streak.LateDays);
        Assert.NotEmpty(found.State.Acts.RefundedOrders);
        Assert.Contains(found.State.Acts.Recent, act => act.Payment?.Refunded == 99.99m);
        Assert.NotEmpty(found.State.OnceActs);
        Assert.NotEmpty(found.State.LatestKeys);
    }

    [Fact]
    public async Task Her_events_told_again_make_her_what_she_is()
    {
        var stored = await LiAsync();

        var history = await Queries.HistoryAsync(stored.Key, Cancel);

        Assert.Equal(stored.Version, history.Count);
        Assert.Equal(stored.State, history.Aggregate(Member.Unknown, (member, told) => Evolution.Evolve(member, told.Happened)));
    }

    [Fact]
    public async Task Fields_that_nobody_knows_and_items_come_back_as_they_were_sent()
    {
        var stored = await LiAsync();

        var history = await Queries.HistoryAsync(stored.Key, Cancel);

        var trial = Assert.IsType<Purchased>(history.Single(told => told.Id == "trial").Happened);
        Assert.Equal((380.50m, "O-1", Items, Extra), (trial.Amount, trial.OrderId, trial.Items, trial.Extra));
        var visit = Assert.IsType<Visited>(history.Single(told => told.Id == "v1").Happened);
        Assert.Equal("水光针 💧", visit.Service);
        Assert.Equal(Glow.Key("v1"), visit.Key);
    }

    [Fact]
    public async Task A_member_nobody_has_heard_of_is_not_found_and_has_no_history()
    {
        Assert.Null(await Journal.FindAsync(Glow.Member("nobody"), Cancel));
        Assert.Null(await Journal.FindAsync(new(new("nowhere"), new("nobody")), Cancel));
        Assert.Empty(await Queries.HistoryAsync(Glow.Member("nobody"), Cancel));
        Assert.Equal(0, await Journal.HeadAsync(new("nowhere"), Cancel));
    }

    [Fact]
    public async Task Everything_is_there_after_the_store_was_closed_and_opened_again()
    {
        var stored = await LiAsync();
        var feed = await WholeFeedAsync();

        await ReopenAsync();

        Assert.Equal(stored, await Journal.FindAsync(stored.Key, Cancel));
        Assert.Equal(feed.Select(Told.Of), (await WholeFeedAsync()).Select(Told.Of));
        var again = Turns.Of(Glow.Member("zhao"), null, Noon, Glow.Visit("v1", Noon));
        Assert.False((await Journal.AppendAsync(again, Cancel)).IsCommitted);
        await Store.TellAsync(Glow.Member("zhao"), Noon, Glow.Visit("next", Noon));
        Assert.Equal(feed[^1].Position + 1, (await WholeFeedAsync())[feed.Count].Position);
    }

    [Fact]
    public async Task What_is_kept_beside_her_history_is_stored_without_an_event_and_moves_her_version_on()
    {
        var before = await LiAsync();

        var birthday = await KeepBirthdayAsync(before);

        var after = await FoundAsync(before.Key.Member.Value);
        Assert.Equal((birthday, before.Version + 1, before.State), (after.State.Birthday, after.Version, after.State));
        var late = Turns.Of(before.Key, before, Glow.At("2026-06-01"), Glow.Visit("slow", Glow.At("2026-06-01")));
        Assert.False((await Journal.AppendAsync(late, Cancel)).IsCommitted);
    }

    /// <summary>Keeps a birthday of a member as she was found.</summary>
    private protected async Task<Birthday> KeepBirthdayAsync(MemberRecord found)
    {
        Assert.True(Birthday.TryOf(5, 17, out var birthday));
        var append = new Append(
            found.Key, found.Row, found.Version, found.State with { Birthday = birthday }, found.RulesVersion, found.DueAt, [])
        {
            Found = found,
        };
        Assert.True((await Journal.AppendAsync(append, Cancel)).IsCommitted);
        return birthday;
    }
}
