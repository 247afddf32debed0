using System.Text.Json;
using Engagement.Domain.Purchases;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>
/// Counted acts make up most of a snapshot: <c>[number, at]</c> for a visit, with amount, points, refunded, rate and order
/// behind it for a purchase.
/// </summary>
internal static class CountedActsFormat
{
    public static void Write(Utf8JsonWriter writer, CountedActs acts)
    {
        MemberFormat.WriteList(writer, "acts"u8, acts.Recent, WriteAct);
        if (acts.Forgotten is { First: { } first, Last: { } last, Days: var days })
        {
            writer.WriteStartArray("actsForgotten"u8);
            writer.WriteNumberValue(first.Microseconds);
            writer.WriteNumberValue(last.Microseconds);
            writer.WriteNumberValue(days);
            writer.WriteEndArray();
        }

        if (acts.LastNumber > 0)
            writer.WriteNumber("actsLastNumber"u8, acts.LastNumber);
        MemberFormat.WriteList(writer, "refundedOrders"u8, acts.RefundedOrders, static (writer, order) => writer.WriteStringValue(order));
    }

    public static bool TryRead(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ref CountedActs acts)
    {
        if (name.SequenceEqual("acts"u8))
            acts = acts with { Recent = MemberFormat.ReadList(ref reader, ReadAct) };
        else if (name.SequenceEqual("actsForgotten"u8))
            acts = acts with { Forgotten = ReadForgotten(ref reader) };
        else if (name.SequenceEqual("actsLastNumber"u8))
            acts = acts with { LastNumber = reader.GetInt32() };
        else if (name.SequenceEqual("refundedOrders"u8))
            acts = acts with { RefundedOrders = MemberFormat.ReadList(ref reader, MemberFormat.ReadText) };
        else
            return false;
        return true;
    }

    private static ForgottenActs ReadForgotten(ref Utf8JsonReader reader)
    {
        var forgotten = new ForgottenActs(
            MemberFormat.NextInstant(ref reader), MemberFormat.NextInstant(ref reader), MemberFormat.NextNumber(ref reader));
        reader.Read();
        return forgotten;
    }

    private static CountedAct ReadAct(ref Utf8JsonReader reader)
    {
        reader.Read();
        var number = reader.GetInt32();
        reader.Read();
        var at = new Instant(reader.GetInt64());
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
            return new(number, at, null);
        var amount = reader.GetDecimal();
        reader.Read();
        var points = reader.GetInt64();
        reader.Read();
        var refunded = reader.GetDecimal();
        reader.Read();
        var rate = reader.GetDecimal();
        reader.Read();
        string? order = null;
        if (reader.TokenType == JsonTokenType.String)
        {
            order = reader.GetString();
            reader.Read();
        }

        return new(number, at, new(amount, refunded, order, points, rate));
    }

    private static void WriteAct(Utf8JsonWriter writer, CountedAct act)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(act.Number);
        writer.WriteNumberValue(act.At.Microseconds);
        if (act.Payment is { } payment)
        {
            writer.WriteNumberValue(payment.Amount);
            writer.WriteNumberValue(payment.Points);
            writer.WriteNumberValue(payment.Refunded);
            writer.WriteNumberValue(payment.PointsPerUnit);
            if (payment.OrderId is not null)
                writer.WriteStringValue(payment.OrderId);
        }

        writer.WriteEndArray();
    }
}
