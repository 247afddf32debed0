using System.Text.Json;

namespace Engagement.Domain.Value;

/// <summary>The categories of what was bought, from the items as the sender gave them: <c>[{ "category": "skin" }]</c>.</summary>
internal static class Categories
{
    private const int LongestName = 128;

    /// <summary>Each once, in the order of the items; what has none, or is no item, has none.</summary>
    public static IReadOnlyList<string> Of(string? items)
    {
        if (items is null || !items.Contains("\"category\"", StringComparison.Ordinal))
            return [];
        using var document = JsonDocument.Parse(items);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            return [];
        var categories = new List<string>();
        foreach (var item in document.RootElement.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("category", out var category)
                && category.ValueKind == JsonValueKind.String && category.GetString() is { Length: > 0 and <= LongestName } name
                && !categories.Contains(name))
                categories.Add(name);
        }

        return categories;
    }
}
