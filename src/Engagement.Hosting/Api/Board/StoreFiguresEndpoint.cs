using System.Security.Claims;
using Engagement.Domain.Identity;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Boards;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Board;

/// <summary>The stores of a chain side by side.</summary>
internal static class StoreFiguresEndpoint
{
    public static void MapStoreFigures(this RouteGroupBuilder chain) =>
        chain.MapGet("/stores/figures", ListAsync).WithName("listStoreFigures").Needs(Right.SeeBoard, Place.Own).WithSummary("The stores side by side, all as of one instant")
            .WithDescription(
                "'at' is any past instant; now when missing. NPS and returns are of the UTC days 'from' to 'to', both included, at most 366; without them of "
                + "the 30 up to then. Whoever is confined to stores gets those; 'store' leaves one. 'tasks' is null of the past, 'liability' for whoever may not see it.")
            .Produces<StoreFiguresList>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> ListAsync(
        string chain,
        ClaimsPrincipal user,
        ChainCatalogue chains,
        StoreFiguresQuery figures,
        NodeClock clock,
        CancellationToken cancellation,
        string? store = null,
        string? at = null,
        string? from = null,
        string? to = null)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (!string.IsNullOrEmpty(store) && known.Find(new(store)) is null)
            return Problems.UnknownStore(store);
        if (!PastInstant.TryRead(at, clock.Now, out var past, out var problem) || !Days.TryRead(from, to, past ?? clock.Now, out var days, out problem))
            return problem;
        var caller = Caller.Of(user);
        if (!string.IsNullOrEmpty(store) && caller?.May(Right.SeeBoard, known.Id, new StoreId(store)) != true)
            return Problems.NotYourStore();
        return TypedResults.Ok(await figures.ReadAsync(
            known,
            [.. known.Stores.Where(each => (string.IsNullOrEmpty(store) || each.Id.Value == store) && caller?.May(Right.SeeBoard, known.Id, each.Id) == true)],
            past,
            days.From,
            days.To,
            each => caller?.May(Right.SeeValue, known.Id, each) == true,
            cancellation).ConfigureAwait(false));
    }
}
