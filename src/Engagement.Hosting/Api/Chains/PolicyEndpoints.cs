using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Domain.Chains;
using Engagement.Domain.Policies;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Chains;

/// <summary>The policy of a chain, and what a store changes of it: whole documents with a version each.</summary>
internal static class PolicyEndpoints
{
    public static void MapPolicies(this RouteGroupBuilder chain)
    {
        chain.MapGet("/policy", GetAsync).WithName("getPolicy").WithSummary("The chain's policy")
            .WithDescription("The ETag is its version.")
            .Produces<Policy>().ProducesProblem(404);
        chain.MapPut("/policy", PutAsync).WithName("putPolicy").WithSummary("Changes the chain's policy")
            .WithDescription("What the document leaves out gets its default. Members are judged by it from now on. If-Match guards against changes by others.")
            .Accepts<Policy>("application/json").Produces<Policy>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(412);
        chain.MapGet("/stores/{store}/policy", GetOfStoreAsync).WithName("getStorePolicy").WithSummary("The policy in force at a store")
            .Produces<Policy>().ProducesProblem(404);
        chain.MapPut("/stores/{store}/policy", PutOfStoreAsync).WithName("putStorePolicy").WithSummary("Changes what a store does differently")
            .WithDescription("The document holds what differs from the chain's policy; a field the chain has locked is refused. {} goes back to the chain's policy.")
            .Accepts<Policy>("application/json").Produces<Policy>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(412);
    }

    private static async Task<IResult> GetAsync(string chain, HttpContext context, ChainCatalogue chains, CancellationToken cancellation) =>
        await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is { } found
            ? Answer(context, found.Policy, found.PolicyVersion)
            : Problems.UnknownChain(chain);

    private static async Task<IResult> PutAsync(
        string chain, HttpContext context, JsonNode? document, ChainCatalogue chains, NodeClock clock, CancellationToken cancellation)
    {
        while (true)
        {
            if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
                return Problems.UnknownChain(chain);
            if (!Matches(context, known.PolicyVersion))
                return Problems.VersionConflict();
            if (PolicyFormat.Read(document, out var fault) is not { } policy)
                return Fault(fault!);
            if (PolicyValidation.Validate(policy) is [var first, ..] faults)
                return Fault(first, faults);
            var wanted = Changed(known, clock) with { Policy = policy, PolicyVersion = known.PolicyVersion + 1 };
            if (FaultOfStores(wanted) is { } spoilt)
                return spoilt;
            if (await chains.SaveAsync(wanted, cancellation).ConfigureAwait(false))
                return Answer(context, policy, wanted.PolicyVersion);
        }
    }

    private static async Task<IResult> GetOfStoreAsync(
        string chain, string store, HttpContext context, ChainCatalogue chains, CancellationToken cancellation)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } found)
            return Problems.UnknownChain(chain);
        if (found.Find(new(store)) is not { } place)
            return Problems.UnknownStore(store);
        var rules = await chains.RulesAsync(found.Id, cancellation).ConfigureAwait(false);
        return Answer(context, rules.For(place.Id).Policy, StoreVersion(found, place));
    }

    private static async Task<IResult> PutOfStoreAsync(
        string chain, string store, HttpContext context, JsonNode? document, ChainCatalogue chains, NodeClock clock, CancellationToken cancellation)
    {
        while (true)
        {
            if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
                return Problems.UnknownChain(chain);
            if (known.Find(new(store)) is not { } place)
                return Problems.UnknownStore(store);
            if (!Matches(context, StoreVersion(known, place)))
                return Problems.VersionConflict();
            if (document is not JsonObject overrides)
                return Problems.InvalidField("", "must be a JSON object");
            if (PolicyFormat.FirstLocked(known.Policy, overrides) is { } locked)
                return Problems.InvalidField(locked, "is locked by the chain");
            if (PolicyFormat.Overlay(known.Policy, overrides.ToJsonString(), out var fault) is not { } policy)
                return Fault(fault!);
            if (PolicyValidation.Validate(policy) is [var first, ..] faults)
                return Fault(first, faults);
            var changed = place with
            {
                Overrides = overrides.Count == 0 ? null : overrides.ToJsonString(),
                PolicyVersion = place.PolicyVersion + 1,
            };
            var wanted = Changed(known, clock).With(changed);
            if (await chains.SaveAsync(wanted, cancellation).ConfigureAwait(false))
                return Answer(context, policy, StoreVersion(wanted, changed));
        }
    }

    // What a store differs in must still make sense over the chain's new policy.
    private static ProblemHttpResult? FaultOfStores(Chain chain)
    {
        foreach (var store in chain.Stores)
        {
            var policy = PolicyFormat.Overlay(chain.Policy, store.Overrides, out var fault);
            fault ??= PolicyValidation.Validate(policy!).FirstOrDefault();
            if (fault is not null)
                return Problems.InvalidField(fault.Path, $"does not go together with what store '{store.Id}' differs in: {fault.Why}");
        }

        return null;
    }

    private static Chain Changed(Chain known, NodeClock clock) => known with
    {
        Version = known.Version + 1,
        RulesVersion = known.RulesVersion + 1,
        RulesSince = clock.Now,
    };

    // A store's policy changes with the chain's as well as with its own.
    private static long StoreVersion(Chain chain, Store store) => chain.PolicyVersion + store.PolicyVersion - 1;

    private static ContentHttpResult Answer(HttpContext context, Policy policy, long version)
    {
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        return TypedResults.Text(PolicyFormat.Write(policy), "application/json");
    }

    private static bool Matches(HttpContext context, long version)
    {
        var wanted = context.Request.Headers.IfMatch;
        return wanted.Count == 0 || wanted.SelectMany(tags => tags!.Split(',', StringSplitOptions.TrimEntries)).Any(tag => tag == "*"
            || tag == string.Create(CultureInfo.InvariantCulture, $"\"{version}\""));
    }

    private static ProblemHttpResult Fault(PolicyFault fault, IEnumerable<PolicyFault>? all = null) => Problems.Of(
        400,
        "invalid_policy",
        "The policy is not valid",
        fault.Path.Length == 0 ? fault.Why : $"'{fault.Path}': {fault.Why}",
        ("field", fault.Path),
        ("faults", (all ?? [fault]).Select(each => new { field = each.Path, why = each.Why }).ToArray()));
}
