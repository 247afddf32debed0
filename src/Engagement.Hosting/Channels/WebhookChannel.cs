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
        return post.SendAsync(url, _secrets, message.Id, MessageBody.ToPost(message), settings.Timeout, cancellation);
    }
}
