using Engagement.Domain.Time;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Insights;
using Engagement.Hosting.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Insights;

/// <summary>What a chain's past says of its members as a whole (docs/domain/insights.md).</summary>
internal static class InsightEndpoints
{
    private const int UsualMonths = 12;
    private const int UsualDays = 90;

    public static void MapInsights(this RouteGroupBuilder chain)
    {
        chain.MapGet("/cohorts", CohortsAsync).WithName("getCohorts").Needs(Right.SeeFigures, Place.StoreInQuery)
            .WithSummary("How members who joined in the same month went on coming")
            .WithDescription("'at' is any past instant; now when missing. 'months' is how many, 1 to 60; 12 when missing. 'store' is for members at home there. An answer may be up to a minute old: 'asOf' says of when it is.")
            .Produces<CohortsView>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/visit-hours", VisitHoursAsync).WithName("getVisitHours").Needs(Right.SeeFigures, Place.StoreInQuery)
            .WithSummary("How many counted acts there were on each weekday at each hour")
            .WithDescription("'from' and 'to' are instants, or days such as 2026-01-31, which count whole; the 90 days before 'to', or before now, when missing. 'store' is where they happened. An answer may be up to a minute old.")
            .Produces<VisitHoursView>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/rates", RatesAsync).WithName("getRates").Needs(Right.SeeFigures, Place.StoreInQuery)
            .WithSummary("Repurchase, second visit and churn, with the last twelve months")
            .WithDescription("'at' is any past instant; now when missing. 'store' is for members at home there. An answer may be up to a minute old: 'asOf' says of when it is.")
            .Produces<RatesView>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> CohortsAsync(
        string chain,
        ChainCatalogue chains,
        ChainInsights insights,
        NodeClock clock,
        CancellationToken cancellation,
        string? store = null,
        string? at = null,
        string? months = null)
    {
        var now = clock.Now;
        var (asked, problem) = await InsightQuestion.ReadAsync(chains, chain, store, at, now, cancellation).ConfigureAwait(false);
        if (asked is null)
            return problem!;
        if (!Paging.TryLimit(months, UsualMonths, CohortsView.MostMonths, out var count))
            return Problems.InvalidParameter("months", Paging.LimitRule(CohortsView.MostMonths));
        return TypedResults.Ok(await insights.AskAsync(
            asked.Chain,
            ("cohorts", asked.Store, asked.At, count),
            past => CohortsView.Of(past, asked.Chain, asked.Store, asked.At ?? now, count),
            cancellation).ConfigureAwait(false));
    }

    private static async Task<IResult> VisitHoursAsync(
        string chain,
        ChainCatalogue chains,
        ChainInsights insights,
        NodeClock clock,
        CancellationToken cancellation,
        string? store = null,
        string? from = null,
        string? to = null)
    {
        var now = clock.Now;
        var (asked, problem) = await InsightQuestion.ReadAsync(chains, chain, store, null, now, cancellation).ConfigureAwait(false);
        if (asked is null)
            return problem!;
        var (end, start) = ((Instant?)null, (Instant?)null);
        if (!string.IsNullOrEmpty(to) && (end = asked.ReadEnd(to)) is null)
            return Problems.InvalidParameter("to", "must be an instant such as 2026-01-31T09:30:00Z, or a day such as 2026-01-31");
        if (!string.IsNullOrEmpty(from) && (start = asked.ReadInstant(from)) is null)
            return Problems.InvalidParameter("from", "must be an instant such as 2026-01-31T09:30:00Z, or a day such as 2026-01-31");
        // What has not happened yet is not asked about: the running day ends now.
        var until = Instant.Earlier(end ?? now, now);
        var since = start ?? Instant.Later(until - TimeSpan.FromDays(UsualDays), Instant.Earliest);
        if (since >= until)
            return Problems.InvalidParameter("from", "must be before 'to', and not in the future");
        return TypedResults.Ok(await insights.AskAsync(
            asked.Chain,
            ("visit-hours", asked.Store, start, end),
            past => VisitHoursView.Of(past, asked.Chain, asked.Store, since, until, now),
            cancellation).ConfigureAwait(false));
    }

    private static async Task<IResult> RatesAsync(
        string chain,
        ChainCatalogue chains,
        ChainInsights insights,
        NodeClock clock,
        CancellationToken cancellation,
        string? store = null,
        string? at = null)
    {
        var now = clock.Now;
        var (asked, problem) = await InsightQuestion.ReadAsync(chains, chain, store, at, now, cancellation).ConfigureAwait(false);
        if (asked is null)
            return problem!;
        return TypedResults.Ok(await insights.AskAsync(
            asked.Chain,
            ("rates", asked.Store, asked.At),
            past => RatesView.Of(past, asked.Chain, asked.Store, asked.At ?? now),
            cancellation).ConfigureAwait(false));
    }
}
