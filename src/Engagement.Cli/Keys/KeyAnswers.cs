namespace Engagement.Cli.Keys;

/// <summary>A key, without its secret.</summary>
internal sealed record KeyEntry(
    string Id,
    string Name,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string> Stores,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? LastUsedAt);

/// <summary>A key with its new secret.</summary>
internal sealed record MadeKey(KeyEntry Key, string Secret, DateTimeOffset? OldSecretUntil);

/// <summary>A key to make; what is null is left out.</summary>
internal sealed record KeyToMake(string Name, IReadOnlyList<string> Scopes, IReadOnlyList<string>? Stores, DateTimeOffset? ExpiresAt);

/// <summary>How to rotate a key.</summary>
internal sealed record KeyToRotate(int OverlapHours);
