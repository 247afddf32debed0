using System.Text.Json;

namespace Engagement.Cli.Api;

/// <summary>One page of a list; <see cref="Next"/> leads to the following one, absent at the end.</summary>
internal sealed record ListPage<T>(IReadOnlyList<T> Items, JsonElement? Next)
{
    /// <summary>The cursor as text, whether the server wrote it as a string or as a number.</summary>
    public string? Cursor => Next is { ValueKind: JsonValueKind.String or JsonValueKind.Number } next
        ? next.ToString()
        : null;
}
