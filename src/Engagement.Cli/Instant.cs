using System.Globalization;

namespace Engagement.Cli;

/// <summary>How instants are written for people.</summary>
internal static class Instant
{
    public static string Show(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
