using Engagement.Journal.Keys;

namespace Engagement.Hosting.Api.Keys;

/// <summary>A key to make.</summary>
/// <param name="Name">What it is for; one key of a name at a time.</param>
/// <param name="Scopes">The rights it gets.</param>
/// <param name="Stores">The stores it is confined to; none or left out for the whole chain.</param>
/// <param name="ExpiresAt">Until when it is good, at most two years from now; a year where left out.</param>
public sealed record KeyToMake(
    string? Name, IReadOnlyList<string?>? Scopes, IReadOnlyList<string?>? Stores = null, DateTimeOffset? ExpiresAt = null);

/// <summary>How to rotate a key.</summary>
/// <param name="OverlapHours">How long the old secret is good beside the new one, 0 to 720; 24 where left out.</param>
/// <param name="ExpiresAt">Until when the key is good, at most two years from now; a year where left out.</param>
public sealed record KeyToRotate(int? OverlapHours = null, DateTimeOffset? ExpiresAt = null);

/// <summary>A key, without its secret.</summary>
/// <param name="EndedAt">When somebody ended it; null for nobody has.</param>
/// <param name="LastUsedAt">To the minute; null for never.</param>
public sealed record KeyView(
    string Id,
    string Name,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string> Stores,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? LastUsedAt)
{
    internal static KeyView Of(IntegrationKey key) => new(
        key.Id, key.Name, key.Scopes, [.. key.Stores.Select(store => store.Value)], key.CreatedAt, key.CreatedBy, key.ExpiresAt, key.EndedAt, key.LastUsedAt);
}

/// <summary>A key with its new secret, which is never told again.</summary>
/// <param name="Secret">What to send as <c>Authorization: Bearer SECRET</c>.</param>
/// <param name="OldSecretUntil">Until when the secret before is good as well; null where there was none.</param>
public sealed record MadeKeyView(KeyView Key, string Secret, DateTimeOffset? OldSecretUntil);
