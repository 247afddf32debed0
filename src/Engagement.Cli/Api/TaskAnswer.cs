namespace Engagement.Cli.Api;

/// <summary>Something that staff are asked to do.</summary>
internal sealed record TaskAnswer(
    string Id,
    string Kind,
    string Member,
    string? Store,
    string Title,
    string? Why,
    DateTimeOffset DueAt,
    string State,
    string? Assignee,
    DateTimeOffset? SnoozedUntil,
    bool Escalated,
    string? Outcome);
