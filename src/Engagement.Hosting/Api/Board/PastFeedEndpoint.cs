using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Hosting.Api.Documentation;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Board;

/// <summary>What had happened by a past instant, for whoever looks at the board of that instant.</summary>
internal static class PastFeedEndpoint
{
    private const int MostInPage = 500;

    public static void MapPastFeed(this RouteGroupBuilder chain) =>
        chain.MapGet("/feed/past", ListAsync).WithName("getPastFeed").Needs(Right.SeeBoard, Place.StoreInQuery)
            .WithSummary("What had happened by an instant, the latest first")
            .WithDescription(
                "Ordered by when things happened, not by when they were told: what was told late stands where it belongs. 'at' is a past instant; "
                + "now when missing. 'before' is the 'next' of the page before, and takes the place of 'at'.")
            .Produces<ListOf<CommittedEventView>>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> ListAsync(
        string chain,
        ChainCatalogue chains,
        IJournalQueries queries,
        NodeClock clock,
        CancellationToken cancellation,
        string? at = null,
        string? store = null,
        string? before = null,
        string? limit = null)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        StoreId? home = string.IsNullOrEmpty(store) ? null : new StoreId(store);
        if (home is { } wanted && known.Find(wanted) is null)
            return Problems.UnknownStore(store!);
        if (!PastInstant.TryRead(at, clock.Now, out var past, out var problem))
            return problem;
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        // What happened at the instant itself had happened by then.
        var place = new TimelinePlace((past ?? clock.Now) + Instant.Resolution, 0);
        if (!string.IsNullOrEmpty(before))
        {
            if (Paging.Place(before) is not { } next || next.Position >= 1L << 40)
                return Problems.InvalidParameter("before", "must be the 'next' of the page before");
            place = next;
        }

        var events = await queries.HappenedAsync(known.Id, home, place, count + 1, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(Paging.Page(events, count, last => Paging.Cursor(new TimelinePlace(last.At, last.Position))));
    }
}
