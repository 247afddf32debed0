using System.Buffers;
using System.Text.Json;
using Engagement.Domain.Behaviours;
using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Erasure;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Recall;
using Engagement.Domain.Streaks;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;

namespace Engagement.Journal.Formats;

/// <summary>
/// Commands as they travel between nodes, which may be of different versions: a name with a version, as events have, and a
/// JSON object of fields. A reader leaves out fields it does not know; a field that must not be left out, or that changes what
/// others mean, takes a new name (<c>purchase.v2</c>), which an older node refuses as a whole.
/// </summary>
public static class CommandFormat
{
    public static string NameOf(MemberCommand command) => command switch
    {
        Join => "join.v1",
        Purchase => "purchase.v1",
        Refund => "refund.v1",
        Visit => "visit.v1",
        CheckIn => "checkin.v1",
        Act => "act.v1",
        Survey => "survey.v1",
        Complaint => "complaint.v1",
        Consent => "consent.v1",
        ClaimTask => "claim_task.v1",
        ReleaseTask => "release_task.v1",
        SnoozeTask => "snooze_task.v1",
        ReassignTask => "reassign_task.v1",
        CompleteTask => "complete_task.v1",
        ReceiveCampaign => "receive_campaign.v1",
        KeepProfile => "keep_profile.v1",
        ReportMessage => "report_message.v1",
        Advance => "advance.v1",
        AdoptRules => "adopt_rules.v1",
        _ => MembershipCommandFormat.NameOf(command)
            ?? CardCommandFormat.NameOf(command)
            ?? TagFormat.NameOf(command)
            ?? ErasureFormat.NameOf(command)
            ?? throw new ArgumentOutOfRangeException(nameof(command), command, "a command without a name for other nodes"),
    };

