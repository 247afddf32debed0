using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Errands;

/// <summary>
/// Something that one member's history asks of another. Two members never change in one commit: what is asked is stored with
/// the event that asks, and brought to the other until she has answered.
/// </summary>
/// <param name="To">Whom it is brought to.</param>
/// <param name="Command">An <see cref="ErrandCommand"/>, or an act with a key of its own; either may be brought more than once.</param>
public readonly record struct Errand(MemberId To, MemberCommand Command);

/// <summary>An event that sends somebody to another member.</summary>
public interface IAsksAnother
{
    /// <summary>What is asked of whom.</summary>
    /// <param name="from">The member whose event it is.</param>
    Errand Asks(MemberId from);
}

/// <summary>
/// What a member is asked on behalf of another. It may be brought more than once: who has heard it before answers with nothing.
/// What one member asks of another comes in the order in which it was asked.
/// </summary>
/// <param name="From">Who asks.</param>
public abstract record ErrandCommand(MemberId From) : MemberCommand
{
    /// <summary>For so many days somebody who is not known yet is waited for.</summary>
    public virtual int PatienceDays => 30;

    /// <summary>What the member makes of it at <paramref name="at"/>: an event, or nothing where she has heard it before.</summary>
    internal abstract MemberEvent? Hear(Rules rules, Member member, Instant at);

    /// <summary>What whoever asked is told when nobody of that name came; null for nothing.</summary>
    /// <param name="to">Who was waited for.</param>
    public virtual ErrandCommand? WhenNobodyCame(MemberId to) => null;
}
