using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Journal.Digests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Campaigns;

/// <summary>What each day brought each store, as it was worked out in the night after.</summary>
internal static class DigestEndpoint
{
    private const int MostInPage = 500;
    private const string DayFormat = "yyyy-MM-dd";

    public static void MapDigests(this RouteGroupBuilder chain) =>
        chain.MapGet("/digests", ListAsync).WithName("listDigests").Needs(Right.SeeFigures, Place.StoreInQuery).WithSummary("What each day brought each store, the latest first")
            .WithDescription("'day' is a calendar day by the store's own clocks, such as 2026-03-08.")
            .Produces<ListOf<DigestView>>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> ListAsync(
        string chain,
        ChainCatalogue chains,
        IDigests digests,
        CancellationToken cancellation,
        string? store = null,
        string? day = null,
        string? limit = null,
        string? cursor = null)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        if (!string.IsNullOrEmpty(store) && known.Find(new(store)) is null)
            return Problems.UnknownStore(store);
        var wanted = string.IsNullOrEmpty(day) ? null : Day(day);
        if (!string.IsNullOrEmpty(day) && wanted is null)
            return Problems.InvalidParameter("day", "must be a day such as 2026-03-08");
        DigestPlace? after = null;
        if (!string.IsNullOrEmpty(cursor) && (after = PlaceOf(cursor)) is null)
            return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");
        var search = new DigestSearch(string.IsNullOrEmpty(store) ? null : new StoreId(store), wanted, after, count + 1);
        var page = Paging.Page(await digests.ListAsync(known.Id, search, cancellation).ConfigureAwait(false), count, CursorOf);
        return TypedResults.Ok(new ListOf<DigestView>([.. page.Items.Select(DigestView.Of)], page.Next));
    }

    private static string CursorOf(Digest digest) =>
        Paging.Cursor($"{digest.Day.ToString(DayFormat, CultureInfo.InvariantCulture)}.{digest.Store}");

    private static DigestPlace? PlaceOf(string cursor) =>
        Paging.Text(cursor)?.Split('.', 2) is [var day, var store] && Day(day) is { } date && Identifiers.IsText(store)
            ? new DigestPlace(date, new(store))
            : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
