using Engagement.Domain.Errands;
using Engagement.Domain.Families;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Erasure;

/// <summary>
/// She is to be forgotten (docs/domain/erasure.md): from here on nothing is sent to her, nothing is asked of her, and nobody is asked
/// to do anything about her. Who wants it and why is no part of her history. Asked again, nothing more happens.
/// </summary>
public sealed record Erase : MemberCommand;

/// <summary>She is forgotten. It says nothing of her; what her earlier events said in words is cleaned after it.</summary>
public sealed record Erased(Instant At) : MemberEvent(At);

/// <summary>She and somebody of her family have nothing to do with each other any more, because she is forgotten.</summary>
/// <param name="Other">The head of the family she belonged to, or somebody who belonged to hers.</param>
/// <param name="IsHead">Whether the other was its head.</param>
public sealed record FamilyCut(Instant At, MemberId Other, bool IsHead) : MemberEvent(At), IAsksAnother
{
    public Errand Asks(MemberId from) => new(Other, IsHead ? new AnswerFamily(from, "left") : new PartFromFamily(from));
}
