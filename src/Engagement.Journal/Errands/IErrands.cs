using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Journal.Errands;

/// <summary>
/// What members' histories ask of other members, stored by the commit that asks: brought at least once, and what one member asks
/// of another in the order in which it was asked. Whoever claims one is alone with it until the lease ends.
/// </summary>
public interface IErrands
{
    /// <summary>
    /// Takes errands of any chain that are due, the oldest first, for one node; of those from one member to another only the
    /// first, for as long as it is not done.
    /// </summary>
    ValueTask<IReadOnlyList<AskedErrand>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation);

    /// <summary>It was heard, or is given up: it is never brought again.</summary>
    ValueTask DoneAsync(long number, CancellationToken cancellation);

    /// <summary>It was not heard: it is given out again once <paramref name="wait"/> of real time is over.</summary>
    ValueTask RetryAsync(long number, TimeSpan wait, CancellationToken cancellation);

    /// <summary>Raised after a commit of this process that asked something. A hint.</summary>
    event Action? Asked;
}

/// <summary>An errand on its way.</summary>
/// <param name="Command">What is asked; null where a newer version of the program wrote it.</param>
/// <param name="AskedAt">When it was stored, by the real clock.</param>
/// <param name="Tries">How often it was claimed before.</param>
public sealed record AskedErrand(long Number, MemberKey From, MemberKey To, MemberCommand? Command, Instant AskedAt, int Tries);
