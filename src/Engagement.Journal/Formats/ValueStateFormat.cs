using System.Text.Json;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Journal.Formats;

/// <summary>What a member remembers of her value, in her snapshot, and the events that tell of it.</summary>
internal static class ValueStateFormat
{
    private const string HighValueName = "high_value_act.v1";

    public static void Write(Utf8JsonWriter writer, ValueState value)
    {
        MemberFormat.WriteList(writer, "categories"u8, value.Categories, static (writer, name) => writer.WriteStringValue(name));
        MemberFormat.WriteList(writer, "highValue"u8, value.Marks, static (writer, mark) =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue(mark.Code);
            writer.WriteNumberValue(mark.At.Microseconds);
            writer.WriteEndArray();
        });
        if (value.DearestCard is { } dearest)
            writer.WriteNumber("dearestCard"u8, dearest);
        if (value is not { LastScore: { } score, LastScoreAt: { } at })
            return;
        writer.WriteStartArray("lastScore"u8);
        writer.WriteNumberValue(score);
        writer.WriteNumberValue(at.Microseconds);
        writer.WriteEndArray();
    }

    public static bool TryRead(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ref ValueState value)
    {
        if (name.SequenceEqual("categories"u8))
            value = value with { Categories = MemberFormat.ReadList(ref reader, MemberFormat.ReadText) };
        else if (name.SequenceEqual("highValue"u8))
            value = value with { Marks = MemberFormat.ReadList(ref reader, ReadMark) };
        else if (name.SequenceEqual("dearestCard"u8))
            value = value with { DearestCard = reader.GetDecimal() };
        else if (name.SequenceEqual("lastScore"u8))
            value = ReadScore(ref reader, value);
        else
            return false;
        return true;
    }

    public static string? NameOf(MemberEvent happened) => happened is HighValueActDone ? HighValueName : null;

    public static bool TryWrite(Utf8JsonWriter writer, MemberEvent happened)
    {
        if (happened is not HighValueActDone done)
            return false;
        writer.WriteString("kind"u8, done.Code);
        return true;
    }

    public static MemberEvent? Read(string name, Instant at, JsonElement fields) =>
        name == HighValueName ? new HighValueActDone(at, fields.Text("kind")!) : null;

    private static HighValueMark ReadMark(ref Utf8JsonReader reader)
    {
        var mark = new HighValueMark(MemberFormat.NextText(ref reader), MemberFormat.NextInstant(ref reader));
        reader.Read();
        return mark;
    }

    private static ValueState ReadScore(ref Utf8JsonReader reader, ValueState value)
    {
        value = value with { LastScore = MemberFormat.NextNumber(ref reader), LastScoreAt = MemberFormat.NextInstant(ref reader) };
        reader.Read();
        return value;
    }
}
