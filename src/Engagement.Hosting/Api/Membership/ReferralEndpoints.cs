using Engagement.Domain.Identity;
using Engagement.Domain.Referral;
using Engagement.Hosting.Api.Members;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Journal;
using Engagement.Journal.Referrals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Membership;

/// <summary>Codes, trees and the members who bring most (docs/domain §10).</summary>
internal static class ReferralEndpoints
{
    private const int MostInPage = 500;
    private const int MostDepth = 20;

    public static void MapReferrals(this RouteGroupBuilder chain)
    {
        chain.MapGet("/members/{id}/referrals", TreeAsync).WithName("getReferrals").Needs(Right.SeeMembers, Place.MemberInPath)
            .WithSummary("A member's referral code, and whom she brought, and whom those brought")
            .WithDescription("Level by level, to 'depth' levels (20 by default) and 'limit' people.")
            .Produces<ReferralTreeView>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/referrals/leaders", LeadersAsync).WithName("getReferralLeaders").Needs(Right.SeeValue).WithSummary("The members who bring most (超级会员)")
            .WithDescription("'by': bought (friends who bought, the default), friends, reach (all of the tree), depth, or value (what the friends and those they brought have paid).")
            .Produces<ListOf<ReferralLeaderView>>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> TreeAsync(
        string chain,
        string id,
        ChainCatalogue chains,
        IJournal journal,
        IReferrals referrals,
        CancellationToken cancellation,
        string? depth = null,
        string? limit = null)
    {
        var key = MemberEndpoints.KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (!Paging.TryLimit(depth, MostDepth, MostDepth, out var levels))
            return Problems.InvalidParameter("depth", Paging.LimitRule(MostDepth));
        if (!Paging.TryLimit(limit, MostInPage, MostInPage, out var most))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        if (!Identifiers.IsText(id) || await journal.FindAsync(key, cancellation).ConfigureAwait(false) is not { } record)
            return Problems.UnknownMember();
        // She has no code any more, and is to be given none.
        if (record.State.IsErased)
            return Problems.MemberErased();
        var tree = new ReferralTree(await referrals.ListAsync(key.Chain, cancellation).ConfigureAwait(false));
        var branches = tree.Of(key.Member, levels, most);
        return TypedResults.Ok(new ReferralTreeView(
            await referrals.CodeAsync(key, cancellation).ConfigureAwait(false),
            branches.Length,
            branches.IsEmpty ? 0 : branches[^1].Depth,
            [.. branches.Select(branch => ReferralBranchView.Of(branch))]));
    }

    private static async Task<IResult> LeadersAsync(
        string chain,
        ChainCatalogue chains,
        IJournal journal,
        IReferrals referrals,
        CancellationToken cancellation,
        string? by = null,
        string? limit = null)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (!Paging.TryLimit(limit, 50, MostInPage, out var most))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        var measure = string.IsNullOrEmpty(by) ? "bought" : by;
        if (measure is not ("bought" or "friends" or "reach" or "depth" or "value"))
            return Problems.InvalidParameter("by", "must be bought, friends, reach, depth or value");

        var links = await referrals.ListAsync(id, cancellation).ConfigureAwait(false);
        var tree = new ReferralTree(links);
        var referrers = tree.Referrers().ToList();
        var spent = new Dictionary<MemberId, decimal>();
        if (measure == "value")
            await SpentAsync(links.Select(link => link.Friend)).ConfigureAwait(false);
        var leaders = referrers
            .OrderByDescending(referrer => measure switch
            {
                "friends" => referrer.Friends,
                "reach" => referrer.Reach,
                "depth" => referrer.Depth,
                "value" => ValueOf(referrer),
                _ => (decimal)referrer.Bought,
            })
            .ThenByDescending(referrer => referrer.Reach).ThenBy(referrer => referrer.Member.Value, StringComparer.Ordinal)
            .Take(most).ToList();
        await SpentAsync(leaders.SelectMany(Brought)).ConfigureAwait(false);
        return TypedResults.Ok(new ListOf<ReferralLeaderView>([.. leaders.Select(referrer => new ReferralLeaderView(
            referrer.Member.Value, referrer.Friends, referrer.Bought, referrer.Reach, referrer.Depth, ValueOf(referrer)))]));

        IEnumerable<MemberId> Brought(Referrer referrer) => tree.Of(referrer.Member, 2, int.MaxValue).Select(branch => branch.Link.Friend);

        decimal ValueOf(Referrer referrer) => Brought(referrer).Sum(friend => spent.GetValueOrDefault(friend));

        async Task SpentAsync(IEnumerable<MemberId> friends)
        {
            foreach (var friend in friends.Where(friend => !spent.ContainsKey(friend)).ToHashSet())
                spent[friend] = (await journal.FindAsync(new(id, friend), cancellation).ConfigureAwait(false))?.State.Tier.Spent ?? 0m;
        }
    }
}

/// <summary>A member's referral code and her tree.</summary>
/// <param name="Code">What she hands to her friends: a join names it as 'referralCode'.</param>
/// <param name="Reach">How many the tree has, as far as it was asked for.</param>
/// <param name="Depth">How many levels.</param>
public sealed record ReferralTreeView(string Code, int Reach, int Depth, IReadOnlyList<ReferralBranchView> Branches);

/// <summary>Somebody in a tree.</summary>
/// <param name="Depth">1 for whom she brought herself, 2 for whom those brought, and so on.</param>
public sealed record ReferralBranchView(string Member, string Referrer, DateTimeOffset At, bool HasBought, int Depth)
{
    internal static ReferralBranchView Of(ReferralBranch branch) => new(
        branch.Link.Friend.Value, branch.Link.Referrer.Value, branch.Link.At.ToDateTimeOffset(), branch.Link.HasBought, branch.Depth);
}

/// <summary>A member who brings others.</summary>
/// <param name="Friends">Whom she brought herself.</param>
/// <param name="Bought">How many of those have bought.</param>
/// <param name="Reach">All of her tree.</param>
/// <param name="Depth">How many links its longest chain has.</param>
/// <param name="Value">What her friends and those they brought have paid, less refunds, in the chain's currency.</param>
public sealed record ReferralLeaderView(string Member, int Friends, int Bought, int Reach, int Depth, decimal Value);
