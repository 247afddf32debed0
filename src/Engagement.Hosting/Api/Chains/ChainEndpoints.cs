using System.Security.Claims;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Chains;

/// <summary>Chains and their stores.</summary>
internal static class ChainEndpoints
{
    public static void MapChains(this RouteGroupBuilder api)
    {
        api.MapGet("/chains", ListAsync).WithName("listChains").Needs(Right.SeeChain, Place.Own).WithSummary("The chains one may see")
            .Produces<ListOf<ChainView>>();
        api.MapGet("/chains/{chain}", FindAsync).WithName("getChain").Needs(Right.SeeChain).WithSummary("A chain")
            .Produces<ChainView>().ProducesProblem(404);
        api.MapPut("/chains/{chain}", PutAsync).WithName("putChain").Needs(Right.OpenChains).WithSummary("Creates or renames a chain")
            .Produces<ChainView>().Produces<ChainView>(201).ProducesProblem(400);
        api.MapGet("/chains/{chain}/stores", StoresAsync).WithName("listStores").Needs(Right.SeeChain).WithSummary("A chain's stores")
            .Produces<ListOf<StoreView>>().ProducesProblem(404);
        api.MapPut("/chains/{chain}/stores/{store}", PutStoreAsync).WithName("putStore").Needs(Right.ChangeStores, Place.StoreInPath).WithSummary("Creates or changes a store")
            .Produces<StoreView>().Produces<StoreView>(201).ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, ChainCatalogue chains, CancellationToken cancellation)
    {
        var caller = Caller.Of(user)!;
        var all = await chains.ListAsync(cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new ListOf<ChainView>([.. all.Where(chain => caller.May(Right.SeeChain, chain.Id)).Select(ChainView.Of)]));
    }

    private static async Task<IResult> FindAsync(string chain, ChainCatalogue chains, CancellationToken cancellation) =>
        await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is { } found
            ? TypedResults.Ok(ChainView.Of(found))
            : Problems.UnknownChain(chain);

    private static async Task<IResult> PutAsync(
        string chain, ChainToPut body, ChainCatalogue chains, NodeClock clock, CancellationToken cancellation)
    {
        if (!Identifiers.IsValid(chain))
            return Problems.InvalidParameter("chain", Identifiers.Rule);
        if (!Identifiers.IsName(body.Name))
            return Problems.InvalidField("name", "must have 1 to 200 characters");
        if (body.Currency is { } currency && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)))
            return Problems.InvalidField("currency", "must be an ISO 4217 code such as CNY");
        while (true)
        {
            var known = await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false);
            var wanted = known is null
                ? new Chain(new(chain), body.Name!, body.Currency ?? "CNY") { Version = 1, RulesSince = clock.Now }
                : known with { Name = body.Name!, Currency = body.Currency ?? known.Currency, Version = known.Version + 1 };
            if (!await chains.SaveAsync(wanted, cancellation).ConfigureAwait(false))
                continue;
            return known is null
                ? TypedResults.Created($"/v1/chains/{chain}", ChainView.Of(wanted))
                : TypedResults.Ok(ChainView.Of(wanted));
        }
    }

    private static async Task<IResult> StoresAsync(string chain, ChainCatalogue chains, CancellationToken cancellation) =>
        await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is { } found
            ? TypedResults.Ok(new ListOf<StoreView>([.. found.Stores.Select(StoreView.Of)]))
            : Problems.UnknownChain(chain);

    private static async Task<IResult> PutStoreAsync(
        string chain, string store, StoreToPut body, ChainCatalogue chains, CancellationToken cancellation)
    {
        if (!Identifiers.IsValid(store))
            return Problems.InvalidParameter("store", Identifiers.Rule);
        if (!Identifiers.IsName(body.Name))
            return Problems.InvalidField("name", "must have 1 to 200 characters");
        if (body.TimeZone is not { } zone || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) || !found.HasIanaId)
            return Problems.InvalidField("timeZone", "must be an IANA time zone such as Asia/Shanghai");
        while (true)
        {
            if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
                return Problems.UnknownChain(chain);
            var before = known.Find(new StoreId(store));
            var wanted = before is null ? new Store(new(store), body.Name!, zone) : before with { Name = body.Name!, TimeZone = zone };
            if (!await chains.SaveAsync(known.With(wanted) with { Version = known.Version + 1 }, cancellation).ConfigureAwait(false))
                continue;
            return before is null
                ? TypedResults.Created($"/v1/chains/{chain}/stores/{store}", StoreView.Of(wanted))
                : TypedResults.Ok(StoreView.Of(wanted));
        }
    }
}
