using System.Text.Json.Serialization;

namespace Engagement.Cli.Import;

/// <summary>What became of the rows so far; every row is in exactly one of the four.</summary>
internal sealed record Tally(long Accepted, long Duplicates, long Rejected, long Unreadable)
{
    public static readonly Tally Nothing = new(0, 0, 0, 0);

    [JsonIgnore]
    public long Rows => Accepted + Duplicates + Rejected + Unreadable;

    [JsonIgnore]
    public bool HasFailures => Rejected + Unreadable > 0;

    public Tally Plus(Tally other) => new(
        Accepted + other.Accepted,
        Duplicates + other.Duplicates,
        Rejected + other.Rejected,
        Unreadable + other.Unreadable);
}
