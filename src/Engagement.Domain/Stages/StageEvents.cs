using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Stages;

/// <summary>A member's stage became another; <paramref name="From"/> is null when she came into being.</summary>
public sealed record StageChanged(Instant At, Stage? From, Stage To, StageReason Reason) : MemberEvent(At);

/// <summary>A member began to need attention.</summary>
public sealed record FlagRaised(Instant At, AttentionFlags Flag) : MemberEvent(At);

/// <summary>The attention is needed no more.</summary>
public sealed record FlagLowered(Instant At, AttentionFlags Flag) : MemberEvent(At);
