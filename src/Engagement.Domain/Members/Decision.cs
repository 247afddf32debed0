using System.Collections.Immutable;

namespace Engagement.Domain.Members;

/// <summary>What a member answers to a command.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>It is taken, and these events follow, in this order.</summary>
    public sealed record Accepted(ImmutableArray<MemberEvent> Events) : Decision;

    /// <summary>The same item was taken before: nothing changes.</summary>
    public sealed record Duplicate : Decision
    {
        public static readonly Duplicate Instance = new();
    }

    /// <summary>It is refused: nothing changes.</summary>
    public sealed record Rejected(Rejection Rejection) : Decision;

    internal static Accepted Accept(params ReadOnlySpan<MemberEvent> events) => new([.. events]);
}
