using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Journal;

/// <summary>
/// Messages that were released by their members' commits and are to be handed to a channel: at least once, each with an id that
/// never changes. Whoever claims one is alone with it until the lease ends.
/// </summary>
public interface IOutbox
{
    /// <summary>Takes released messages of any chain, those released first to begin with, for one node.</summary>
    ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation);

    /// <summary>
    /// A claimed message is about to be handed over: from now on it cannot be taken back. False if its member took it back
    /// before, or the lease was lost; then it must not be sent.
    /// </summary>
    ValueTask<bool> BeginAsync(MessageKey message, CancellationToken cancellation);

    /// <summary>
    /// It was handed over: it is never sent again. Until its member has been told so (<c>ReportMessage</c>) it is given out when its
    /// lease has ended, with <see cref="OutboxMessage.Ended"/>.
    /// </summary>
    ValueTask DoneAsync(MessageKey message, CancellationToken cancellation);

    /// <summary>It could not be handed over: it is given out again once <paramref name="wait"/> of real time is over.</summary>
    ValueTask RetryAsync(MessageKey message, TimeSpan wait, CancellationToken cancellation);

    /// <summary>It cannot be handed over at all: it is given out for its member to be told, and for nothing else.</summary>
    ValueTask GiveUpAsync(MessageKey message, CancellationToken cancellation);

    /// <summary>Raised after a commit of this process that released messages. A hint.</summary>
    event Action? Released;
}

/// <summary>Which message of which member.</summary>
public readonly record struct MessageKey(MemberKey Member, MessageNumber Number);

/// <summary>A message in the outbox.</summary>
/// <param name="Id">What receivers and outside programs know it by; it says nothing of the member and never changes.</param>
/// <param name="Tries">How often it was begun before.</param>
/// <param name="Ended">What became of it, where only its member has not been told yet; null for what is to be sent.</param>
public sealed record OutboxMessage(
    MessageKey Key, string Id, string Playbook, string Template, string Channel, string? Offer, StoreId? Store, Instant ReleasedAt, int Tries,
    MessageFate? Ended = null);
