namespace Engagement.Cli.Import;

/// <summary>
/// Counts how often each hash came. Most rows of a file come once, so that only hashes are kept for those, at 10 to 22
/// bytes a row; counts are kept for hashes that came again.
/// </summary>
internal sealed class OccurrenceCount
{
    private readonly Dictionary<ulong, int> again = [];
    private readonly HashSet64 once = new();

    /// <summary>How many different hashes there were.</summary>
    public long Distinct => once.Count;

    /// <summary>1 for the first time of a hash, 2 for the second, and so on.</summary>
    public int Next(ulong hash)
    {
        if (once.Add(hash))
            return 1;
        return again[hash] = again.GetValueOrDefault(hash, 1) + 1;
    }
}
