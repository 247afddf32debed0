using System.Collections.Concurrent;
using Engagement.Domain.Families;
using Engagement.Domain.Referral;
using Engagement.Domain.Time;
using Engagement.Journal.Errands;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private IErrands Errands => Store.Errands;

    [Fact]
    public async Task What_a_member_asks_of_another_is_stored_with_the_commit_that_asks()
    {
        await Store.TellAsync(Glow.Member("zhao"), Noon, Glow.Visit("v", Noon));
        Assert.Empty(await ErrandsAsync());

        await FriendAsync("li");

        var errand = Assert.Single(await ErrandsAsync());
        Assert.Equal(
            new AskedErrand(
                errand.Number,
                Glow.Member("li"),
                Glow.Member("zhao"),
                new WelcomeFriend(new("li"), Noon),
                Instant.FromDateTimeOffset(Time.GetUtcNow()),
                0),
            errand);
    }

    [Fact]
    public async Task A_commit_that_came_too_late_asks_nothing()
    {
        var append = Turns.Of(Glow.Member("li"), null, Noon, Glow.Join("j", Noon, referrer: "zhao"));
        Assert.True((await Journal.AppendAsync(append, Cancel)).IsCommitted);

        Assert.False((await Journal.AppendAsync(append, Cancel)).IsCommitted);

        Assert.Single(await ErrandsAsync());
    }

    [Fact]
    public async Task Many_commits_at_once_ask_each_their_own()
    {
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => number % 2 == 0
            ? FriendAsync($"m{number}", referrer: $"r{number}")
            : Store.TellAsync(Glow.Member($"m{number}"), Noon, Glow.Visit($"v{number}", Noon))));

        var asked = await ErrandsAsync();

        Assert.Equal(30, asked.Count);
        Assert.All(asked, errand => Assert.Equal(errand.From.Member.Value[1..], errand.To.Member.Value[1..]));
        Assert.All(asked, errand => Assert.Equal(errand.From.Member, errand.Command!.From));
    }

    [Fact]
    public async Task An_errand_belongs_to_whoever_claimed_it_until_the_lease_ends()
    {
        await FriendAsync("li");
        var first = Assert.Single(await ErrandsAsync());

        Time.Advance(Lease - TimeSpan.FromTicks(10));
        Assert.Empty(await ErrandsAsync());

        Time.Advance(TimeSpan.FromTicks(10));
        Assert.Equal(first with { Tries = 1 }, Assert.Single(await ErrandsAsync()));
    }

    [Fact]
    public async Task An_errand_that_was_not_heard_is_given_out_again_after_the_wait()
    {
        await FriendAsync("li");
        var first = Assert.Single(await ErrandsAsync());

        await Errands.RetryAsync(first.Number, TimeSpan.FromHours(1), Cancel);

        Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(10));
        Assert.Empty(await ErrandsAsync());
        Time.Advance(TimeSpan.FromTicks(10));
        Assert.Equal(first with { Tries = 1 }, Assert.Single(await ErrandsAsync()));
    }

    [Fact]
    public async Task An_errand_that_was_heard_is_never_given_out_again()
    {
        await FriendAsync("li");
        var errand = Assert.Single(await ErrandsAsync());

        await Errands.DoneAsync(errand.Number, Cancel);

        Time.Advance(TimeSpan.FromDays(400));
        await ReopenAsync();
        Assert.Empty(await ErrandsAsync());
        await Errands.DoneAsync(errand.Number, Cancel);
        await Errands.RetryAsync(errand.Number, TimeSpan.Zero, Cancel);
        Assert.Empty(await ErrandsAsync());
    }

    [Fact]
    public async Task What_somebody_who_was_lost_had_claimed_is_brought_by_whoever_comes_after()
    {
        await FriendAsync("li");
        var first = Assert.Single(await ErrandsAsync());
        await ReopenAsync();
        if (LeasesOutliveTheirProcess)
        {
            Assert.Empty(await ErrandsAsync());
            Time.Advance(Lease);
        }

        Assert.Equal(first with { Tries = 1 }, Assert.Single(await ErrandsAsync()));
    }

    [Fact]
    public async Task Those_asked_first_are_brought_first()
    {
        foreach (var number in Enumerable.Range(0, 6))
        {
            await FriendAsync($"f{number}");
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await ErrandsAsync(4);
        var rest = await ErrandsAsync(4);

        Assert.Equal(["f0", "f1", "f2", "f3", "f4", "f5"], first.Concat(rest).Select(errand => errand.From.Member.Value));
    }

    [Fact]
    public async Task What_one_member_asks_of_another_is_brought_one_after_the_other_in_that_order()
    {
        await Store.TellAsync(Glow.Member("zhao"), Noon, new AddToFamily(Glow.Key("a"), Noon, null, new("li")));
        await Store.TellAsync(Glow.Member("zhao"), Noon, new RemoveFromFamily(Glow.Key("b"), Noon, null, new("li")));
        await Store.TellAsync(Glow.Member("zhao"), Noon, new AddToFamily(Glow.Key("c"), Noon, null, new("wang")));

        var (first, other) = await ErrandsAsync() is [var one, var two] ? (one, two) : throw new InvalidOperationException("Not two.");
        Assert.Equal((new JoinFamily(new("zhao")), "wang"), (first.Command, other.To.Member.Value));
        await Errands.RetryAsync(first.Number, TimeSpan.FromHours(1), Cancel);
        Time.Advance(TimeSpan.FromMinutes(59));
        Assert.DoesNotContain(await ErrandsAsync(), errand => errand.To == first.To);

        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(first.Number, (await ErrandsAsync()).Single(errand => errand.To == first.To).Number);
        await Errands.DoneAsync(first.Number, Cancel);

        Assert.Equal(new PartFromFamily(new("zhao")), (await ErrandsAsync()).Single(errand => errand.To == first.To).Command);
    }

    [Fact]
    public async Task Eight_who_claim_at_once_never_get_the_same_errand()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => FriendAsync($"f{number}")));
        var given = new ConcurrentBag<long>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                while (await ErrandsAsync(5) is { Count: > 0 } errands)
                {
                    foreach (var errand in errands)
                        given.Add(errand.Number);
                }
            },
            Cancel)));

        Assert.Equal(100, given.Count);
        Assert.Equal(100, given.Distinct().Count());
    }

    [Fact]
    public async Task Whoever_brings_errands_is_told_once_some_are_there_to_claim()
    {
        var told = 0;
        Errands.Asked += () => Interlocked.Increment(ref told);
        await Store.TellAsync(Glow.Member("zhao"), Noon, Glow.Visit("v", Noon));
        Assert.Equal(0, told);

        await FriendAsync("li");

        Assert.Equal(1, told);
        Assert.Single(await ErrandsAsync());
    }

    private Task<MemberRecord> FriendAsync(string member, string referrer = "zhao") =>
        Store.TellAsync(Glow.Member(member), Noon, Glow.Join($"j-{member}", Noon, referrer: referrer));

    private ValueTask<IReadOnlyList<AskedErrand>> ErrandsAsync(int limit = 100) => Errands.ClaimAsync(limit, Lease, Cancel);
}
