using System.Globalization;
using Engagement.Cli.Api;

namespace Engagement.Cli.Members;

/// <summary>Prints the 360 view, one fact a line, as grep likes it.</summary>
internal static class MemberDisplay
{
    public static void Show(TextWriter output, MemberAnswer member)
    {
        Line("member", member.Id);
        Line("store", member.Store);
        Line("stage", member.StageSince is { } since ? $"{member.Stage} since {Instant.Show(since)}" : member.Stage);
        Line("reason", member.StageReason);
        Line("flags", member.Flags is { Count: > 0 } flags ? string.Join(", ", flags) : null);
        if (member.Rfm is { } rfm)
        {
            Line("recency", rfm.RecencyDays is { } days ? Text($"{days:0.#} days") : null);
            Line("frequency", Text($"{rfm.Frequency}"));
            Line("monetary", Text($"{rfm.Monetary:#,0.00}"));
        }

        Line("points", member.Points is { } points ? Text($"{points.Balance:#,0.##}") : null);
        if (member.Streak is { Total: > 0 } streak)
        {
            Line("streak", Text($"{streak.Current} days now, {streak.Longest} at best"));
            Line("sign-ins", Text($"{streak.Total}, last {streak.LastDate}"));
        }

        Line("next due", member.NextDueAt is { } due ? Instant.Show(due) : null);
        Line("as of", Text($"{Instant.Show(member.AsOf)}, version {member.Version}"));

        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                output.WriteLine($"{name,-10} {DisplayText.Plain(value)}");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
