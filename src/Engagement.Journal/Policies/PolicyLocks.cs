using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Policies;

/// <summary>A field of a store's own that its chain has locked, or is about to.</summary>
public sealed record LockedOverride(StoreId Store, string Path);

/// <summary>What a chain has locked, its stores cannot change (docs/domain §2).</summary>
public static class PolicyLocks
{
    /// <summary>Locks of fields that there are not: they would lock nothing, and nobody would know.</summary>
    public static IEnumerable<PolicyFault> Faults(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var document = PolicyFormat.ToWholeDocument(policy);
        return policy.Locked
            .Select((path, index) => (Path: path, Index: index))
            .Where(locked => locked.Path is null || !PolicyFields.Has(document, locked.Path))
            .Select(locked => new PolicyFault($"locked[{locked.Index}]", $"'{locked.Path}' names no field of the policy"));
    }

    /// <summary>Whether no store may change the field at <paramref name="path"/>.</summary>
    public static bool IsLocked(Policy chain, string path)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return chain.Locked.Any(locked => Covers(locked, path));
    }

    /// <summary>What stores have of their own under locks that <paramref name="wanted"/> has and <paramref name="known"/> has not.</summary>
    public static ImmutableArray<LockedOverride> Overridden(Chain known, Policy wanted)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(wanted);
        var news = wanted.Locked.Except(known.Policy.Locked, StringComparer.Ordinal).ToList();
        return
        [
            .. known.Stores.Where(store => store.Overrides is not null).SelectMany(store => PolicyFields
                .Of(JsonNode.Parse(store.Overrides!)!.AsObject())
                .Where(field => news.Any(locked => Meets(locked, field)))
                .Select(field => new LockedOverride(store.Id, field.Path))),
        ];
    }

    /// <summary>The first path in <paramref name="overrides"/> that the chain has locked; null if there is none.</summary>
    public static string? First(Policy chain, JsonObject overrides)
    {
        ArgumentNullException.ThrowIfNull(chain);
        foreach (var field in PolicyFields.Of(overrides))
        {
            // What is locked is for the chain to say.
            if (Covers("locked", field.Path) || chain.Locked.Any(locked => Meets(locked, field)))
                return field.Path;
        }

        return null;
    }

    /// <summary><paramref name="overrides"/> without the fields at these paths; null where nothing is left.</summary>
    public static string? Without(string overrides, IReadOnlyCollection<string> paths)
    {
        var document = JsonNode.Parse(overrides)!.AsObject();
        Remove(document, "", paths);
        return document.Count == 0 ? null : document.ToJsonString();
    }

    private static void Remove(JsonObject document, string prefix, IReadOnlyCollection<string> paths)
    {
        foreach (var (name, value) in document.ToList())
        {
            if (value is JsonObject { Count: > 0 } deeper)
            {
                Remove(deeper, $"{prefix}{name}.", paths);
                if (deeper.Count == 0)
                    document.Remove(name);
            }
            else if (paths.Contains(prefix + name))
            {
                document.Remove(name);
            }
        }
    }

    private static bool Covers(string locked, string path) =>
        path == locked || path.StartsWith(locked + ".", StringComparison.Ordinal);

    // A value in the place of an object takes away what is locked inside it.
    private static bool Meets(string locked, (string Path, JsonNode? Value) field) =>
        Covers(locked, field.Path) || (field.Value is not JsonObject && Covers(field.Path, locked));
}
