using System.Text.Json;
using System.Text.Json.Serialization;

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
    string ReleasedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? To = null)
{
    /// <summary>What is posted to a receiver. The same bytes at every try: nothing of them comes from the clock.</summary>
    /// <param name="to">How the member is reached, for a receiver that asked for it.</param>
    public static byte[] ToPost(OutgoingMessage message, string? to = null) => JsonSerializer.SerializeToUtf8Bytes(
        new { type = "message.released", timestamp = message.ReleasedAt.ToString(), data = Of(message) with { To = to } }, JsonSerializerOptions.Web);

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
