using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Channels;

/// <summary>The channel that leaves delivery to another system: a signed POST for each message.</summary>
internal sealed class WebhookChannel(SignedPost post, IOptions<ChannelOptions> options) : IChannel
{
    private readonly WebhookSecret[] _secrets =
        [.. options.Value.Webhook.Secrets.Select(WebhookSecret.Read).OfType<WebhookSecret>()];

    public string Name => "webhook";

    public ValueTask<Handover> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var settings = options.Value.Webhook;
        if (settings.Url is not { } url)
            return new(new Handover.Refused("not_configured"));
        // The same bytes at every try: nothing of them comes from the clock.
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { type = "message.released", timestamp = message.ReleasedAt.ToString(), data = MessageBody.Of(message) },
            JsonSerializerOptions.Web);
        return post.SendAsync(url, _secrets, message.Id, body, settings.Timeout, cancellation);
    }
}
