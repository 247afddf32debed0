using System.Text.Json;

namespace Engagement.Hosting.Channels;

/// <summary>A message as it goes out in JSON: in the file and in the webhook's <c>data</c> alike.</summary>
internal sealed record MessageBody(
    string Id,
    string Chain,
    string? Store,
    string Member,
    string Playbook,
    string Template,
    string Language,
    string Text,
    string? Offer,
    string ReleasedAt)
{
    /// <summary>What is posted to a receiver. The same bytes at every try: nothing of them comes from the clock.</summary>
    public static byte[] ToPost(OutgoingMessage message) => JsonSerializer.SerializeToUtf8Bytes(
        new { type = "message.released", timestamp = message.ReleasedAt.ToString(), data = Of(message) }, JsonSerializerOptions.Web);

    public static MessageBody Of(OutgoingMessage message) => new(
        message.Id,
        message.Member.Chain.Value,
        message.Store?.Value,
        message.Member.Member.Value,
        message.Playbook,
        message.Template,
        message.Language,
        message.Text,
        message.Offer,
        message.ReleasedAt.ToString());
}
