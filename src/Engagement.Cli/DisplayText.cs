using Spectre.Console;

namespace Engagement.Cli;

/// <summary>Makes text from servers and files safe to show.</summary>
internal static class DisplayText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Without control characters: a member id must not be able to steer the terminal or break a line.</summary>
    public static string Plain(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        return text.Any(char.IsControl)
            ? string.Create(text.Length, text, static (shown, source) =>
            {
                for (var i = 0; i < shown.Length; i++)
                    shown[i] = char.IsControl(source[i]) ? Replacement : source[i];
            })
            : text;
    }

    /// <summary>As <see cref="Plain"/>, and with brackets that markup would read as styles escaped.</summary>
    public static string Markup(string? text) => Plain(text).EscapeMarkup();
}
