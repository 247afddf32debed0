using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Engagement.Domain.Behaviours;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Stages;
using Engagement.Domain.Streaks;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;

namespace Engagement.Journal.Formats;

/// <summary>
/// Events as they are stored: a name with a version, which is never renamed, and a JSON object of the event's own fields.
/// A later version of an event adds a name to <see cref="Read"/> beside the older ones, which go on being understood.
/// </summary>
public static class EventFormat
{
    public static string NameOf(MemberEvent happened) => happened switch
    {
        Joined => "join.v1",
        Purchased => "purchase.v1",
        Refunded => "refund.v1",
        Visited => "visit.v1",
        CheckedIn => "checkin.v1",
        Acted => "act.v1",
        Surveyed => "survey.v1",
        Complained => "complaint.v1",
        Consented => "consent.v1",
        HomeStoreSet => "home_store_set.v1",
        StageChanged => "stage_changed.v1",
        FlagRaised => "flag_raised.v1",
        FlagLowered => "flag_lowered.v1",
        _ => RecallEventFormat.NameOf(happened)
            ?? CareEventFormat.NameOf(happened)
            ?? PointsFormat.NameOf(happened)
            ?? MembershipEventFormat.NameOf(happened)
            ?? ReferralEventFormat.NameOf(happened)
            ?? CardEventFormat.NameOf(happened)
            ?? ValueStateFormat.NameOf(happened)
            ?? TagFormat.NameOf(happened)
            ?? ErasureFormat.NameOf(happened)
            ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "an event without a storage name"),
    };

    /// <summary>The name without its version, as outside programs know it.</summary>
    public static string WireName(string storedName)
    {
        ArgumentNullException.ThrowIfNull(storedName);
        return storedName switch
        {
            "purchase.v1" => "purchase",
            "stage_changed.v1" => "stage_changed",
            "flag_raised.v1" => "flag_raised",
            "flag_lowered.v1" => "flag_lowered",
            "visit.v1" => "visit",
            "checkin.v1" => "checkin",
            _ => storedName.LastIndexOf(".v", StringComparison.Ordinal) is > 0 and var dot ? storedName[..dot] : storedName,
        };
    }

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>The event's own fields as a JSON object in UTF-8.</summary>
    public static byte[] Write(MemberEvent happened)
    {
        var buffer = _buffer ??= new(512);
        buffer.ResetWrittenCount();
        var writer = _writer ??= new(buffer, Json.WriterOptions);
        writer.Reset(buffer);
        writer.WriteStartObject();
        WriteFields(writer, happened);
        PointsFormat.WriteTerms(writer, happened.Terms);
        if (happened is ActEvent act)
        {
            writer.Time("told", act.Told);
            writer.Time("judged", act.Judged);
            writer.Raw("extra", act.Extra);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteFields(Utf8JsonWriter writer, MemberEvent happened)
    {
        switch (happened)
        {
            case Joined joined:
                writer.Text("referrer", joined.Referrer?.Value);
                break;
            case Purchased purchased:
                writer.WriteNumber("amount"u8, purchased.Amount);
                writer.Text("orderId", purchased.OrderId);
                writer.Raw("items", purchased.Items);
                writer.WriteNumber("points"u8, purchased.Points);
                if (purchased.PointsPerUnit != 1m)
                    writer.WriteNumber("pointsPerUnit"u8, purchased.PointsPerUnit);
                break;
            case Refunded refunded:
                WriteRefund(writer, refunded);
                break;
            case Visited visited:
                writer.Text("service", visited.Service);
                break;
            case CheckedIn checkedIn:
                WriteCheckIn(writer, checkedIn);
                break;
            case Acted acted:
                writer.WriteString("name"u8, acted.Name);
                writer.WriteNumber("points"u8, acted.Points);
                if (acted.Once)
                    writer.WriteBoolean("once"u8, true);
                break;
            case Surveyed surveyed:
                writer.WriteNumber("score"u8, surveyed.Score);
                break;
            case Consented consented:
                writer.Text("channel", consented.Channel);
                writer.WriteBoolean("given"u8, consented.IsGiven);
                break;
            case HomeStoreSet home:
                writer.WriteString("stage"u8, Names.Of(home.Stage));
                writer.WriteStartArray("flags"u8);
                foreach (var flag in Names.All(home.Flags))
                    writer.WriteStringValue(flag);
                writer.WriteEndArray();
                break;
            case StageChanged changed:
                WriteStage(writer, changed);
                break;
            case FlagRaised raised:
                writer.WriteString("flag"u8, Names.Of(raised.Flag));
                break;
            case FlagLowered lowered:
                writer.WriteString("flag"u8, Names.Of(lowered.Flag));
                break;
            default:
                if (!RecallEventFormat.TryWrite(writer, happened) && !PointsFormat.TryWrite(writer, happened)
                    && !MembershipEventFormat.TryWrite(writer, happened) && !ReferralEventFormat.TryWrite(writer, happened)
                    && !CardEventFormat.TryWrite(writer, happened) && !ValueStateFormat.TryWrite(writer, happened)
                    && !TagFormat.TryWrite(writer, happened) && !ErasureFormat.TryWrite(writer, happened))
                    CareEventFormat.Write(writer, happened);
                break;
        }
    }

    private static void WriteRefund(Utf8JsonWriter writer, Refunded refunded)
    {
        writer.Text("orderId", refunded.OrderId);
        writer.WriteNumber("amount"u8, refunded.Amount);
        writer.WriteNumber("points"u8, -refunded.Points);
        writer.WriteStartArray("parts"u8);
        foreach (var part in refunded.Parts)
        {
            writer.WriteStartObject();
            writer.WriteNumber("number"u8, part.Number);
            writer.WriteNumber("amount"u8, part.Amount);
            writer.WriteNumber("points"u8, part.Points);
            writer.WriteBoolean("whole"u8, part.Whole);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCheckIn(Utf8JsonWriter writer, CheckedIn checkedIn)
    {
        writer.WriteString("day"u8, Day(checkedIn.Day));
        writer.WriteString("standing"u8, Names.Of(checkedIn.Standing));
        writer.WriteNumber("run"u8, checkedIn.Run);
        writer.WriteNumber("points"u8, checkedIn.Points);
        if (checkedIn.Frozen.IsEmpty)
            return;
        writer.WriteStartArray("frozen"u8);
        foreach (var day in checkedIn.Frozen)
            writer.WriteStringValue(Day(day));
        writer.WriteEndArray();
    }

    private static void WriteStage(Utf8JsonWriter writer, StageChanged changed)
    {
        if (changed.From is { } from)
            writer.WriteString("from"u8, Names.Of(from));
        else
            writer.WriteNull("from"u8);
        writer.WriteString("to"u8, Names.Of(changed.To));
        writer.WriteString("reason"u8, changed.Reason.Text);
        writer.WriteString("code"u8, changed.Reason.Code);
        if (changed.Reason.Count is { } count)
            writer.WriteNumber("count"u8, count);
        if (changed.Reason.Days is { } days)
            writer.WriteNumber("days"u8, days);
    }

    /// <summary>The event that was stored under <paramref name="name"/>.</summary>
    /// <exception cref="JournalRefusedException">The name is not known: a newer program wrote it.</exception>
    public static MemberEvent Read(
        string name, Instant at, StoreId? store, string? id, ContentFingerprint fingerprint, ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        using var document = JsonDocument.ParseValue(ref reader);
        var fields = document.RootElement;
        var key = new EventKey(id ?? "", fingerprint);
        var happened = ReadAct(name, at, store, key, fields)
            ?? ReadChange(name, at, store, fields)
            ?? RecallEventFormat.Read(name, at, fields)
            ?? CareEventFormat.Read(name, at, fields)
            ?? PointsFormat.Read(name, at, fields)
            ?? MembershipEventFormat.Read(name, at, fields)
            ?? ReferralEventFormat.Read(name, at, fields)
            ?? CardEventFormat.Read(name, at, fields)
            ?? ValueStateFormat.Read(name, at, fields)
            ?? ErasureFormat.Read(name, at, fields)
            ?? throw new JournalRefusedException(
                $"The journal holds an event '{name}' that this version does not know; a newer version of Engagement wrote it.");
        if (PointsFormat.ReadTerms(fields) is { } terms)
            happened = happened with { Terms = terms };
        if (happened is ActEvent judged && fields.Time("judged") is { } asOf)
            happened = judged with { Judged = asOf };
        return happened is ActEvent act && fields.Time("told") is { } told ? act with { Told = told } : happened;
    }

    private static ActEvent? ReadAct(string name, Instant at, StoreId? store, EventKey key, JsonElement fields)
    {
        var extra = fields.RawText("extra");
        return name switch
        {
            "join.v1" => new Joined(at, key, store, extra, fields.Text("referrer") is { } referrer ? new MemberId(referrer) : null),
            "purchase.v1" => new Purchased(
                at,
                key,
                store,
                fields.GetProperty("amount").GetDecimal(),
                fields.Text("orderId"),
                fields.RawText("items"),
                fields.GetProperty("points").GetInt64(),
                fields.TryGetProperty("pointsPerUnit", out var rate) ? rate.GetDecimal() : 1m,
                extra),
            "refund.v1" => new Refunded(
                at,
                key,
                store,
                fields.Text("orderId"),
                fields.GetProperty("amount").GetDecimal(),
                -fields.GetProperty("points").GetInt64(),
                [.. fields.GetProperty("parts").EnumerateArray().Select(ReadPart)],
                extra),
            "visit.v1" => new Visited(at, key, store, fields.Text("service"), extra),
            "checkin.v1" => new CheckedIn(
                at,
                key,
                store,
                Day(fields.Text("day")!),
                Names.Standing(fields.Text("standing")),
                fields.TryGetProperty("frozen", out var frozen) ? [.. frozen.EnumerateArray().Select(day => Day(day.GetString()!))] : [],
                fields.GetProperty("run").GetInt32(),
                fields.GetProperty("points").GetInt64(),
                extra),
            "act.v1" => new Acted(
                at, key, store, fields.Text("name")!, fields.GetProperty("points").GetInt64(), fields.TryGetProperty("once", out _), extra),
            "survey.v1" => new Surveyed(at, key, store, fields.GetProperty("score").GetInt32(), extra),
            "complaint.v1" => new Complained(at, key, store, extra),
            "consent.v1" => new Consented(at, key, store, fields.Text("channel"), fields.GetProperty("given").GetBoolean(), extra),
            _ => CardEventFormat.ReadAct(name, at, store, key, fields)
                ?? PointsFormat.ReadAct(name, at, store, key, fields, extra)
                ?? MembershipEventFormat.ReadAct(name, at, store, key, fields, extra)
                ?? TagFormat.ReadAct(name, at, store, key, fields, extra),
        };
    }

    private static MemberEvent? ReadChange(string name, Instant at, StoreId? store, JsonElement fields) => name switch
    {
        "home_store_set.v1" => new HomeStoreSet(at, store!.Value, Names.Stage(fields.Text("stage"))!.Value, ReadFlags(fields)),
        "stage_changed.v1" => new StageChanged(
            at,
            Names.Stage(fields.Text("from")),
            Names.Stage(fields.Text("to"))!.Value,
            new(fields.Text("code")!, fields.Number("count"), fields.Number("days"))),
        "flag_raised.v1" => new FlagRaised(at, Names.Flag(fields.Text("flag"))!.Value),
        "flag_lowered.v1" => new FlagLowered(at, Names.Flag(fields.Text("flag"))!.Value),
        _ => null,
    };

    private static RefundedPart ReadPart(JsonElement part) => new(
        part.GetProperty("number").GetInt32(),
        part.GetProperty("amount").GetDecimal(),
        part.GetProperty("points").GetInt64(),
        part.GetProperty("whole").GetBoolean());

    private static AttentionFlags ReadFlags(JsonElement fields) =>
        fields.GetProperty("flags").EnumerateArray()
            .Aggregate(AttentionFlags.None, (flags, name) => flags | Names.Flag(name.GetString())!.Value);

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);
}
