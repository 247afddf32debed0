using Engagement.Domain.Identity;
using Engagement.Hosting.Audit;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Auth.Keys;
using Engagement.Hosting.Chains;
using Engagement.Journal.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Keys;

/// <summary>The keys that programs of a chain and of its partners sign in with (docs/security/keys.md).</summary>
internal static class KeyEndpoints
{
    private const int LongestName = 64;
    private const int LongestOverlapHours = 30 * 24;
    private static readonly TimeSpan UsualLife = TimeSpan.FromDays(365);
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(2 * 366);

    public static void MapKeys(this RouteGroupBuilder chain)
    {
        chain.MapGet("/keys", ListAsync).WithName("listKeys").Needs(Right.ManageKeys).WithSummary("The chain's keys, those that have ended too")
            .WithDescription("No secret is among what is told.")
            .Produces<ListOf<KeyView>>().ProducesProblem(404);
        chain.MapPost("/keys", MakeAsync).WithName("makeKey").Needs(Right.ManageKeys).WithSummary("Makes a key")
            .WithDescription("The answer holds the key's secret, this once and never again. 'scopes' are names of rights, such as record_acts.")
            .Produces<MadeKeyView>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        chain.MapPost("/keys/{key}/rotate", RotateAsync).WithName("rotateKey").Needs(Right.ManageKeys).WithSummary("Gives a key a new secret")
            .WithDescription("The old secret is good for 'overlapHours' more, so that programs can change over one by one.")
            .Produces<MadeKeyView>().ProducesProblem(400).ProducesProblem(404);
        chain.MapDelete("/keys/{key}", EndAsync).WithName("endKey").Needs(Right.ManageKeys).WithSummary("Ends a key at once")
            .Produces(204).ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(string chain, ChainCatalogue chains, IIntegrationKeys keys, CancellationToken cancellation) =>
        await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is null
            ? Problems.UnknownChain(chain)
            : TypedResults.Ok(new ListOf<KeyView>(
                [.. (await keys.ListAsync(new(chain), cancellation).ConfigureAwait(false)).Select(KeyView.Of)]));

    private static async Task<IResult> MakeAsync(
        string chain, KeyToMake body, HttpContext context, ChainCatalogue chains, IIntegrationKeys keys, TimeProvider time, CancellationToken cancellation)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (!Identifiers.IsName(body.Name) || body.Name!.Length > LongestName)
            return Problems.InvalidField("name", $"must say what the key is for, in 1 to {LongestName} characters");
        if (ScopesFault(body.Scopes) is { } fault)
            return fault;
        var stores = (body.Stores ?? []).Select(store => new StoreId(store ?? "")).Distinct().ToList();
        if (stores.Find(store => known.Find(store) is null) is { Value.Length: > 0 } foreign)
            return Problems.UnknownStore(foreign.Value);
        if (stores.Exists(store => known.Find(store) is null))
            return Problems.InvalidField("stores", "must hold ids of stores");
        var now = time.GetUtcNow();
        if (Lifetime(body.ExpiresAt, now) is not { } expires)
            return InvalidLifetime();

        var secret = KeySecret.New();
        var key = new IntegrationKey(
            id, Guid.NewGuid().ToString("N"), body.Name, stores, [.. body.Scopes!.Distinct()!], now, Caller.Of(context.User)!.Id, expires, null, null);
        context.NameAuditSubject(key.Id);
        return await keys.AddAsync(key, KeySecret.Digest(secret), cancellation).ConfigureAwait(false)
            ? TypedResults.Created($"/v1/chains/{chain}/keys/{key.Id}", new MadeKeyView(KeyView.Of(key), secret, null))
            : Problems.Of(409, "key_exists", "There is a key of this name", "End or rotate that one, or take another name.", ("field", "name"));
    }

    private static async Task<IResult> RotateAsync(
        string chain, string key, KeyToRotate? body, ChainCatalogue chains, IIntegrationKeys keys, TimeProvider time, CancellationToken cancellation)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        var hours = body?.OverlapHours ?? 24;
        if (hours is < 0 or > LongestOverlapHours)
            return Problems.InvalidField("overlapHours", $"must be from 0 to {LongestOverlapHours}");
        var now = time.GetUtcNow();
        if (Lifetime(body?.ExpiresAt, now) is not { } expires)
            return InvalidLifetime();
        var secret = KeySecret.New();
        var overlap = now.AddHours(hours);
        if (!await keys.RotateAsync(id, key, KeySecret.Digest(secret), overlap, expires, cancellation).ConfigureAwait(false))
            return Problems.UnknownKey();
        var rotated = (await keys.ListAsync(id, cancellation).ConfigureAwait(false)).First(each => each.Id == key);
        return TypedResults.Ok(new MadeKeyView(KeyView.Of(rotated), secret, overlap));
    }

    private static async Task<IResult> EndAsync(
        string chain, string key, ChainCatalogue chains, IIntegrationKeys keys, TimeProvider time, CancellationToken cancellation)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        return await keys.EndAsync(new(chain), key, time.GetUtcNow(), cancellation).ConfigureAwait(false)
            ? TypedResults.NoContent()
            : Problems.UnknownKey();
    }

    private static ProblemHttpResult? ScopesFault(IReadOnlyList<string?>? scopes)
    {
        if (scopes is not { Count: > 0 })
            return Problems.InvalidField("scopes", $"must name at least one of {string.Join(", ", Grantable())}");
        for (var index = 0; index < scopes.Count; index++)
        {
            if (RightsTable.Find(scopes[index]) is not { } right || RightsTable.Of(StaffRole.Integrator, right) == Reach.Nowhere)
                return Problems.InvalidField($"scopes[{index}]", $"must be one of {string.Join(", ", Grantable())}");
        }

        return null;
    }

    private static IEnumerable<string> Grantable() => Enum.GetValues<Right>()
        .Where(right => RightsTable.Of(StaffRole.Integrator, right) != Reach.Nowhere).Select(RightsTable.NameOf);

    private static DateTimeOffset? Lifetime(DateTimeOffset? asked, DateTimeOffset now) => asked switch
    {
        null => now + UsualLife,
        { } end when end > now && end <= now + LongestLife => end,
        _ => null,
    };

    private static ProblemHttpResult InvalidLifetime() =>
        Problems.InvalidField("expiresAt", "must be an instant from now to two years from now");
}
