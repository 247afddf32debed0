using System.Security.Cryptography;
using Engagement.Domain.Chains;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Channels;

/// <summary>
/// The channels that chains have of their own: each a signed POST to the system that sends text messages, WeChat or push for
/// them. Their secrets lie in the store protected by keys that lie elsewhere.
/// </summary>
public sealed class ChainGateways(
    SignedPost post, IDataProtectionProvider protection, IAddressBook addresses, IOptions<ChannelOptions> options)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Engagement.ChainGateways.v1");

    /// <summary>A gateway as it may be stored. With no secret it keeps those of <paramref name="known"/>.</summary>
    public Gateway Make(string url, string? secrets, GatewayAddress address, Gateway? known) =>
        new(url, string.IsNullOrEmpty(secrets) && known is not null ? known.Secrets : _protector.Protect(secrets ?? ""), address);

    /// <summary>What its secrets are recognised by; none if they cannot be read any more.</summary>
    public IReadOnlyList<string> Fingerprints(Gateway gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return SealedSecrets.Fingerprints(Opened(gateway.Secrets));
    }

    /// <summary>The chain's own channel of this name; null if it has none.</summary>
    public IChannel? Find(Chain chain, string name)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return chain.Gateways.GetValueOrDefault(name) is { } gateway ? new Channel(this, name, gateway) : null;
    }

    private sealed class Channel(ChainGateways all, string name, Gateway gateway) : IChannel
    {
        public string Name => name;

        public ValueTask<Handover> SendAsync(OutgoingMessage message, CancellationToken cancellation) =>
            all.Read(gateway.Secrets) is { Count: > 0 } secrets
                ? all.PostAsync(gateway, secrets, message, cancellation)
                // The keys were lost: somebody has to give the secret anew, and what waits goes then.
                : new(new Handover.TryLater("secret_unreadable"));
    }

    private async ValueTask<Handover> PostAsync(
        Gateway gateway, IReadOnlyList<WebhookSecret> secrets, OutgoingMessage message, CancellationToken cancellation)
    {
        string? to = null;
        if (gateway.Address != GatewayAddress.None)
        {
            to = gateway.Address == GatewayAddress.Phone
                ? await addresses.PhoneOfAsync(message.Member, cancellation).ConfigureAwait(false)
                : await addresses.MailOfAsync(message.Member, cancellation).ConfigureAwait(false);
            if (to is null)
                return new Handover.Refused("no_address");
        }

        return await post.SendAsync(
            new(gateway.Url), secrets, message.Id, MessageBody.ToPost(message, to), options.Value.Webhook.Timeout, cancellation).ConfigureAwait(false);
    }

    private List<WebhookSecret> Read(string stored) => [.. Opened(stored).Split(' ').Select(WebhookSecret.Read).OfType<WebhookSecret>()];

    private string Opened(string stored)
    {
        try
        {
            return _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return "";
        }
    }
}
