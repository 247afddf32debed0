namespace Engagement.Hosting.Api.Documentation;

/// <summary>
/// An event with its place in the chain's history, the same on timeline, feed and hub. It describes what
/// <see cref="CommittedEventConverter"/> writes.
/// </summary>
/// <param name="Position">1, 2, 3 … without a gap within the chain.</param>
/// <param name="Type">What happened: the type of an act, or what followed, such as stage_changed.</param>
/// <param name="Member">Whom it happened to.</param>
/// <param name="Store">Where; for what follows from time, her home store.</param>
/// <param name="At">When it happened, or fell due.</param>
/// <param name="Data">The fields of the type.</param>
/// <param name="Id">The sender's id, where it came from outside.</param>
public sealed record CommittedEventView(
    long Position, string Type, string Member, string? Store, DateTimeOffset At, IReadOnlyDictionary<string, object?> Data, string? Id = null);
