using System.Globalization;

namespace Engagement.Cli.Import;

/// <summary>Puts how fast an import goes, and how much is left, into words.</summary>
/// <param name="time">Measures it.</param>
/// <param name="length">The file's length in bytes; null for standard input.</param>
/// <param name="rowsBefore">Rows that an earlier run dealt with: they say nothing about this one's rate.</param>
internal sealed class ImportPace(TimeProvider time, long? length, long rowsBefore)
{
    private static readonly TimeSpan LongestTold = TimeSpan.FromDays(99);

    private readonly long started = time.GetTimestamp();

    /// <summary>Rows, rate, share of the file and time left.</summary>
    public string Speed(Tally tally, long position)
    {
        var rate = (tally.Rows - rowsBefore) / Math.Max(time.GetElapsedTime(started).TotalSeconds, 0.001);
        return string.Create(CultureInfo.InvariantCulture, $"{tally.Rows:N0} rows, {rate:N0}/s{Left(tally, position, rate)}");
    }

    /// <summary>What became of the rows so far.</summary>
    public static string Counts(Tally tally) => string.Create(
        CultureInfo.InvariantCulture,
        $"{tally.Accepted:N0} accepted, {tally.Duplicates:N0} duplicates, ")
        + string.Create(CultureInfo.InvariantCulture, $"{tally.Rejected:N0} rejected, {tally.Unreadable:N0} unreadable");

    private string Left(Tally tally, long position, double rate)
    {
        if (length is not { } whole || position <= 0 || rate <= 0)
            return "";
        var rowsLeft = Math.Max(0, whole - position) * (tally.Rows / (double)position);
        var left = TimeSpan.FromSeconds(Math.Min(rowsLeft / rate, LongestTold.TotalSeconds));
        var share = Math.Min(1, position / (double)whole);
        return string.Create(
            CultureInfo.InvariantCulture, $", {share * 100:0} %, {(long)left.TotalHours}:{left:mm\\:ss} left");
    }
}
