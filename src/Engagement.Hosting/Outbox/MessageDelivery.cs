using System.Collections.Frozen;
using Engagement.Domain.Care;
using Engagement.Domain.Chains;
using Engagement.Domain.Recall;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Channels;
using Engagement.Hosting.Members;
using Engagement.Hosting.Profiles;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Outbox;

/// <summary>
/// Brings one claimed message out of the house: writes its text, hands it to its channel, and tells the member what became of
/// it. See docs/adr/0017 for what happens when it is interrupted at any point.
/// </summary>
public sealed partial class MessageDelivery(
    IOutbox outbox,
    IJournal journal,
    IMembers members,
    ChainCatalogue chains,
    IEnumerable<IChannel> channels,
    ChainGateways gateways,
    SuppressionList suppressed,
    NodeClock clock,
    TimeProvider time,
    IOptions<OutboxOptions> options,
    ILogger<MessageDelivery> logger)
{
    private const int MostTellings = 5;

    private readonly FrozenDictionary<string, IChannel> _channels =
        channels.ToFrozenDictionary(channel => channel.Name, StringComparer.Ordinal);

    private readonly BackOff _backOff = new(options.Value.FirstRetry, options.Value.LongestRetry, options.Value.GiveUpAfter);

    /// <summary>
    /// What a message shares its way out with: all of its channel on this node, or all of its chain's own. Null where nobody knows
    /// such a channel.
    /// </summary>
    public async ValueTask<string?> LaneOfAsync(OutboxMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var chain = await chains.FindAsync(message.Key.Member.Chain, CancellationToken.None).ConfigureAwait(false);
        return chain is not null && gateways.Find(chain, message.Channel) is not null ? $"{chain.Id}/{message.Channel}"
            : _channels.ContainsKey(message.Channel) ? message.Channel
            : null;
    }

    /// <summary>Delivers a message that this node has claimed. Whatever cannot be expected of the world is logged.</summary>
    public async Task DeliverAsync(OutboxMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            await TryAsync(message).ConfigureAwait(false);
        }
        catch (ProfilesUnreadableException)
        {
            // Nobody can say whether she may be written to.
            await TryLaterAsync(message, new("profile_unreadable")).ConfigureAwait(false);
        }
        catch (JournalUnavailableException exception)
        {
            // Its lease runs out, and it is claimed again.
            StoreUnavailable(exception, message.Id);
        }
    }

    private async Task TryAsync(OutboxMessage message)
    {
        if (message.Ended is { } fate)
        {
            await TellAsync(message, fate, fate == MessageFate.Failed ? "given_up" : null).ConfigureAwait(false);
            return;
        }

        var chain = await chains.FindAsync(message.Key.Member.Chain, CancellationToken.None).ConfigureAwait(false);
        var channel = (chain is null ? null : gateways.Find(chain, message.Channel)) ?? _channels.GetValueOrDefault(message.Channel);
        if (channel is null)
        {
            await FailAsync(message, "unknown_channel").ConfigureAwait(false);
            return;
        }

        var (outgoing, fault, wait) = await PrepareAsync(message, chain).ConfigureAwait(false);
        if (wait is { } until)
        {
            await outbox.RetryAsync(message.Key, until, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        if (outgoing is null)
        {
            await FailAsync(message, fault!).ConfigureAwait(false);
            return;
        }

        if (!await outbox.BeginAsync(message.Key, CancellationToken.None).ConfigureAwait(false))
            return;
        switch (await HandOverAsync(channel, outgoing).ConfigureAwait(false))
        {
            case Handover.Accepted:
                await outbox.DoneAsync(message.Key, CancellationToken.None).ConfigureAwait(false);
                await TellAsync(message, MessageFate.Sent, null).ConfigureAwait(false);
                break;
            case Handover.Refused refused:
                await FailAsync(message, refused.Why).ConfigureAwait(false);
                break;
            case Handover.TryLater later:
                await TryLaterAsync(message, later).ConfigureAwait(false);
                break;
        }
    }

    // What it says is worked out at each try, by the rules and the member as they are by then.
    private async ValueTask<(OutgoingMessage? Outgoing, string? Fault, TimeSpan? Wait)> PrepareAsync(OutboxMessage message, Chain? chain)
    {
        var key = message.Key.Member;
        if (chain is null || await journal.FindAsync(key, CancellationToken.None).ConfigureAwait(false) is not { } record)
            return (null, "unknown_member", null);
        var rules = (await chains.RulesAsync(key.Chain, CancellationToken.None).ConfigureAwait(false)).For(record.State.Home);
        var member = record.State with { Id = key.Member };
        if (LateSending.IsRefused(rules, member, message.Channel))
            return (null, "no_consent", null);
        if (await suppressed.CoversAsync(key, CancellationToken.None).ConfigureAwait(false))
            return (null, "suppressed", null);
        var now = clock.Now;
        var isLate = now - message.ReleasedAt > options.Value.LateAfter;
        if (LateSending.NotBefore(rules, member, message.Key.Number, now, isLate) is { } later)
            return (null, null, RealTime(later - now));

        var language = rules.Policy.Recall.Messages.Language;
        if (Templates.Find(rules.Policy.Recall, message.Template)?.In(language) is not { } text)
            return (null, "unknown_template", null);
        var values = TemplateValues.Of(chain, rules, member, message.Offer, language, now);
        if (Templates.Render(text, values, out var fault) is not { } rendering)
            return (null, fault!.Placeholder is null ? "template_fault" : $"template_fault:{fault.Placeholder}", null);
        return (
            new(
                message.Id, key, chain.Name, message.Playbook, message.Template, language, rendering.Text, rendering.Html,
                values.Offer, member.Home, message.ReleasedAt),
            null,
            null);
    }

    private async ValueTask<Handover> HandOverAsync(IChannel channel, OutgoingMessage outgoing)
    {
        // By then it is still ours; were it given to another node meanwhile, two would send it.
        using var patience = new CancellationTokenSource(options.Value.Lease / 2, time);
        try
        {
            return await channel.SendAsync(outgoing, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new Handover.TryLater("timeout");
        }
        catch (Exception exception)
        {
            // A channel's exception may name whom it wrote to.
            ChannelFailed(channel.Name, outgoing.Id, exception.GetType().Name);
            return new Handover.TryLater("channel_failed");
        }
    }

    private async Task TryLaterAsync(OutboxMessage message, Handover.TryLater later)
    {
        var tries = message.Tries + 1;
        var age = RealTime(clock.Now - message.ReleasedAt);
        if (_backOff.After(tries, age, Random.Shared.NextDouble(), later.After) is { } wait)
        {
            TriedInVain(message.Channel, message.Id, tries, later.Why);
            await outbox.RetryAsync(message.Key, wait, CancellationToken.None).ConfigureAwait(false);
        }
        else
        {
            await FailAsync(message, later.Why).ConfigureAwait(false);
        }
    }

    private async Task FailAsync(OutboxMessage message, string why)
    {
        GivenUp(message.Channel, message.Id, why);
        await outbox.GiveUpAsync(message.Key, CancellationToken.None).ConfigureAwait(false);
        await TellAsync(message, MessageFate.Failed, why).ConfigureAwait(false);
    }

    // The outbox knows already, and brings it up again until she does.
    private async Task TellAsync(OutboxMessage message, MessageFate fate, string? why)
    {
        for (var telling = 1; ; telling++)
        {
            try
            {
                await members.SendAsync(
                    message.Key.Member, [new ReportMessage(message.Key.Number, fate, why)], CancellationToken.None).ConfigureAwait(false);
                return;
            }
            catch (JournalUnavailableException exception) when (telling < MostTellings)
            {
                await Task.Delay(exception.RetryAfter, time).ConfigureAwait(false);
            }
            catch (JournalUnavailableException exception)
            {
                NotTold(exception, message.Id);
                return;
            }
        }
    }

    private TimeSpan RealTime(TimeSpan span) => span / clock.Speed;

    [LoggerMessage(LogLevel.Warning, "Message {Id} could not be delivered now; it is tried again when its lease has ended")]
    private partial void StoreUnavailable(Exception exception, string id);

    [LoggerMessage(LogLevel.Warning, "Channel '{Channel}' failed at message {Id} with {Fault}")]
    private partial void ChannelFailed(string channel, string id, string fault);

    [LoggerMessage(LogLevel.Information, "Channel '{Channel}' did not take message {Id} at try {Tries}: {Why}")]
    private partial void TriedInVain(string channel, string id, int tries, string why);

    [LoggerMessage(LogLevel.Warning, "Message {Id} for channel '{Channel}' is given up: {Why}")]
    private partial void GivenUp(string channel, string id, string why);

    [LoggerMessage(LogLevel.Error, "What became of message {Id} could not be told to its member")]
    private partial void NotTold(Exception exception, string id);
}
