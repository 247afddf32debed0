using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Journal;

/// <summary>
/// Who outside is told of a chain's events, and up to where each has been told. Whoever claims a webhook is alone with it until
/// the lease ends, so that its events go out in the order of their positions.
/// </summary>
public interface IWebhookDirectory
{
    /// <summary>The webhooks of a chain in the order of their names.</summary>
    ValueTask<IReadOnlyList<Webhook>> ListAsync(ChainId chain, CancellationToken cancellation);

    ValueTask<Webhook?> FindAsync(WebhookKey key, CancellationToken cancellation);

    /// <summary>
    /// Adds a webhook, or changes where an existing one leads. One that exists keeps its position, and goes on if it was paused;
    /// whoever has claimed it loses it.
    /// </summary>
    /// <param name="target">With no secrets an existing webhook keeps its own.</param>
    /// <param name="after">The position after which a new one begins.</param>
    /// <returns>Whether it is new.</returns>
    ValueTask<bool> SaveAsync(WebhookKey key, WebhookTarget target, long after, CancellationToken cancellation);

    /// <summary>False if there is none.</summary>
    ValueTask<bool> DeleteAsync(WebhookKey key, CancellationToken cancellation);

    /// <summary>
    /// Lets a webhook go on after <paramref name="position"/>, also if it was paused; whoever has claimed it loses it. False if
    /// there is none.
    /// </summary>
    ValueTask<bool> GoOnAfterAsync(WebhookKey key, long position, CancellationToken cancellation);

    /// <summary>Takes webhooks for one node that have not been told all of their chain's events, and may be told now.</summary>
    ValueTask<IReadOnlyList<ClaimedWebhook>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation);

    /// <summary>
    /// It has been told everything up to <paramref name="position"/>; the lease begins anew, or ends at once where none is
    /// given. False, and nothing changed, if it is no longer this node's.
    /// </summary>
    ValueTask<bool> MoveAsync(ClaimedWebhook claimed, long position, TimeSpan lease, CancellationToken cancellation);

    /// <summary>It could not be told the next event: it is given out again once <paramref name="wait"/> of real time is over.</summary>
    ValueTask RetryAsync(ClaimedWebhook claimed, TimeSpan wait, CancellationToken cancellation);

    /// <summary>It is told nothing any more until somebody sees to it.</summary>
    /// <param name="why">A stable code, such as <c>gone</c>.</param>
    ValueTask PauseAsync(ClaimedWebhook claimed, string why, CancellationToken cancellation);
}

/// <summary>Which webhook of which chain.</summary>
public readonly record struct WebhookKey(ChainId Chain, string Name);

/// <summary>Where a webhook leads and what it is told.</summary>
/// <param name="Secrets">What is signed with: one or, while it is being changed, several, with a space between.</param>
/// <param name="Types">The types of events it is told; none: all.</param>
public sealed record WebhookTarget(string Url, string Secrets, IReadOnlyList<string> Types);

/// <summary>A webhook and how far it has come.</summary>
/// <param name="Position">It has been told everything up to here.</param>
/// <param name="Head">The chain's latest position.</param>
/// <param name="Tries">How often in a row the next event could not be told; 0 while all is well.</param>
/// <param name="FailingSince">Since when; null while all is well. Real time, as all instants here.</param>
/// <param name="PausedAt">Since when it is told nothing; null while it is.</param>
/// <param name="PausedWhy">A stable code; null while it is not paused.</param>
public sealed record Webhook(
    WebhookKey Key,
    WebhookTarget Target,
    long Position,
    long Head,
    int Tries,
    Instant? FailingSince,
    Instant? PausedAt,
    string? PausedWhy);

/// <summary>A webhook in this node's hands.</summary>
/// <param name="Lease">What this claim is known by.</param>
public sealed record ClaimedWebhook(Webhook Webhook, string Lease);
