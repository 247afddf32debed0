namespace Engagement.Cli.Import;

/// <summary>A row read as an event, before it has an id.</summary>
/// <param name="FullName">Hers; like phone and e-mail it goes to her profile, and is no part of what makes the row an event.</param>
internal sealed record MappedEvent(
    string Type,
    string Member,
    DateTimeOffset At,
    string? Store = null,
    decimal? Amount = null,
    string? OrderId = null,
    string? Service = null,
    string? Name = null,
    string? FullName = null,
    string? Phone = null,
    string? Email = null)
{
    // What is printed of a row must not say who she is.
    public override string ToString() => $"{Type} of {Member}";
}
