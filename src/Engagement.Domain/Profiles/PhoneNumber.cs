using System.Text;

namespace Engagement.Domain.Profiles;

/// <summary>Phone numbers as people write them.</summary>
public static class PhoneNumber
{
    /// <summary>The fewest digits of a number somebody can be reached at.</summary>
    public const int FewestDigits = 5;

    /// <summary>The most of an international number.</summary>
    public const int MostDigits = 15;

    // Chinese mobile numbers are written with and without the country's prefix, and are unmistakable without it.
    private const string China = "86";
    private const int ChineseMobileDigits = 11;

    /// <summary>
    /// The digits of a number, however it is written: <c>+86 138-0013-8000</c>, <c>0086…</c> and <c>13800138000</c> are one.
    /// With a prefix of its country (+ or 00) a number begins with <c>+</c>. Null for what is no number.
    /// </summary>
    public static string? Normalize(string? text)
    {
        if (text is null)
            return null;
        var digits = new StringBuilder(MostDigits + 1);
        var international = false;
        foreach (var character in text.Normalize(NormalizationForm.FormKC).Trim())
        {
            if (char.IsAsciiDigit(character))
                digits.Append(character);
            else if (character == '+' && digits.Length == 0 && !international)
                international = true;
            else if (character is not (' ' or '-' or '.' or '(' or ')' or '/' or '\u2010' or '\u2011' or '\u2013'))
                return null;
        }

        var number = digits.ToString();
        if (!international && number.StartsWith("00", StringComparison.Ordinal))
            (international, number) = (true, number[2..]);
        if (international && number.StartsWith(China, StringComparison.Ordinal) && IsChineseMobile(number[China.Length..]))
            (international, number) = (false, number[China.Length..]);
        return number.Length is >= FewestDigits and <= MostDigits ? international ? "+" + number : number : null;
    }

    /// <summary>The last four digits of a normalized number, which people tell each other at a desk.</summary>
    public static string LastFour(string normalized)
    {
        ArgumentNullException.ThrowIfNull(normalized);
        return normalized[^4..];
    }

    private static bool IsChineseMobile(string number) => number.Length == ChineseMobileDigits && number[0] == '1';
}
