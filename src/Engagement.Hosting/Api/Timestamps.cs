using System.Globalization;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Api;

/// <summary>Instants on the wire: RFC 3339, always with an offset, so that nobody has to guess a zone.</summary>
internal static class Timestamps
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";

    public static bool TryRead(string? text, out Instant instant)
    {
        instant = default;
        if (text is not { Length: >= 20 and <= 64 })
            return false;
        var upper = text.ToUpperInvariant();
        var zone = upper.EndsWith('Z') ? upper.Length - 1 : upper.Length - 6;
        // A plus sign that was not escaped in a URL arrives as a space.
        var offset = upper[^1] == 'Z' ? "+00:00" : upper[zone..].Replace(' ', '+');
        var seconds = upper[..zone];
        // More digits of a second than a clock can mean are cut off.
        if (seconds.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot)
        {
            var digits = seconds[(dot + 1)..];
            if (digits.Length == 0 || digits.Any(digit => !char.IsAsciiDigit(digit)))
                return false;
            seconds = seconds[..Math.Min(seconds.Length, dot + 8)];
        }

        if (!DateTimeOffset.TryParseExact(
                seconds + offset, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed))
            return false;
        instant = Instant.FromDateTimeOffset(parsed);
        return instant >= Instant.Earliest && instant <= Instant.Latest;
    }
}
