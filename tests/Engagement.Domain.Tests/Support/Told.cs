using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tests.Support;

/// <summary>What was told of a member, in the words a story is checked by.</summary>
internal static class Told
{
    public static IEnumerable<string> Stages(this Life life) =>
        life.Events.OfType<StageChanged>().Select(told => $"{told.At} {Name(told.From)} > {Name(told.To)}: {told.Reason.Text}");

    public static IEnumerable<string> Flags(this Life life) => life.Events.Select(told => told switch
    {
        FlagRaised raised => $"{raised.At} + {raised.Flag}",
        FlagLowered lowered => $"{lowered.At} - {lowered.Flag}",
        _ => "",
    }).Where(line => line.Length > 0);

    /// <summary>What playbooks made of her, without what staff were asked to do.</summary>
    public static IEnumerable<string> Recalls(this Life life) => life.Events.Select(told => told switch
    {
        PlaybookEntered entered => $"{entered.At} entered {entered.Playbook}",
        PlaybookLeft left => $"{left.At} left {left.Playbook}: {left.Why}",
        MessagePlanned planned => $"{planned.At} planned {planned.Message.Template}",
        MessageMoved moved => $"{moved.At} moved to {moved.To}: {moved.Why}",
        MessageReleased released => $"{released.At} released {released.Message.Template}",
        MessageCancelled cancelled => $"{cancelled.At} cancelled: {cancelled.Why}",
        _ => "",
    }).Where(line => line.Length > 0);

    /// <summary>What became of her in her playbooks: what was sent, and what staff were asked to do.</summary>
    public static IEnumerable<string> Story(this Life life) => life.Events.Select(told => told switch
    {
        PlaybookEntered entered => $"{entered.At} entered {entered.Playbook}",
        PlaybookLeft left => $"{left.At} left {left.Playbook}: {left.Why}",
        MessageReleased released => $"{released.At} sent {released.Message.Template}{(released.Message.Offer is { } offer ? $": {offer}" : "")}",
        MessageMoved moved => $"{moved.At} moved to {moved.To}: {moved.Why}",
        MessageCancelled cancelled => $"{cancelled.At} cancelled: {cancelled.Why}",
        Care.TaskOpened opened => $"{opened.At} task {opened.Task.Kind} due {opened.Task.DueAt}",
        Care.TaskWithdrawn withdrawn => $"{withdrawn.At} task withdrawn: {withdrawn.Why}",
        _ => "",
    }).Where(line => line.Length > 0);

    public static string Refusal(Decision decision)
    {
        var rejection = Assert.IsType<Decision.Rejected>(decision).Rejection;
        return $"{rejection.Code}: {rejection.Detail}";
    }

    public static T Last<T>(this Life life)
        where T : MemberEvent => life.Events.OfType<T>().Last();

    public static Instant Instant(string utc) =>
        Time.Instant.FromDateTimeOffset(DateTimeOffset.Parse(
            utc, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal));

    private static string Name(Stage? stage) => stage?.ToString() ?? "unknown";
}
