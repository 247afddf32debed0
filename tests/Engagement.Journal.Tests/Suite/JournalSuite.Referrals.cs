using Engagement.Domain.Identity;
using Engagement.Domain.Referral;
using Engagement.Journal.Referrals;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private IReferrals Referrals => Store.Referrals;

    [Fact]
    public async Task Who_brought_whom_is_known_once_she_has_welcomed_her_friend()
    {
        await Store.TellAsync(Glow.Member("zhao"), Noon - TimeSpan.FromDays(1), Glow.Join("j", Noon - TimeSpan.FromDays(1)));
        await FriendAsync("li");
        Assert.Empty(await Referrals.ListAsync(Glow.Id, Cancel));

        await WelcomeAsync("li");
        await WelcomeAsync("bai");

        Assert.Equal(
            [new ReferralLink(new("bai"), new("zhao"), Noon, false), new ReferralLink(new("li"), new("zhao"), Noon, false)],
            await Referrals.ListAsync(Glow.Id, Cancel));
        Assert.Empty(await Referrals.ListAsync(new("nowhere"), Cancel));
    }

    [Fact]
    public async Task A_friend_who_bought_and_gave_it_back_and_bought_again_is_known_as_such()
    {
        var zhao = Glow.Member("zhao");
        await Store.TellAsync(zhao, Noon - TimeSpan.FromDays(1), Glow.Join("j", Noon - TimeSpan.FromDays(1)));
        await WelcomeAsync("li");
        await WelcomeAsync("bai");

        await Store.TellAsync(zhao, Noon, new RewardReferrer(new("li"), 1));
        Assert.Equal([false, true], await BoughtAsync());
        await ReopenAsync();
        Assert.Equal([false, true], await BoughtAsync());

        await Store.TellAsync(zhao, Noon, new ReturnReward(new("li"), 1));
        Assert.Equal([false, false], await BoughtAsync());

        // In one commit the last word holds.
        await Store.TellAsync(
            zhao, Noon, new RewardReferrer(new("li"), 2), new RewardReferrer(new("bai"), 1), new ReturnReward(new("bai"), 1), new RewardReferrer(new("bai"), 2));
        Assert.Equal([true, true], await BoughtAsync());
    }

    [Fact]
    public async Task A_commit_that_came_too_late_links_nobody()
    {
        var zhao = await Store.TellAsync(
            Glow.Member("zhao"), Noon - TimeSpan.FromDays(1), Glow.Join("j", Noon - TimeSpan.FromDays(1)));
        await Store.TellAsync(zhao.Key, Noon, Glow.Visit("v", Noon));

        var late = Turns.Of(zhao.Key, zhao, Noon, new WelcomeFriend(new("li"), Noon));

        Assert.False((await Journal.AppendAsync(late, Cancel)).IsCommitted);
        Assert.Empty(await Referrals.ListAsync(Glow.Id, Cancel));
    }

    [Fact]
    public async Task A_member_has_one_code_for_ever_and_no_other_member_has_it()
    {
        var codes = await Task.WhenAll(Enumerable.Range(0, 50).Select(
            number => Referrals.CodeAsync(Glow.Member($"m{number % 25}"), Cancel).AsTask()));

        Assert.Equal(25, codes.Distinct().Count());
        Assert.Equal(codes[..25], codes[25..]);
        Assert.All(codes, code => Assert.Matches("^[2-9A-HJKMNP-Z]{8}$", code));
        await ReopenAsync();
        Assert.Equal(codes[7], await Referrals.CodeAsync(Glow.Member("m7"), Cancel));
    }

    [Fact]
    public async Task Whose_code_it_is_is_found_within_her_chain_only()
    {
        await Store.Chains.SaveAsync(Glow.Chain(new("dusk")), Cancel);
        var (zhao, li) = (await Referrals.CodeAsync(Glow.Member("zhao"), Cancel), await Referrals.CodeAsync(Glow.Member("李"), Cancel));
        var elsewhere = await Referrals.CodeAsync(new(new("dusk"), new("zhao")), Cancel);

        Assert.Equal(
            new Dictionary<string, MemberId> { [zhao] = new("zhao"), [li] = new("李") },
            await Referrals.FindAsync(Glow.Id, [zhao, li, elsewhere, "NOBODYS1"], Cancel));
        Assert.Equal(new MemberId("zhao"), (await Referrals.FindAsync(new("dusk"), [elsewhere], Cancel))[elsewhere]);
        Assert.Empty(await Referrals.FindAsync(new("nowhere"), [zhao], Cancel));
        Assert.Empty(await Referrals.FindAsync(Glow.Id, [], Cancel));
    }

    private Task<MemberRecord> WelcomeAsync(string friend) =>
        Store.TellAsync(Glow.Member("zhao"), Noon, new WelcomeFriend(new(friend), Noon));

    private async Task<IEnumerable<bool>> BoughtAsync() =>
        (await Referrals.ListAsync(Glow.Id, Cancel)).Select(link => link.HasBought);
}
