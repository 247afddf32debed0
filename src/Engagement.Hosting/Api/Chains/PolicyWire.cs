using System.Text.Json.Nodes;
using Engagement.Domain.Chains;
using Engagement.Domain.Policies;
using Engagement.Journal.Formats;
using Engagement.Journal.Policies;

namespace Engagement.Hosting.Api.Chains;

/// <summary>Every field of the policy in force at a store, with where its value comes from: what a form needs.</summary>
public sealed record StorePolicyView(string Store, IReadOnlyList<PolicyFieldView> Fields)
{
    internal static StorePolicyView Of(Chain chain, Store store, Policy inForce)
    {
        var inherited = PolicyFields.Of(PolicyFormat.ToWholeDocument(chain.Policy)).ToDictionary(field => field.Path, field => field.Value, StringComparer.Ordinal);
        var own = PolicyFields.Of(PolicyHistory.Document(store)).Select(field => field.Path).ToHashSet(StringComparer.Ordinal);
        return new(store.Id.Value,
        [
            .. PolicyFields.Of(PolicyFormat.ToWholeDocument(inForce)).Select(field => new PolicyFieldView(
                field.Path,
                field.Value?.DeepClone(),
                own.Contains(field.Path) || !inherited.ContainsKey(field.Path) ? "store" : "chain",
                field.Path == "locked" || PolicyLocks.IsLocked(chain.Policy, field.Path),
                inherited.GetValueOrDefault(field.Path)?.DeepClone())),
        ]);
    }
}

/// <summary>One field of the policy in force at a store.</summary>
/// <param name="Path">Such as stages.dormantAfterDays. A list is one field.</param>
/// <param name="Value">What holds at the store.</param>
/// <param name="Source">chain, or store where it differs.</param>
/// <param name="Locked">The chain lets no store change it.</param>
/// <param name="Inherited">What would hold if the store did not differ.</param>
public sealed record PolicyFieldView(string Path, JsonNode? Value, string Source, bool Locked, JsonNode? Inherited);

/// <summary>A version of a policy in a list.</summary>
/// <param name="At">When it came into force; null for one from before versions were kept.</param>
/// <param name="By">Who put it; null where that is not known.</param>
/// <param name="Note">What they said about it.</param>
/// <param name="Changes">What differs from the version before.</param>
public sealed record PolicyVersionView(long Version, DateTimeOffset? At, string? By, string? Note, IReadOnlyList<PolicyChangeView> Changes)
{
    internal static PolicyVersionView Of(PolicyVersion version) =>
        new(version.Version, version.At?.ToDateTimeOffset(), version.By, version.Note, PolicyChangeView.Of(version));
}

/// <summary>A version of a policy with its document.</summary>
/// <param name="At">When it came into force; null for one from before versions were kept.</param>
/// <param name="By">Who put it; null where that is not known.</param>
/// <param name="Note">What they said about it.</param>
/// <param name="Changes">What differs from the version before.</param>
/// <param name="Document">The policy; of a store, what it differs in.</param>
public sealed record PolicyDocumentView(
    long Version, DateTimeOffset? At, string? By, string? Note, IReadOnlyList<PolicyChangeView> Changes, JsonNode Document)
{
    internal static PolicyDocumentView Of(PolicyVersion version) => new(
        version.Version, version.At?.ToDateTimeOffset(), version.By, version.Note, PolicyChangeView.Of(version), JsonNode.Parse(version.Document)!);
}

/// <summary>A field that a version changed.</summary>
/// <param name="From">What it was; null for nothing.</param>
/// <param name="To">What it is; null for nothing.</param>
public sealed record PolicyChangeView(string Path, JsonNode? From, JsonNode? To)
{
    internal static IReadOnlyList<PolicyChangeView> Of(PolicyVersion version) =>
        [.. version.Changes.Select(change => new PolicyChangeView(change.Path, change.From, change.To))];
}
