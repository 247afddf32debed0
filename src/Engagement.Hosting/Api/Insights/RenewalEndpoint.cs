using System.Security.Claims;
using Engagement.Hosting.Api.Members;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Insights;
using Engagement.Hosting.Profiles;
using Engagement.Hosting.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Insights;

/// <summary>The cards that are to be renewed (续费, docs/domain/insights.md).</summary>
internal static class RenewalEndpoint
{
    private const int UsualDays = 60;
    private const int MostDays = 366;
    private const int MostInPage = 200;

    public static void MapRenewals(this RouteGroupBuilder chain) =>
        chain.MapGet("/renewals", ListAsync).WithName("listRenewals").Needs(Right.SeeMembers, Place.StoreInQuery)
            .WithSummary("Cards that end soon, or ended within the last 30 days and were not renewed; the earliest end first")
            .WithDescription("'at' is any past instant; now when missing. 'withinDays' is how soon, 1 to 366; 60 when missing. 'store' is for members at home there. Members who were erased are left out.")
            .Produces<RenewalListView>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> ListAsync(
        string chain,
        ClaimsPrincipal user,
        ChainCatalogue chains,
        RenewalList renewals,
        MemberProfiles profiles,
        NodeClock clock,
        CancellationToken cancellation,
        string? store = null,
        string? at = null,
        string? withinDays = null,
        string? limit = null,
        string? cursor = null)
    {
        var now = clock.Now;
        var (asked, problem) = await InsightQuestion.ReadAsync(chains, chain, store, at, now, cancellation).ConfigureAwait(false);
        if (asked is null)
            return problem!;
        if (!Paging.TryLimit(withinDays, UsualDays, MostDays, out var days))
            return Problems.InvalidParameter("withinDays", Paging.LimitRule(MostDays));
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        RenewalPlace? after = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (Paging.InstantAndName(cursor) is not var (end, name) || (after = RenewalPlace.Of(end, name)) is null)
                return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");
        }

        var asOf = asked.At ?? now;
        var found = await renewals
            .ReadAsync(asked.Chain, asked.Store, asOf, asked.At is not null, TimeSpan.FromDays(days), after, count + 1, cancellation)
            .ConfigureAwait(false);
        var page = Paging.Page(found, count, last => Paging.Cursor(last.Place.End, last.Place.Name));
        var known = await profiles.FindAsync(asked.Chain.Id, [.. page.Items.Select(item => item.Member.Id).Distinct()], cancellation).ConfigureAwait(false);
        var caller = Caller.Of(user);
        return TypedResults.Ok(new RenewalListView(
            asked.Chain.Id.Value,
            asked.Store?.Value,
            asOf.ToDateTimeOffset(),
            [
                .. page.Items.Select(item => RenewalView.Of(
                    item,
                    ProfileRowView.Of(
                        known.GetValueOrDefault(item.Member.Id),
                        caller?.May(Right.SeePersonalDataInLists, asked.Chain.Id, item.Member.Home) != true),
                    asOf)),
            ],
            page.Next));
    }
}
