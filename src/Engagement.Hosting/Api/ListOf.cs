using System.Text.Json.Serialization;

namespace Engagement.Hosting.Api;

/// <summary>A page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">The cursor of the following page; missing on the last.</param>
public sealed record ListOf<T>(
    IReadOnlyList<T> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next = null);
