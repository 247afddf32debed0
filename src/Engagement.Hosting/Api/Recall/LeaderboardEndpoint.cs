using Engagement.Domain.Identity;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Recall;
using Engagement.Hosting.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Recall;

/// <summary>What came of what staff did (docs/domain/care.md, whose return it is).</summary>
internal static class LeaderboardEndpoint
{
    public static void MapLeaderboard(this RouteGroupBuilder chain) =>
        chain.MapGet("/leaderboard", ReadAsync).WithName("getLeaderboard").Needs(Right.SeeFigures, Place.StoreInQuery)
            .WithSummary("Staff by the members who came back and the cards renewed after their tasks")
            .WithDescription(
                "'from' and 'to' are UTC days, both included, at most 366; without them the last 30. 'store' is the home store of the members that tasks were "
                + "done for. The order is by returned and renewals together, then by what was paid.")
            .Produces<Leaderboard>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> ReadAsync(
        string chain,
        ChainCatalogue chains,
        LeaderboardQuery leaderboard,
        NodeClock clock,
        CancellationToken cancellation,
        string? store = null,
        string? from = null,
        string? to = null)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        StoreId? home = string.IsNullOrEmpty(store) ? null : new StoreId(store);
        if (home is { } named && known.Find(named) is null)
            return Problems.UnknownStore(store!);
        if (!Days.TryRead(from, to, clock.Now, out var days, out var problem))
            return problem;
        return TypedResults.Ok(await leaderboard.ReadAsync(known.Id, home, days.From, days.To, cancellation).ConfigureAwait(false));
    }
}
