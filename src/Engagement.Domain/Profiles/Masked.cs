using System.Globalization;

namespace Engagement.Domain.Profiles;

/// <summary>Personal data as those see it who need to tell members apart and no more.</summary>
public static class Masked
{
    /// <summary>王小红 as 王**, Anna Smith as A*** S****: how long it is, and how it begins.</summary>
    public static string? Name(string? name)
    {
        if (name is null)
            return null;
        // A second Chinese character would name her; a short word in letters hides as well as a long one.
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(' ', words.Select(Word));
    }

    /// <summary>13800138000 as 138****8000; of shorter numbers the last two digits.</summary>
    public static string? Phone(string? phone)
    {
        if (phone is null)
            return null;
        // What is no number says nothing that could be shown of it.
        if (PhoneNumber.Normalize(phone) is not { } number)
            return "****";
        var digits = number.TrimStart('+');
        var masked = digits.Length >= 10
            ? $"{digits[..3]}{new string('*', digits.Length - 7)}{digits[^4..]}"
            : $"{new string('*', digits.Length - 2)}{digits[^2..]}";
        return number[0] == '+' ? "+" + masked : masked;
    }

    /// <summary>anna@example.com as a***@example.com.</summary>
    public static string? Email(string? email)
    {
        if (email is null)
            return null;
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at < 1 ? "***" : $"{StringInfo.GetNextTextElement(email)}***{email[at..]}";
    }

    private static string Word(string word)
    {
        var first = StringInfo.GetNextTextElement(word);
        var length = new StringInfo(word).LengthInTextElements;
        // Who has a name of one character would be shown whole.
        return length == 1 ? "*" : first + new string('*', Math.Min(length - 1, 4));
    }
}
