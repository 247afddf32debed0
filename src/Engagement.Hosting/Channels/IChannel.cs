using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Channels;

/// <summary>A way out of the house: to a phone, a mailbox, a partner's system. See docs/domain, messages.</summary>
public interface IChannel
{
    /// <summary>What policies and consent call it. It never changes.</summary>
    string Name { get; }

    /// <summary>
    /// Hands a message over. The same message may come again with the same id, where it is not known whether it had arrived;
    /// a channel passes the id on, so that whoever receives it can tell. What is to be expected of the world is answered as a
    /// value; an exception counts as <see cref="Handover.TryLater"/>.
    /// </summary>
    ValueTask<Handover> SendAsync(OutgoingMessage message, CancellationToken cancellation);
}

/// <summary>A message with its text, ready to go.</summary>
/// <param name="Id">What receivers know it by; it never changes.</param>
/// <param name="Sender">The name of the chain, in whose name it is sent.</param>
/// <param name="Text">For those who show plain text.</param>
/// <param name="Html">The same, for those who show HTML.</param>
/// <param name="Offer">What is offered in it, as the playbook has it; null for nothing.</param>
/// <param name="Store">Her home store; null for none.</param>
/// <param name="ReleasedAt">When it was decided that it goes.</param>
public sealed record OutgoingMessage(
    string Id,
    MemberKey Member,
    string Sender,
    string Playbook,
    string Template,
    string Language,
    string Text,
    string Html,
    string? Offer,
    StoreId? Store,
    Instant ReleasedAt);

/// <summary>How handing a message over ended.</summary>
public abstract record Handover
{
    private Handover()
    {
    }

    /// <summary>It is out of our hands.</summary>
    public sealed record Accepted : Handover
    {
        public static readonly Accepted Instance = new();
    }

    /// <summary>Not now; later it may work.</summary>
    /// <param name="Why">A stable code, such as <c>http_500</c>.</param>
    /// <param name="After">How long the other side asks us to wait; null where it does not say.</param>
    public sealed record TryLater(string Why, TimeSpan? After = null) : Handover;

    /// <summary>It will never work.</summary>
    /// <param name="Why">A stable code, such as <c>gone</c>.</param>
    public sealed record Refused(string Why) : Handover;
}
