using System.Text.Json.Nodes;
using Engagement.Domain.Chains;
using Engagement.Domain.Policies;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal.Formats;
using Engagement.Journal.Policies;
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
        chain.MapGet("/policy", GetAsync).WithName("getPolicy").Needs(Right.SeePolicy).WithSummary("The chain's policy")
            .WithDescription("The ETag is its version.")
            .Produces<Policy>().ProducesProblem(404);
        chain.MapPut("/policy", PutAsync).WithName("putPolicy").Needs(Right.ChangePolicy).WithSummary("Changes the chain's policy")
            .WithDescription("What the document leaves out gets its default. Members are judged by it from now on. If-Match guards against changes by others. "
                + "A lock over what a store differs in is refused, or with 'dropOverrides' takes that away and says so in the header Dropped-Overrides. 'note' is kept with the version.")
            .Accepts<Policy>("application/json").Produces<Policy>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        chain.MapGet("/stores/{store}/policy", GetOfStoreAsync).WithName("getStorePolicy").Needs(Right.SeePolicy, Place.StoreInPath).WithSummary("The policy in force at a store")
            .Produces<Policy>().ProducesProblem(404);
        chain.MapPut("/stores/{store}/policy", PutOfStoreAsync).WithName("putStorePolicy").Needs(Right.ChangeStorePolicy, Place.StoreInPath).WithSummary("Changes what a store does differently")
            .WithDescription("The document holds what differs from the chain's policy; a field the chain has locked is refused. {} goes back to the chain's policy. 'note' is kept with the version.")
            .Accepts<Policy>("application/json").Produces<Policy>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(412);
        chain.MapGet("/stores/{store}/policy/fields", FieldsAsync).WithName("getStorePolicyFields").Needs(Right.SeePolicy, Place.StoreInPath)
            .WithSummary("Every field of the policy in force at a store, and where it comes from")
            .Produces<StorePolicyView>().ProducesProblem(404);
        chain.MapGet("/stores/{store}/policy/overrides", OverridesAsync).WithName("getStorePolicyOverrides").Needs(Right.SeePolicy, Place.StoreInPath)
            .WithSummary("What a store does differently").WithDescription("The document as it was put; {} for nothing.")
            .Produces<JsonNode>().ProducesProblem(404);
    }

    private static async Task<IResult> GetAsync(string chain, HttpContext context, ChainCatalogue chains, CancellationToken cancellation) =>
        await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is { } found
            ? Answer(context, found.Policy, found.PolicyVersion)
            : Problems.UnknownChain(chain);

    internal static async Task<IResult> PutAsync(
        string chain, string? note, bool? dropOverrides, HttpContext context, JsonNode? document, ChainCatalogue chains, NodeClock clock,
        CancellationToken cancellation)
    {
        if (!PolicyAuthor.IsNote(note))
            return Problems.InvalidParameter("note", PolicyAuthor.NoteRule);
        var author = PolicyAuthor.Of(context.User, note);
        while (true)
        {
            if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
                return Problems.UnknownChain(chain);
            if (!VersionTags.Match(context, known.PolicyVersion))
                return Problems.VersionConflict();
            if (PolicyFormat.Read(document, out var fault) is not { } policy)
                return Fault(fault!);
            if (PolicyValidation.Validate(policy).AddRange(PolicyLocks.Faults(policy)) is [var first, ..] faults)
                return Fault(first, faults);
            var wanted = Changed(known, clock) with { Policy = policy, PolicyVersion = known.PolicyVersion + 1 };
            var overridden = PolicyLocks.Overridden(known, policy);
            if (!overridden.IsEmpty && dropOverrides != true)
                return OverriddenByStores(overridden);
            List<PolicyVersion> versions = [.. PolicyHistory.OfChain(known, wanted, author)];
            foreach (var own in overridden.GroupBy(own => own.Store))
            {
                var before = known.Find(own.Key)!;
                var after = before with
                {
                    Overrides = PolicyLocks.Without(before.Overrides!, [.. own.Select(field => field.Path)]),
                    PolicyVersion = before.PolicyVersion + 1,
                };
                wanted = wanted.With(after);
                versions.AddRange(PolicyHistory.OfStore(before, after, wanted.RulesSince, author));
            }

            if (FaultOfStores(wanted) is { } spoilt)
                return spoilt;
            if (!await chains.SaveAsync(wanted, versions, cancellation).ConfigureAwait(false))
                continue;
            if (!overridden.IsEmpty)
            {
                context.Response.Headers["Dropped-Overrides"] = string.Join(
                    ", ", overridden.Select(own => $"{own.Store}/{Uri.EscapeDataString(own.Path)}"));
            }

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

    private static async Task<IResult> FieldsAsync(
        string chain, string store, HttpContext context, ChainCatalogue chains, CancellationToken cancellation)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } found)
            return Problems.UnknownChain(chain);
        if (found.Find(new(store)) is not { } place)
            return Problems.UnknownStore(store);
        var rules = await chains.RulesAsync(found.Id, cancellation).ConfigureAwait(false);
        Tag(context, StoreVersion(found, place));
        return TypedResults.Ok(StorePolicyView.Of(found, place, rules.For(place.Id).Policy));
    }

    private static async Task<IResult> OverridesAsync(
        string chain, string store, HttpContext context, ChainCatalogue chains, CancellationToken cancellation)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } found)
            return Problems.UnknownChain(chain);
        if (found.Find(new(store)) is not { } place)
            return Problems.UnknownStore(store);
        Tag(context, StoreVersion(found, place));
        return TypedResults.Text(place.Overrides ?? "{}", "application/json");
    }

    internal static async Task<IResult> PutOfStoreAsync(
        string chain, string store, string? note, HttpContext context, JsonNode? document, ChainCatalogue chains, NodeClock clock,
        CancellationToken cancellation)
    {
        if (!PolicyAuthor.IsNote(note))
            return Problems.InvalidParameter("note", PolicyAuthor.NoteRule);
        var author = PolicyAuthor.Of(context.User, note);
        while (true)
        {
            if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
                return Problems.UnknownChain(chain);
            if (known.Find(new(store)) is not { } place)
                return Problems.UnknownStore(store);
            if (!VersionTags.Match(context, StoreVersion(known, place)))
                return Problems.VersionConflict();
            if (document is not JsonObject overrides)
                return Problems.InvalidField("", "must be a JSON object");
            if (PolicyLocks.First(known.Policy, overrides) is { } locked)
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
            IReadOnlyList<PolicyVersion> versions = [.. PolicyHistory.OfStore(place, changed, wanted.RulesSince, author)];
            if (await chains.SaveAsync(wanted, versions, cancellation).ConfigureAwait(false))
                return Answer(context, policy, StoreVersion(wanted, changed));
        }
    }

    // What a store differs in must still make sense over the chain's new policy.
    internal static ProblemHttpResult? FaultOfStores(Chain chain)
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
        Tag(context, version);
        return TypedResults.Text(PolicyFormat.Write(policy), "application/json");
    }

    private static void Tag(HttpContext context, long version) =>
        context.Response.Headers.ETag = VersionTags.Of(version);

    private static ProblemHttpResult OverriddenByStores(IReadOnlyList<LockedOverride> overridden) => Problems.Of(
        409,
        "overridden_by_stores",
        "Stores differ in what is to be locked",
        $"Store '{overridden[0].Store}' differs in '{overridden[0].Path}'. Take that away there, or say dropOverrides=true to take it away with this.",
        ("field", overridden[0].Path),
        ("overrides", overridden.Select(own => new { store = own.Store.Value, field = own.Path }).ToArray()));

    internal static ProblemHttpResult Fault(PolicyFault fault, IEnumerable<PolicyFault>? all = null) => Problems.Of(
        400,
        "invalid_policy",
        "The policy is not valid",
        fault.Path.Length == 0 ? fault.Why : $"'{fault.Path}': {fault.Why}",
        ("field", fault.Path),
        ("faults", (all ?? [fault]).Select(each => new { field = each.Path, why = each.Why }).ToArray()));
}
