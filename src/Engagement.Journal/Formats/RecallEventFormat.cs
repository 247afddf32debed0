using System.Text.Json;
using Engagement.Domain.Care;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>The events of playbooks and messages as they are stored; <see cref="EventFormat"/> is the way in.</summary>
internal static class RecallEventFormat
{
    public static string? NameOf(MemberEvent happened) => happened switch
    {
        PlaybookEntered => "playbook_entered.v1",
        PlaybookLeft => "playbook_left.v1",
        PlaybookPaused => "playbook_paused.v1",
        StepWithheld => "step_withheld.v1",
        StepsPassedOver => "steps_passed_over.v1",
        CampaignReached => "campaign_reached.v1",
        MemberReturned => "member_returned.v1",
        ReturnRefunded => "return_refunded.v1",
        MessagePlanned => "message_planned.v1",
        MessageMoved => "message_moved.v1",
        MessageReleased => "message_released.v1",
        MessageCancelled => "message_cancelled.v1",
        MessageReported => "message_reported.v1",
        _ => null,
    };

    /// <summary>Writes the fields; false if the event is none of these.</summary>
    public static bool TryWrite(Utf8JsonWriter writer, MemberEvent happened)
    {
        switch (happened)
        {
            case PlaybookEntered entered:
                WriteRun(writer, entered.Playbook, entered.Run);
                writer.Mark("heldOut", entered.IsHeldOut);
                writer.Mark("remember", entered.Remember);
                break;
            case PlaybookLeft left:
                WriteRun(writer, left.Playbook, left.Run);
                writer.WriteString("why"u8, left.Why);
                break;
            case PlaybookPaused paused:
                WriteRun(writer, paused.Playbook, paused.Run);
                writer.Time("until", paused.Until);
                writer.WriteString("why"u8, paused.Why);
                break;
            case StepWithheld withheld:
                WriteRun(writer, withheld.Playbook, withheld.Run);
                writer.WriteNumber("step"u8, withheld.Step);
                break;
            case StepsPassedOver passed:
                WriteRun(writer, passed.Playbook, passed.Run);
                writer.WriteNumber("next"u8, passed.Next);
                break;
            case CampaignReached reached:
                writer.WriteString("campaign"u8, reached.Campaign);
                writer.Time("occurrence", reached.Occurrence);
                writer.WriteNumber("run"u8, reached.Run);
                writer.Mark("heldOut", reached.IsHeldOut);
                break;
            case MemberReturned returned:
                WriteRun(writer, returned.Playbook, returned.Run);
                writer.Mark("heldOut", returned.IsHeldOut);
                writer.Mark("first", returned.IsFirst);
                writer.WriteNumber("revenue"u8, returned.Revenue);
                writer.WriteNumber("total"u8, returned.Total);
                break;
            case ReturnRefunded refunded:
                WriteRun(writer, refunded.Playbook, refunded.Run);
                writer.Mark("heldOut", refunded.IsHeldOut);
                writer.WriteNumber("amount"u8, refunded.Amount);
                writer.WriteNumber("total"u8, refunded.Total);
                break;
            case MessagePlanned planned:
                WriteMessage(writer, planned.Message);
                break;
            case MessageMoved moved:
                WriteNumber(writer, moved.Number);
                writer.Time("to", moved.To);
                writer.WriteString("why"u8, moved.Why);
                break;
            case MessageReleased released:
                WriteMessage(writer, released.Message);
                writer.Day("day", released.Day);
                writer.WriteNumber("windowDays"u8, released.WindowDays);
                break;
            case MessageCancelled cancelled:
                WriteNumber(writer, cancelled.Number);
                writer.WriteString("why"u8, cancelled.Why);
                break;
            case MessageReported reported:
                WriteNumber(writer, reported.Number);
                writer.WriteString("fate"u8, Names.Of(reported.Fate));
                writer.Text("detail", reported.Detail);
                writer.Day("day", reported.Day);
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>The event that was stored under <paramref name="name"/>; null if it is none of these.</summary>
    public static MemberEvent? Read(string name, Instant at, JsonElement fields) => name switch
    {
        "playbook_entered.v1" => new PlaybookEntered(at, Playbook(fields), Run(fields), fields.Mark("heldOut"), fields.Mark("remember")),
        "playbook_left.v1" => new PlaybookLeft(at, Playbook(fields), Run(fields), Why(fields)),
        "playbook_paused.v1" => new PlaybookPaused(at, Playbook(fields), Run(fields), fields.Time("until")!.Value, Why(fields)),
        "step_withheld.v1" => new StepWithheld(at, Playbook(fields), Run(fields), fields.GetProperty("step").GetInt32()),
        "steps_passed_over.v1" => new StepsPassedOver(at, Playbook(fields), Run(fields), fields.GetProperty("next").GetInt32()),
        "campaign_reached.v1" => new CampaignReached(
            at, fields.Text("campaign")!, fields.Time("occurrence")!.Value, Run(fields), fields.Mark("heldOut")),
        "member_returned.v1" => new MemberReturned(
            at,
            Playbook(fields),
            Run(fields),
            fields.Mark("heldOut"),
            fields.Mark("first"),
            fields.GetProperty("revenue").GetDecimal(),
            fields.GetProperty("total").GetDecimal()),
        "return_refunded.v1" => new ReturnRefunded(
            at,
            Playbook(fields),
            Run(fields),
            fields.Mark("heldOut"),
            fields.GetProperty("amount").GetDecimal(),
            fields.GetProperty("total").GetDecimal()),
        "message_planned.v1" => new MessagePlanned(at, ReadMessage(fields)),
        "message_moved.v1" => new MessageMoved(at, ReadNumber(fields), fields.Time("to")!.Value, Why(fields)),
        "message_released.v1" => new MessageReleased(
            at,
            ReadMessage(fields),
            fields.Day("day")!.Value,
            fields.GetProperty("windowDays").GetInt32()),
        "message_cancelled.v1" => new MessageCancelled(at, ReadNumber(fields), Why(fields)),
        "message_reported.v1" => new MessageReported(
            at, ReadNumber(fields), Names.Fate(fields.Text("fate"))!.Value, fields.Text("detail"), fields.Day("day")),
        _ => null,
    };

    /// <summary>Writes which run and step of a member something comes from.</summary>
    public static void WriteNumber(Utf8JsonWriter writer, MessageNumber number)
    {
        writer.WriteNumber("run"u8, number.Run);
        writer.WriteNumber("step"u8, number.Step);
    }

    public static MessageNumber ReadNumber(JsonElement fields) => new(Run(fields), fields.GetProperty("step").GetInt32());

    private static void WriteRun(Utf8JsonWriter writer, string playbook, int run)
    {
        writer.WriteString("playbook"u8, playbook);
        writer.WriteNumber("run"u8, run);
    }

    private static void WriteMessage(Utf8JsonWriter writer, Waiting message)
    {
        writer.WriteString("playbook"u8, message.Playbook);
        WriteNumber(writer, message.Number);
        writer.WriteNumber("priority"u8, message.Priority);
        writer.WriteString("template"u8, message.Template);
        writer.WriteString("channel"u8, message.Channel);
        writer.Text("offer", message.Offer);
        writer.Time("dueAt", message.DueAt);
        writer.Time("uselessAt", message.UselessAt);
    }

    private static Waiting ReadMessage(JsonElement fields) => new(
        ReadNumber(fields),
        Playbook(fields),
        fields.GetProperty("priority").GetInt32(),
        fields.Text("template")!,
        fields.Text("channel")!,
        fields.Text("offer"),
        fields.Time("dueAt")!.Value,
        fields.Time("uselessAt"));

    private static string Playbook(JsonElement fields) => fields.Text("playbook")!;

    private static int Run(JsonElement fields) => fields.GetProperty("run").GetInt32();

    private static string Why(JsonElement fields) => fields.Text("why")!;
}
