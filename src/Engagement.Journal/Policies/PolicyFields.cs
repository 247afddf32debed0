using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Engagement.Journal.Policies;

/// <summary>One field that differs between two documents.</summary>
/// <param name="Path">Such as <c>stages.dormantAfterDays</c>. A list is one field.</param>
/// <param name="From">What it was; null for nothing.</param>
/// <param name="To">What it is; null for nothing.</param>
public sealed record PolicyChange(string Path, JsonNode? From, JsonNode? To);

/// <summary>The fields of a policy's document by their paths (docs/domain §2).</summary>
public static class PolicyFields
{
    /// <summary>Every field that holds a value, in the document's order. Objects are not fields but what is in them; a list is one field.</summary>
    public static IEnumerable<(string Path, JsonNode? Value)> Of(JsonObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Of(document, "");
    }

    /// <summary>What has to change to make <paramref name="to"/> of <paramref name="from"/>.</summary>
    public static ImmutableArray<PolicyChange> Difference(JsonObject from, JsonObject to)
    {
        var before = Of(from).Where(IsValue).ToDictionary(field => field.Path, field => field.Value, StringComparer.Ordinal);
        var after = Of(to).Where(IsValue).ToList();
        var still = after.Select(field => field.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. after.Where(field => !before.TryGetValue(field.Path, out var known) || !JsonNode.DeepEquals(known, field.Value))
                .Select(field => new PolicyChange(field.Path, before.GetValueOrDefault(field.Path)?.DeepClone(), field.Value?.DeepClone())),
            .. before.Where(field => !still.Contains(field.Key)).Select(field => new PolicyChange(field.Key, field.Value?.DeepClone(), null)),
        ];
    }

    /// <summary>Whether a field, or an object of several, stands at <paramref name="path"/>.</summary>
    public static bool Has(JsonObject document, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Length > 0 && Has(document, path.AsSpan());
    }

    // Names of the chain's own may have dots in them, so that a path can be read in several ways.
    private static bool Has(JsonObject document, ReadOnlySpan<char> path)
    {
        foreach (var (name, value) in document)
        {
            if (path.SequenceEqual(name))
                return true;
            if (path.Length > name.Length && path.StartsWith(name) && path[name.Length] == '.' && value is JsonObject deeper
                && Has(deeper, path[(name.Length + 1)..]))
                return true;
        }

        return false;
    }

    // That there is nothing in an object is said by what was in it before.
    private static bool IsValue((string Path, JsonNode? Value) field) => field.Value is not JsonObject;

    private static IEnumerable<(string Path, JsonNode? Value)> Of(JsonObject document, string prefix) => document.SelectMany(field =>
        field.Value is JsonObject { Count: > 0 } deeper ? Of(deeper, $"{prefix}{field.Key}.") : [(prefix + field.Key, field.Value)]);
}
