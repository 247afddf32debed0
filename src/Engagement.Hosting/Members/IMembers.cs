using Engagement.Domain.Identity;
using Engagement.Domain.Members;

namespace Engagement.Hosting.Members;

/// <summary>
/// The one way to a member, whichever engine runs her. A member takes one turn at a time; commands sent together are taken
/// in one turn, in the order given, and answered after the commit that holds what followed from them.
/// </summary>
public interface IMembers
{
    /// <summary>One reply for each command, in the same order.</summary>
    /// <exception cref="Journal.JournalUnavailableException">
    /// Nothing of this was stored, or it is not known whether it was; sending the same again is safe.
    /// </exception>
    ValueTask<IReadOnlyList<Reply>> SendAsync(
        MemberKey member, IReadOnlyList<MemberCommand> commands, CancellationToken cancellation);
}

/// <summary>What became of a command.</summary>
public enum Outcome
{
    Accepted,
    Duplicate,
    Rejected,
}

/// <summary>A member's answer to one command.</summary>
/// <param name="Rejection">Why it was refused, and only then.</param>
/// <param name="Position">The chain's position once what followed was stored; 0 where nothing was.</param>
public readonly record struct Reply(Outcome Outcome, Rejection? Rejection = null, long Position = 0)
{
    public static readonly Reply Duplicate = new(Outcome.Duplicate);
}
