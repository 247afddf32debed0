using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Domain.Identity;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal.Policies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Chains;

/// <summary>What policies were before, who changed them, and going back to what was.</summary>
internal static class PolicyVersionEndpoints
{
    private const int Usual = 50;
    private const int Most = 200;

    public static void MapPolicyVersions(this RouteGroupBuilder chain)
    {
        chain.MapGet("/policy/versions", (string chain, int? limit, string? cursor, ChainCatalogue chains, IPolicyVersions versions, CancellationToken cancellation) =>
                ListAsync(chain, null, limit, cursor, chains, versions, cancellation))
            .WithName("listPolicyVersions").Needs(Right.SeePolicy).WithSummary("The versions of the chain's policy, latest first")
            .Produces<ListOf<PolicyVersionView>>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/policy/versions/{version}", (string chain, long version, ChainCatalogue chains, IPolicyVersions versions, CancellationToken cancellation) =>
                GetAsync(chain, null, version, chains, versions, cancellation))
            .WithName("getPolicyVersion").Needs(Right.SeePolicy).WithSummary("A version of the chain's policy")
            .Produces<PolicyDocumentView>().ProducesProblem(404);
        chain.MapPost("/policy/versions/{version}/restore", RestoreAsync)
            .WithName("restorePolicyVersion").Needs(Right.ChangePolicy).WithSummary("Puts the chain's policy back to what it was")
            .WithDescription("It is put as a new version, checked like any other.")
            .Produces<Domain.Policies.Policy>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        chain.MapGet("/stores/{store}/policy/versions", ListAsync)
            .WithName("listStorePolicyVersions").Needs(Right.SeePolicy, Place.StoreInPath).WithSummary("The versions of what a store does differently, latest first")
            .Produces<ListOf<PolicyVersionView>>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/stores/{store}/policy/versions/{version}", GetAsync)
            .WithName("getStorePolicyVersion").Needs(Right.SeePolicy, Place.StoreInPath).WithSummary("A version of what a store does differently")
            .Produces<PolicyDocumentView>().ProducesProblem(404);
        chain.MapPost("/stores/{store}/policy/versions/{version}/restore", RestoreOfStoreAsync)
            .WithName("restoreStorePolicyVersion").Needs(Right.ChangeStorePolicy, Place.StoreInPath).WithSummary("Puts what a store does differently back to what it was")
            .WithDescription("It is put as a new version, checked like any other.")
            .Produces<Domain.Policies.Policy>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(412);
    }

    private static async Task<IResult> ListAsync(
        string chain, string? store, int? limit, string? cursor, ChainCatalogue chains, IPolicyVersions versions, CancellationToken cancellation)
    {
        if (await UnknownAsync(chain, store, chains, cancellation).ConfigureAwait(false) is { } problem)
            return problem;
        if (limit is < 1 or > Most)
            return Problems.InvalidParameter("limit", Paging.LimitRule(Most));
        long? before = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (!long.TryParse(Paging.Text(cursor), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
                return Problems.InvalidParameter("cursor", "must be the 'next' of a page before");
            before = version;
        }

        var found = await versions.ListAsync(new(chain), Of(store), before, (limit ?? Usual) + 1, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(Paging.Page(
            [.. found.Select(PolicyVersionView.Of)], limit ?? Usual, version => Paging.Cursor(version.Version.ToString(CultureInfo.InvariantCulture))));
    }

    private static async Task<IResult> GetAsync(
        string chain, string? store, long version, ChainCatalogue chains, IPolicyVersions versions, CancellationToken cancellation) =>
        await UnknownAsync(chain, store, chains, cancellation).ConfigureAwait(false) is { } problem ? problem
        : await versions.FindAsync(new(chain), Of(store), version, cancellation).ConfigureAwait(false) is { } found
            ? TypedResults.Ok(PolicyDocumentView.Of(found))
            : Problems.UnknownVersion(version);

    private static async Task<IResult> RestoreAsync(
        string chain, long version, string? note, bool? dropOverrides, HttpContext context, ChainCatalogue chains, IPolicyVersions versions,
        NodeClock clock, CancellationToken cancellation)
    {
        if (await UnknownAsync(chain, null, chains, cancellation).ConfigureAwait(false) is { } problem)
            return problem;
        return await versions.FindAsync(new(chain), null, version, cancellation).ConfigureAwait(false) is { } found
            ? await PolicyEndpoints.PutAsync(
                chain, note ?? Restored(version), dropOverrides, context, JsonNode.Parse(found.Document), chains, clock, cancellation).ConfigureAwait(false)
            : Problems.UnknownVersion(version);
    }

    private static async Task<IResult> RestoreOfStoreAsync(
        string chain, string store, long version, string? note, HttpContext context, ChainCatalogue chains, IPolicyVersions versions,
        NodeClock clock, CancellationToken cancellation)
    {
        if (await UnknownAsync(chain, store, chains, cancellation).ConfigureAwait(false) is { } problem)
            return problem;
        return await versions.FindAsync(new(chain), Of(store), version, cancellation).ConfigureAwait(false) is { } found
            ? await PolicyEndpoints.PutOfStoreAsync(
                chain, store, note ?? Restored(version), context, JsonNode.Parse(found.Document), chains, clock, cancellation).ConfigureAwait(false)
            : Problems.UnknownVersion(version);
    }

    private static string Restored(long version) => string.Create(CultureInfo.InvariantCulture, $"Back to version {version}");

    private static StoreId? Of(string? store) => store is null ? null : new StoreId(store);

    private static async ValueTask<IResult?> UnknownAsync(string chain, string? store, ChainCatalogue chains, CancellationToken cancellation)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } found)
            return Problems.UnknownChain(chain);
        return store is null || found.Find(new(store)) is not null ? null : Problems.UnknownStore(store);
    }
}
