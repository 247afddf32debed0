using Engagement.Cli.Campaigns;

namespace Engagement.Cli.Segments;

/// <summary>A segment, as far as a list shows it.</summary>
internal sealed record SegmentEntry(string Name, string Title, IReadOnlyList<string> UsedBy);

/// <summary>How many are in a segment.</summary>
internal sealed record CountedAnswer(long Count, IReadOnlyList<CountAnswer> ByStore);

/// <summary>A member of a segment.</summary>
internal sealed record MemberEntry(string Id, string? Store, string Stage);
