using System.Buffers;
using System.Text.Json;
using Engagement.Domain.Behaviours;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
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
        Advance => "advance.v1",
        AdoptRules => "adopt_rules.v1",
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "a command without a name for other nodes"),
    };

    /// <summary>The command's fields as a JSON object in UTF-8.</summary>
    public static byte[] Write(MemberCommand command)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, Json.WriterOptions);
        writer.WriteStartObject();
        if (command is ActCommand act)
            WriteAct(writer, act);
        switch (command)
        {
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
            case Advance advance:
                writer.WriteNumber("to"u8, advance.To.Microseconds);
                break;
            case AdoptRules adopt:
                writer.WriteNumber("since"u8, adopt.Since.Microseconds);
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
            _ => ReadAct(name, fields),
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
            "join.v1" => new Join(key, at, store, extra),
            "purchase.v1" => new Purchase(
                key, at, store, fields.GetProperty("amount").GetDecimal(), fields.Text("orderId"), fields.RawText("items"), extra),
            "refund.v1" => new Refund(
                key, at, store, fields.Text("orderId"), fields.TryGetProperty("amount", out var amount) ? amount.GetDecimal() : null, extra),
            "visit.v1" => new Visit(key, at, store, fields.Text("service"), extra),
            "checkin.v1" => new CheckIn(key, at, store, extra),
            "act.v1" => new Act(key, at, store, fields.Text("name")!, extra),
            _ => null,
        };
    }
}
