using System.Collections.Immutable;

namespace Engagement.Domain.Members;

/// <summary>What a member answers to a command.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>It is taken, and these events follow, in this order.</summary>
    /// <param name="After">The member after them: what <see cref="Evolution.Evolve"/> makes of her and the events.</param>
    public sealed record Accepted(ImmutableArray<MemberEvent> Events, Member After) : Decision;

    /// <summary>The same item was taken before: nothing changes.</summary>
    public sealed record Duplicate : Decision
    {
        public static readonly Duplicate Instance = new();
    }

    /// <summary>It is refused: nothing changes.</summary>
    public sealed record Rejected(Rejection Rejection) : Decision;
}

/// <summary>What a feature makes of an act before anybody is judged by it: the event, or why there is none.</summary>
internal readonly record struct Taking(ActEvent? Happened, Rejection? Refused)
{
    public static implicit operator Taking(ActEvent happened) => new(happened, null);

    public static implicit operator Taking(Rejection refused) => new(null, refused);
}
