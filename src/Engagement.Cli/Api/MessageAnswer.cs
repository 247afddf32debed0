namespace Engagement.Cli.Api;

/// <summary>A message and all that was decided about it.</summary>
internal sealed record MessageAnswer(
    string Id,
    string Member,
    string Playbook,
    int Step,
    string Template,
    string Channel,
    string? Offer,
    string State,
    DateTimeOffset PlannedAt,
    DateTimeOffset? SentAt,
    IReadOnlyList<MessageDecision> Decisions);

internal sealed record MessageDecision(DateTimeOffset At, string What, string? Why);
