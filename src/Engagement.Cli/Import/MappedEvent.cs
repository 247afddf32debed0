namespace Engagement.Cli.Import;

/// <summary>A row read as an event, before it has an id.</summary>
internal sealed record MappedEvent(
    string Type,
    string Member,
    DateTimeOffset At,
    string? Store = null,
    decimal? Amount = null,
    string? OrderId = null,
    string? Service = null,
    string? Name = null);
