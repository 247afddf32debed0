using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Journal.Policies;

namespace Engagement.Journal.Formats;

/// <summary>The difference between two versions of a policy: a JSON array of <c>{ path, from, to }</c>.</summary>
internal static class PolicyChangeFormat
{
    public static string Write(ImmutableArray<PolicyChange> changes) => new JsonArray([.. changes.Select(change => (JsonNode)new JsonObject
    {
        ["path"] = change.Path,
        ["from"] = change.From?.DeepClone(),
        ["to"] = change.To?.DeepClone(),
    })]).ToJsonString();

    public static ImmutableArray<PolicyChange> Read(string changes) =>
        [.. JsonNode.Parse(changes)!.AsArray().Select(change => new PolicyChange((string)change!["path"]!, change["from"]?.DeepClone(), change["to"]?.DeepClone()))];
}