    /// <summary>The command's fields as a JSON object in UTF-8.</summary>
    public static byte[] Write(MemberCommand command)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, Json.WriterOptions);
        writer.WriteStartObject();
        if (command is ActCommand act)
            WriteAct(writer, act);
        if (command is TaskCommand task)
            WriteTask(writer, task);
        switch (command)
        {
            case Join join:
                writer.Text("referrer", join.Referrer?.Value);
                writer.Text("birthday", join.Birthday?.ToString());
                break;
            case Purchase purchase:
                writer.WriteNumber("amount"u8, purchase.Amount);
                writer.Text("orderId", purchase.OrderId);
                writer.Raw("items", purchase.Items);
                break;
            case Refund refund:
                writer.Text("orderId", refund.OrderId);
                if (refund.Amount is { } amount)
                    writer.WriteNumber("amount"u8, amount);
                break;
            case Visit visit:
                writer.Text("service", visit.Service);
                break;
            case Act named:
                writer.WriteString("name"u8, named.Name);
                break;
            case Survey survey:
                writer.WriteNumber("score"u8, survey.Score);
                break;
            case Consent consent:
                writer.Text("channel", consent.Channel);
                writer.WriteBoolean("given"u8, consent.IsGiven);
                break;
            case CardCommand card:
                CardCommandFormat.Write(writer, card);
                break;
            case ReceiveCampaign campaign:
                WriteCampaign(writer, campaign);
                break;
            case KeepProfile profile:
                writer.Text("birthday", profile.Birthday?.ToString());
                break;
            case ReportMessage report:
                RecallEventFormat.WriteNumber(writer, report.Number);
                writer.WriteString("fate"u8, Names.Of(report.Fate));
                writer.Text("detail", report.Detail);
                break;
            case Advance advance:
                writer.WriteNumber("to"u8, advance.To.Microseconds);
                break;
            case AdoptRules adopt:
                writer.WriteNumber("since"u8, adopt.Since.Microseconds);
                break;
            default:
                if (command is not Erase && !TagFormat.TryWrite(writer, command))
                    MembershipCommandFormat.Write(writer, command);
                break;
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The command that was written under <paramref name="name"/>; null if this version knows no such name.</summary>
    public static MemberCommand? Read(string name, ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        using var document = JsonDocument.ParseValue(ref reader);
        var fields = document.RootElement;
        return name switch
        {
            "advance.v1" => new Advance(new(fields.GetProperty("to").GetInt64())),
            "adopt_rules.v1" => new AdoptRules(new(fields.GetProperty("since").GetInt64())),
            "receive_campaign.v1" => ReadCampaign(fields),
            "keep_profile.v1" => new KeepProfile(ReadBirthday(fields)),
            "report_message.v1" => new ReportMessage(
                RecallEventFormat.ReadNumber(fields), Names.Fate(fields.Text("fate"))!.Value, fields.Text("detail")),
            _ => ErasureFormat.ReadCommand(name) ?? (MemberCommand?)ReadTask(name, fields) ?? (MemberCommand?)MembershipCommandFormat.ReadErrand(name, fields) ?? ReadAct(name, fields),
        };
    }

    private static void WriteCampaign(Utf8JsonWriter writer, ReceiveCampaign campaign)
    {
        writer.WriteString("campaign"u8, campaign.Campaign);
        writer.WriteNumber("occurrence"u8, campaign.Occurrence.Microseconds);
        writer.WriteString("template"u8, campaign.Template);
        writer.Text("channel", campaign.Channel);
        writer.Text("offer", campaign.Offer);
        writer.WriteNumber("priority"u8, campaign.Priority);
        writer.Number("uselessAfterHours", campaign.UselessAfterHours);
        writer.WriteNumber("holdoutPercent"u8, campaign.HoldoutPercent);
    }

    private static ReceiveCampaign ReadCampaign(JsonElement fields) => new(
        fields.Text("campaign")!,
        new(fields.GetProperty("occurrence").GetInt64()),
        fields.Text("template")!,
        fields.Text("channel"),
        fields.Text("offer"),
        fields.GetProperty("priority").GetInt32(),
        fields.Number("uselessAfterHours"),
        fields.GetProperty("holdoutPercent").GetInt32());

    private static Birthday? ReadBirthday(JsonElement fields) =>
        Birthday.TryRead(fields.Text("birthday"), out var birthday) ? birthday : null;

    private static void WriteTask(Utf8JsonWriter writer, TaskCommand task)
    {
        writer.WriteNumber("number"u8, task.Number);
        writer.WriteString("by"u8, task.By.Value);
        switch (task)
        {
            case SnoozeTask snooze:
                writer.WriteNumber("until"u8, snooze.Until.Microseconds);
                break;
            case ReassignTask reassign:
                writer.WriteString("to"u8, reassign.To.Value);
                break;
            case CompleteTask complete:
                writer.WriteString("outcome"u8, complete.Outcome);
                break;
        }
    }

    private static TaskCommand? ReadTask(string name, JsonElement fields)
    {
        if (fields.Number("number") is not { } number || fields.Text("by") is not { } staff)
            return null;
        var by = new StaffId(staff);
        return name switch
        {
            "claim_task.v1" => new ClaimTask(number, by),
            "release_task.v1" => new ReleaseTask(number, by),
            "snooze_task.v1" => new SnoozeTask(number, by, new(fields.GetProperty("until").GetInt64())),
            "reassign_task.v1" => new ReassignTask(number, by, new(fields.Text("to")!)),
            "complete_task.v1" => new CompleteTask(number, by, fields.Text("outcome")!),
            _ => null,
        };
    }

    private static void WriteAct(Utf8JsonWriter writer, ActCommand act)
    {
        writer.WritePropertyName("key"u8);
        FingerprintFormat.WriteKey(writer, act.Key);
        if (act.At is { } at)
            writer.WriteNumber("at"u8, at.Microseconds);
        writer.Text("store", act.Store?.Value);
        writer.Raw("extra", act.Extra);
    }

    private static ActCommand? ReadAct(string name, JsonElement fields)
    {
        if (!fields.TryGetProperty("key", out var pair))
            return null;
        EventKey key = new(pair[0].GetString()!, FingerprintFormat.Read(pair[1].GetBytesFromBase64()));
        Instant? at = fields.TryGetProperty("at", out var instant) ? new Instant(instant.GetInt64()) : null;
        StoreId? store = fields.Text("store") is { } named ? new StoreId(named) : null;
        var extra = fields.RawText("extra");
        return name switch
        {
            "join.v1" => new Join(
                key, at, store, extra, fields.Text("referrer") is { } referrer ? new MemberId(referrer) : null, ReadBirthday(fields)),
            "purchase.v1" => new Purchase(
                key, at, store, fields.GetProperty("amount").GetDecimal(), fields.Text("orderId"), fields.RawText("items"), extra),
            "refund.v1" => new Refund(
                key, at, store, fields.Text("orderId"), fields.TryGetProperty("amount", out var amount) ? amount.GetDecimal() : null, extra),
            "visit.v1" => new Visit(key, at, store, fields.Text("service"), extra),
            "checkin.v1" => new CheckIn(key, at, store, extra),
            "act.v1" => new Act(key, at, store, fields.Text("name")!, extra),
            "survey.v1" => new Survey(key, at, store, fields.GetProperty("score").GetInt32(), extra),
            "complaint.v1" => new Complaint(key, at, store, extra),
            "consent.v1" => new Consent(key, at, store, fields.Text("channel"), fields.GetProperty("given").GetBoolean(), extra),
            _ => CardCommandFormat.Read(name, key, at, store, fields, extra)
                ?? MembershipCommandFormat.ReadAct(name, key, at, store, fields, extra)
                ?? TagFormat.ReadCommand(name, key, at, store, fields, extra),
        };
    }
}
