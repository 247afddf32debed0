using System.Globalization;
using Engagement.Cli.Api;
using Engagement.Cli.Tasks;

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
            Line("scores", rfm.Scores is var (r, f, m) ? Text($"{r} {f} {m}, {rfm.Group}") : null);
        }

        if (member.Forecast is { } forecast)
        {
            var spend = forecast.ExpectedSpendNextYear is { } year ? Text($", {year:#,0.00} in a year") : "";
            Line("forecast", Text($"alive {forecast.Alive:P0}, {forecast.ExpectedVisitsNextQuarter:0.0} visits in a quarter") + spend);
        }

        if (member.Value?.Ltv is { } ltv)
            Line("lifetime", Text($"{ltv.Value:#,0.00} ({ltv.AverageOrder:#,0.00} × {ltv.OrdersPerYear:0.##} a year × {ltv.YearsKept:0.##} years)"));

        Line("points", member.Points is { } points ? Standing(points) : null);
        if (member.Tier is { } tier)
        {
            Line("tier", tier is { Title: { } title, Until: { } until } ? $"{title} until {Instant.Show(until)}{(tier.IsAtRisk ? ", will be lost then" : "")}" : null);
            Line("next tier", tier.Next is { } above ? $"{above.Title}: {above.Ways}" : null);
        }

        if (member.Referral is { } referral)
        {
            Line("brought by", referral.Referrer is { } referrer ? $"{referrer} ({referral.Standing})" : null);
            Line("friends", referral.FriendCount > 0 ? Text($"{referral.FriendCount:#,0}, of whom {referral.Bought:#,0} bought") : null);
        }

        Line("family", member.Family switch
        {
            { Head: { } head } => $"of {head}",
            { Relatives.Count: > 0 } family => string.Join(", ", family.Relatives.Select(relative => relative.HasAgreed ? relative.Id : $"{relative.Id} (asked)")),
            _ => null,
        });
        if (member.Streak is { Total: > 0 } streak)
        {
            Line("streak", Text($"{streak.Current} days now, {streak.Longest} at best"));
            Line("sign-ins", Text($"{streak.Total}, last {streak.LastDate}"));
        }

        if (member.TaskProgress is { } progress)
            Line("tasks", Text($"{progress.Done} of {progress.Of} of the first month{(progress.BonusEarned ? $", bonus of {progress.Bonus} earned" : "")}"));
        foreach (var task in member.Tasks ?? [])
            Line("", $"  {task.Name}: {Standing(task)}");
        foreach (var task in member.CareTasks ?? [])
            Line("to do", TaskLine.Of(task));
        foreach (var recall in member.Recall ?? [])
            Line("recall", Standing(recall));
        Line("next due", member.NextDueAt is { } due ? Instant.Show(due) : null);
        Line("as of", Text($"{Instant.Show(member.AsOf)}, version {member.Version}"));

        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                output.WriteLine($"{name,-10} {DisplayText.Plain(value)}");
        }
    }

    private static string Standing(MemberPoints points)
    {
        var usable = points.Usable is { } there && there != points.Balance ? Text($", {there:#,0.##} to spend") : "";
        var expiring = points.NextExpiryAt is { } at ? Text($", {points.NextExpiring:#,0.##} expire {Instant.Show(at)}") : "";
        return Text($"{points.Balance:#,0.##}{usable}{expiring}");
    }

    private static string Standing(MemberTask task) => task switch
    {
        { DoneAt: { } at } => $"done {Instant.Show(at)}",
        { Done: true } => "done",
        _ => $"until {Instant.Show(task.DueAt)}",
    };

    private static string Standing(MemberRecall recall)
    {
        var next = recall switch
        {
            { PausedUntil: { } until } => $"paused until {Instant.Show(until)}",
            { NextStepAt: { } at } => $"next {Instant.Show(at)}",
            { EndsAt: { } ends } => $"ends {Instant.Show(ends)}",
            _ => "",
        };
        var heldOut = recall.HeldOut ? ", held out" : "";
        return Text($"{recall.Playbook} since {Instant.Show(recall.Since)}, {recall.Step} of {recall.Steps} steps{heldOut}, {next}").TrimEnd(',', ' ');
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
