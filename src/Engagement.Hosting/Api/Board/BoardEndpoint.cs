using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Hosting.Api.Documentation;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Boards;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Board;

/// <summary>The board of now or of any past instant, the feed of what was committed, and the clock they go by.</summary>
internal static class BoardEndpoint
{
    private const int MostInPage = 5000;

    public static void MapBoard(this RouteGroupBuilder chain)
    {
        chain.MapGet("/board", BoardAsync).WithName("getBoard").Needs(Right.SeeBoard, Place.StoreInQuery).WithSummary("The stage funnel and today's figures")
            .WithDescription("'at' is any past instant; now when missing.")
            .Produces<Boards.Board>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/feed", FeedAsync).WithName("getFeed").Needs(Right.ReadFeed).WithSummary("Committed events after a position, oldest first")
            .WithDescription("Ask again with 'after' set to 'next', or to the last position seen once 'next' is missing.")
            .Produces<ListOf<CommittedEventView>>().ProducesProblem(400).ProducesProblem(404);
        chain.MapPastFeed();
    }

    private static async Task<IResult> BoardAsync(
        string chain,
        ChainCatalogue chains,
        BoardQuery boards,
        NodeClock clock,
        CancellationToken cancellation,
        string? store = null,
        string? at = null)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        StoreId? place = string.IsNullOrEmpty(store) ? null : new StoreId(store);
        if (place is { } wanted && known.Find(wanted) is null)
            return Problems.UnknownStore(store!);
        if (!PastInstant.TryRead(at, clock.Now, out var instant, out var problem))
            return problem;
        return TypedResults.Ok(await boards.ReadAsync(known.Id, place, instant, cancellation).ConfigureAwait(false));
    }

    private static async Task<IResult> FeedAsync(
        string chain,
        ChainCatalogue chains,
        IJournalQueries queries,
        CancellationToken cancellation,
        string? after = null,
        string? limit = null)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (!Paging.TryLimit(limit, 100, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        var position = 0L;
        if (!string.IsNullOrEmpty(after)
            && (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out position) || position >= 1L << 40))
            return Problems.InvalidParameter("after", "must be a position, such as the last one seen");
        var events = await queries.FeedAsync(known.Id, position, count + 1, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(Paging.Page(events, count, last => last.Position.ToString(CultureInfo.InvariantCulture)));
    }
}
