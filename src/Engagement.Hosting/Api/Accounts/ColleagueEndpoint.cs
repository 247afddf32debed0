using Engagement.Domain.Identity;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Journal.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Accounts;

/// <summary>Who is behind the ids that tasks and events hold: events keep no names, of members or of staff.</summary>
internal static class ColleagueEndpoint
{
    private const int PageSize = 500;

    public static void MapColleagues(this RouteGroupBuilder chain) => chain.MapGet("/colleagues", ListAsync)
        .WithName("listColleagues").Needs(Right.SeeChain).WithSummary("The names of a chain's staff by the ids that tasks and events hold")
        .Produces<ListOf<ColleagueView>>().ProducesProblem(404);

    private static async Task<IResult> ListAsync(string chain, ChainCatalogue chains, IAccounts accounts, CancellationToken cancellation)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        var all = new List<ColleagueView>();
        for (AccountId? after = null; ;)
        {
            var page = await accounts.ListAsync(id, after, PageSize, cancellation).ConfigureAwait(false);
            all.AddRange(page.Select(account => new ColleagueView(account.Id.Value, account.Name, [.. account.Stores.Select(store => store.Value)])));
            if (page.Count < PageSize)
                return TypedResults.Ok(new ListOf<ColleagueView>(all));
            after = page[^1].Id;
        }
    }
}

/// <summary>One of a chain's staff.</summary>
/// <param name="Stores">The stores she belongs to; none for the whole chain.</param>
public sealed record ColleagueView(string Id, string Name, IReadOnlyList<string> Stores);
