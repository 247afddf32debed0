using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Journal;

/// <summary>The outcome of one turn of one member, to be stored as one.</summary>
/// <param name="Row">The store's own handle of the member's row, as loaded; 0 for a member not stored before.</param>
/// <param name="ExpectedVersion">The version this turn started from; 0 for a member not stored before.</param>
/// <param name="State">The member after <paramref name="Events"/>.</param>
/// <param name="RulesVersion">The version of the chain's rules she has been judged by.</param>
/// <param name="DueAt">When time alone will next change her; null if never.</param>
public sealed record Append(
    MemberKey Key,
    long Row,
    long ExpectedVersion,
    Member State,
    long RulesVersion,
    Instant? DueAt,
    ImmutableArray<MemberEvent> Events)
{
    /// <summary>
    /// The member as this turn found her: a store may then leave alone what has not changed, and tallies know where in her
    /// playbooks she stood and what was on her cards. Null for a member not stored before, or one who had neither.
    /// </summary>
    public MemberRecord? Found { get; init; }

    /// <summary>
    /// The version after this turn. A turn that only kept something of her profile counts as well, though it brought no event:
    /// another that began before it must not put back what was there.
    /// </summary>
    public long NextVersion => ExpectedVersion + Math.Max(
        Events.Length, Found is { } found && found.State.Birthday != State.Birthday ? 1 : 0);
}

/// <summary>How an append ended.</summary>
/// <param name="Row">The store's handle of the member's row from now on.</param>
/// <param name="LastPosition">The position of the last event; 0 for a conflict.</param>
public readonly record struct AppendResult(bool IsCommitted, long Row, long LastPosition)
{
    public static readonly AppendResult Conflict;
}

/// <summary>A member as stored: the snapshot beside her events, so that loading her is one row.</summary>
/// <param name="Version">How often she has changed, her events among it; the next append must expect just this.</param>
public sealed record MemberRecord(
    MemberKey Key, long Row, long Version, Member State, long RulesVersion, Instant? DueAt);
