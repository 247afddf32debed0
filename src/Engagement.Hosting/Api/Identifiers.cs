namespace Engagement.Hosting.Api;

/// <summary>What may be the id of a chain or store: it is part of paths, so it is kept to plain characters.</summary>
internal static class Identifiers
{
    public const string Rule = "must have 1 to 64 of the characters a-z, A-Z, 0-9, '.', '_' and '-'";

    public static bool IsValid(string id) =>
        id.Length is > 0 and <= 64 && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');

    /// <summary>What may be a member's id, or the beginning of one: no control characters, which no store is asked for.</summary>
    public static bool IsText(string? text) => text is null || !text.Any(char.IsControl);

    /// <summary>A name people read: 1 to 200 characters, none of them a control character.</summary>
    public static bool IsName(string? name) =>
        name is { Length: > 0 and <= 200 } && !string.IsNullOrWhiteSpace(name) && !name.Any(char.IsControl);
}
