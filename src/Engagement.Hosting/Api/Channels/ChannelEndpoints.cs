using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Engagement.Domain.Chains;
using Engagement.Hosting.Api.Webhooks;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Channels;

/// <summary>The ways by which a chain's messages can leave: those of the house, and the chain's own gateways.</summary>
internal static class ChannelEndpoints
{
    private const int Most = 20;

    public static void MapChannels(this RouteGroupBuilder chain)
    {
        chain.MapGet("/channels", ListAsync).WithName("listChannels").Needs(Right.ConnectOthers).WithSummary("The channels that messages of this chain can go by")
            .Produces<ListOf<ChannelView>>().ProducesProblem(404);
        chain.MapPut("/channels/{channel}", PutAsync).WithName("putChannel").Needs(Right.ConnectOthers).WithSummary("Adds or changes a gateway for text messages, WeChat, push …")
            .WithDescription("Messages are posted as JSON, signed after the Standard Webhooks specification. The secret is never shown again; a new gateway without one gets one, which this answer alone shows.")
            .Produces<ChannelView>().Produces<ChannelView>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        chain.MapDelete("/channels/{channel}", DeleteAsync).WithName("deleteChannel").Needs(Right.ConnectOthers).WithSummary("Takes a gateway away")
            .WithDescription("What still waits for it fails.")
            .Produces(204).ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(
        string chain, ChainCatalogue chains, ChainGateways gateways, IEnumerable<IChannel> channels, CancellationToken cancellation)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        var own = known.Gateways.Select(gateway => ChannelView.Of(gateway.Key, gateway.Value, gateways.Fingerprints(gateway.Value)));
        var shared = channels.Where(channel => !known.Gateways.ContainsKey(channel.Name)).Select(channel => new ChannelView(channel.Name, "node", null));
        return TypedResults.Ok(new ListOf<ChannelView>([.. own.Concat(shared).OrderBy(channel => channel.Name, StringComparer.Ordinal)]));
    }

    private static async Task<IResult> PutAsync(
        string chain,
        string channel,
        ChannelToPut body,
        ChainCatalogue chains,
        ChainGateways gateways,
        SignedPost post,
        IEnumerable<IChannel> channels,
        CancellationToken cancellation)
    {
        if (!IsName(channel))
            return Problems.InvalidParameter("channel", "must have 1 to 64 characters of a to z, 0 to 9 and _");
        // A chain that has a gateway of its own has no use for the house's; the others are not gateways.
        if (channel != "webhook" && channels.Any(known => known.Name == channel))
            return Problems.InvalidParameter("channel", $"'{channel}' is a channel of this node");
        while (true)
        {
            if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
                return Problems.UnknownChain(chain);
            var before = known.Gateways.GetValueOrDefault(channel);
            if (WebhookTargets.FaultOf(body.Url, body.Secret, post) is { } fault)
                return fault;
            if (before is null && known.Gateways.Count >= Most)
                return Problems.Of(409, "too_many_channels", "The chain has as many channels as it may have", $"Delete one of its {Most} first.");
            if (AddressOf(body.Address) is not { } address)
                return Problems.InvalidField("address", "must be none, phone or email");
            var madeUp = before is null && string.IsNullOrEmpty(body.Secret) ? WebhookSecret.MakeUp() : null;
            var gateway = gateways.Make(body.Url!, body.Secret ?? madeUp, address, before);
            if (!await SaveAsync(chains, known, known.Gateways.SetItem(channel, gateway), cancellation).ConfigureAwait(false))
                continue;
            var view = ChannelView.Of(channel, gateway, gateways.Fingerprints(gateway));
            return before is null
                ? TypedResults.Created($"/v1/chains/{chain}/channels/{channel}", view with { Secret = madeUp })
                : TypedResults.Ok(view);
        }
    }

    private static async Task<IResult> DeleteAsync(string chain, string channel, ChainCatalogue chains, CancellationToken cancellation)
    {
        while (true)
        {
            if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
                return Problems.UnknownChain(chain);
            if (!known.Gateways.ContainsKey(channel))
                return Problems.Of(404, "unknown_channel", "There is no such channel", $"The chain has no gateway '{channel}'.");
            if (await SaveAsync(chains, known, known.Gateways.Remove(channel), cancellation).ConfigureAwait(false))
                return TypedResults.NoContent();
        }
    }

    private static ValueTask<bool> SaveAsync(
        ChainCatalogue chains, Chain known, ImmutableSortedDictionary<string, Gateway> changed, CancellationToken cancellation) =>
        chains.SaveAsync(known with { Version = known.Version + 1, Gateways = changed }, cancellation);

    private static GatewayAddress? AddressOf(string? name) => name switch
    {
        null or "none" => GatewayAddress.None,
        "phone" => GatewayAddress.Phone,
        "email" => GatewayAddress.Email,
        _ => null,
    };

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && name.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');
}

/// <summary>Where a channel's messages are to go.</summary>
/// <param name="Url">Where they are posted.</param>
/// <param name="Secret">What they are signed with; never shown again. When missing, one that exists keeps its own, and a new one gets one.</param>
/// <param name="Address">What each message is to say of how the member is reached, as 'to': none (the default), phone or email.</param>
public sealed record ChannelToPut(string? Url, string? Secret = null, string? Address = null);

/// <summary>A channel.</summary>
/// <param name="Kind">node: it is there for all chains; gateway: the chain's own.</param>
/// <param name="Url">Where a gateway's messages are posted; null for channels of the node.</param>
/// <param name="Address">What its messages say of how the member is reached: none, phone or email.</param>
/// <param name="Fingerprints">Of each of a gateway's secrets the first 8 digits of its SHA-256.</param>
/// <param name="Secret">The secret that was made up for a new gateway; never shown again.</param>
public sealed record ChannelView(
    string Name,
    string Kind,
    string? Url,
    string Address = "none",
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Fingerprints = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Secret = null)
{
    internal static ChannelView Of(string name, Gateway gateway, IReadOnlyList<string> fingerprints) => new(
        name,
        "gateway",
        gateway.Url,
        gateway.Address switch { GatewayAddress.Phone => "phone", GatewayAddress.Email => "email", _ => "none" },
        fingerprints);
}
