namespace Engagement.Journal.Sqlite;

/// <summary>Where an event lies in the file: the chain's number and the position in one integer key.</summary>
internal static class Places
{
    private const int PositionBits = 40;

    public static long Of(long chain, long position) => (chain << PositionBits) | position;

    public static long Position(long place) => place & ((1L << PositionBits) - 1);

    /// <summary>The chain's part, as the index over time has it.</summary>
    public static long Chain(long place) => place >> PositionBits;
}
