using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Recall;

/// <summary>She entered a playbook.</summary>
public sealed record PlaybookEntered(Instant At, string Playbook, int Run, bool IsHeldOut, bool Remember) : MemberEvent(At);

/// <summary>A step of a playbook came for a member who is left alone: nothing was sent, and nobody was asked to call.</summary>
public sealed record StepWithheld(Instant At, string Playbook, int Run, int Step) : MemberEvent(At);

/// <summary>The playbook was changed: steps up to <paramref name="Next"/> would have come already and will not come any more.</summary>
public sealed record StepsPassedOver(Instant At, string Playbook, int Run, int Next) : MemberEvent(At);

/// <summary>She left a playbook.</summary>
/// <param name="Why">A stable code: the exit, <c>ended</c> or <c>switched_off</c>.</param>
public sealed record PlaybookLeft(Instant At, string Playbook, int Run, string Why) : MemberEvent(At);

/// <summary>
/// She came back: a counted act within 30 days of entering a playbook, whether or not she was still in it, and whether or not
/// she was left alone. That is what a playbook is measured by.
/// </summary>
/// <param name="IsFirst">The first such act of this run: she has returned.</param>
/// <param name="Revenue">What she paid by this act, in the chain's currency.</param>
/// <param name="Total">What she has paid since she entered, this act included.</param>
public sealed record MemberReturned(
    Instant At, string Playbook, int Run, bool IsHeldOut, bool IsFirst, decimal Revenue, decimal Total) : MemberEvent(At);

/// <summary>What a returned member paid was given back: it was no revenue of that playbook.</summary>
/// <param name="Amount">What was given back of what <see cref="MemberReturned"/> counted.</param>
/// <param name="Total">What is left of what she has paid since she entered.</param>
public sealed record ReturnRefunded(
    Instant At, string Playbook, int Run, bool IsHeldOut, decimal Amount, decimal Total) : MemberEvent(At);

/// <summary>A step of a playbook wants a message sent.</summary>
public sealed record MessagePlanned(Instant At, Waiting Message) : MemberEvent(At);

/// <summary>A message may not go now; it will at another time.</summary>
/// <param name="Why">A stable code: <c>quiet_hours</c>, <c>daily_cap</c>, <c>weekly_cap</c> or <c>priority</c>.</param>
public sealed record MessageMoved(Instant At, MessageNumber Number, Instant To, string Why) : MemberEvent(At);

/// <summary>A message goes: from here on it is in the outbox.</summary>
/// <param name="Day">The local calendar day it counts on.</param>
/// <param name="WindowDays">How many days it counts for.</param>
public sealed record MessageReleased(Instant At, Waiting Message, DateOnly Day, int WindowDays) : MemberEvent(At);

/// <summary>A message will not go.</summary>
/// <param name="Why">A stable code: <c>left_playbook</c>, <c>useless</c>, <c>no_consent</c> …</param>
public sealed record MessageCancelled(Instant At, MessageNumber Number, string Why) : MemberEvent(At);
