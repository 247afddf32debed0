using System.Text.Json.Serialization;
using Engagement.Hosting.Channels;
using Engagement.Journal;

namespace Engagement.Hosting.Api.Webhooks;

/// <summary>Who is to be told of what.</summary>
/// <param name="Url">Where events are posted.</param>
/// <param name="Secret">What they are signed with; never shown again. When missing, one that exists keeps its own, and a new one gets one.</param>
/// <param name="Types">The types of events; missing or empty: all.</param>
public sealed record WebhookToPut(string? Url, string? Secret = null, IReadOnlyList<string>? Types = null);

/// <summary>A webhook and how far it has come.</summary>
/// <param name="Types">The types of events it is told; empty: all.</param>
/// <param name="Position">It has been told everything up to here.</param>
/// <param name="Behind">How many positions it is behind the chain.</param>
/// <param name="State">active, failing or paused.</param>
/// <param name="Why">Why it is paused: a stable code.</param>
/// <param name="Fingerprints">Of each secret the first 8 digits of its SHA-256; empty if they cannot be read any more.</param>
/// <param name="Secret">The secret that was made up for a new one; never shown again.</param>
public sealed record WebhookView(
    string Name,
    string Url,
    IReadOnlyList<string> Types,
    long Position,
    long Behind,
    string State,
    int Tries,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? FailingSince,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? PausedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Why,
    IReadOnlyList<string> Fingerprints,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Secret = null)
{
    internal static WebhookView Of(Webhook webhook, SealedSecrets secrets) => new(
        webhook.Key.Name,
        webhook.Target.Url,
        webhook.Target.Types,
        webhook.Position,
        Math.Max(0, webhook.Head - webhook.Position),
        webhook.PausedAt is not null ? "paused" : webhook.Tries > 0 ? "failing" : "active",
        webhook.Tries,
        webhook.FailingSince?.ToDateTimeOffset(),
        webhook.PausedAt?.ToDateTimeOffset(),
        webhook.PausedWhy,
        SealedSecrets.Fingerprints(secrets.Open(webhook.Target.Secrets)));
}
