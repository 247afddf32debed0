using System.Text.Json;
using Engagement.Domain.Recall;

namespace Engagement.Journal.Formats;

/// <summary>Where a member stands in her playbooks, in a snapshot: each run, entry and message is a list of its fields.</summary>
internal static class RecallFormat
{
    public static void Write(Utf8JsonWriter writer, RecallState recall)
    {
        if (recall.LastRun != 0)
            writer.WriteNumber("lastRun"u8, recall.LastRun);
        MemberFormat.WriteList(writer, "runs"u8, recall.Runs, WriteRun);
        MemberFormat.WriteList(writer, "entries"u8, recall.Entries, WriteEntry);
        MemberFormat.WriteList(writer, "messages"u8, recall.Messages, WriteMessage);
        MemberFormat.WriteList(writer, "sentOn"u8, recall.SentOn, StreakFormat.WriteDay);
        MemberFormat.WriteList(writer, "released"u8, recall.Released, WriteReleased);
        MemberFormat.WriteList(writer, "watched"u8, recall.Watched, WriteWatched);
        MemberFormat.WriteList(writer, "campaigns"u8, recall.Campaigns, WriteReached);
        MemberFormat.WriteList(writer, "refused"u8, recall.Refused, static (writer, channel) => writer.WriteStringValue(channel));
        MemberFormat.WriteList(writer, "wanted"u8, recall.Wanted, static (writer, channel) => writer.WriteStringValue(channel));
    }

    public static bool TryRead(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ref RecallState recall)
    {
        if (name.SequenceEqual("lastRun"u8))
            recall = recall with { LastRun = reader.GetInt32() };
        else if (name.SequenceEqual("runs"u8))
            recall = recall with { Runs = MemberFormat.ReadList(ref reader, ReadRun) };
        else if (name.SequenceEqual("entries"u8))
            recall = recall with { Entries = MemberFormat.ReadList(ref reader, ReadEntry) };
        else if (name.SequenceEqual("messages"u8))
            recall = recall with { Messages = MemberFormat.ReadList(ref reader, ReadMessage) };
        else if (name.SequenceEqual("sentOn"u8))
            recall = recall with { SentOn = MemberFormat.ReadList(ref reader, StreakFormat.ReadDay) };
        else if (name.SequenceEqual("released"u8))
            recall = recall with { Released = MemberFormat.ReadList(ref reader, ReadReleased) };
        else if (name.SequenceEqual("watched"u8))
            recall = recall with { Watched = MemberFormat.ReadList(ref reader, ReadWatched) };
        else if (name.SequenceEqual("campaigns"u8))
            recall = recall with { Campaigns = MemberFormat.ReadList(ref reader, ReadReached) };
        else if (name.SequenceEqual("refused"u8))
            recall = recall with { Refused = MemberFormat.ReadList(ref reader, MemberFormat.ReadText) };
        else if (name.SequenceEqual("wanted"u8))
            recall = recall with { Wanted = MemberFormat.ReadList(ref reader, MemberFormat.ReadText) };
        else
            return false;
        return true;
    }

    private static void WriteRun(Utf8JsonWriter writer, Run run)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(run.Playbook);
        writer.WriteNumberValue(run.Number);
        writer.WriteNumberValue(run.Since.Microseconds);
        writer.WriteNumberValue(run.Next);
        writer.WriteNumberValue(run.IsHeldOut ? 1 : 0);
        MemberFormat.WriteInstantOrNull(writer, run.PausedUntil);
        writer.WriteEndArray();
    }

    private static Run ReadRun(ref Utf8JsonReader reader)
    {
        var run = new Run(
            MemberFormat.NextText(ref reader),
            MemberFormat.NextNumber(ref reader),
            MemberFormat.NextInstant(ref reader),
            MemberFormat.NextNumber(ref reader),
            MemberFormat.NextNumber(ref reader) != 0,
            MemberFormat.NextInstantOrNull(ref reader));
        reader.Read();
        return run;
    }

    private static void WriteEntry(Utf8JsonWriter writer, Entry entry)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(entry.Playbook);
        writer.WriteNumberValue(entry.At.Microseconds);
        writer.WriteEndArray();
    }

    private static Entry ReadEntry(ref Utf8JsonReader reader)
    {
        var entry = new Entry(MemberFormat.NextText(ref reader), MemberFormat.NextInstant(ref reader));
        reader.Read();
        return entry;
    }

    private static void WriteReleased(Utf8JsonWriter writer, Released released)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(released.Number.Run);
        writer.WriteNumberValue(released.Number.Step);
        writer.WriteNumberValue(released.Day.DayNumber);
        writer.WriteEndArray();
    }

    private static Released ReadReleased(ref Utf8JsonReader reader)
    {
        var released = new Released(
            new(MemberFormat.NextNumber(ref reader), MemberFormat.NextNumber(ref reader)),
            DateOnly.FromDayNumber(MemberFormat.NextNumber(ref reader)));
        reader.Read();
        return released;
    }

    private static void WriteWatched(Utf8JsonWriter writer, Watched run)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(run.Playbook);
        writer.WriteNumberValue(run.Run);
        writer.WriteNumberValue(run.Since.Microseconds);
        writer.WriteNumberValue(run.IsHeldOut ? 1 : 0);
        writer.WriteNumberValue(run.HasReturned ? 1 : 0);
        writer.WriteNumberValue(run.Revenue);
        writer.WriteEndArray();
    }

    private static Watched ReadWatched(ref Utf8JsonReader reader)
    {
        var run = new Watched(
            MemberFormat.NextText(ref reader),
            MemberFormat.NextNumber(ref reader),
            MemberFormat.NextInstant(ref reader),
            MemberFormat.NextNumber(ref reader) != 0,
            MemberFormat.NextNumber(ref reader) != 0,
            MemberFormat.NextMoney(ref reader));
        reader.Read();
        return run;
    }

    private static void WriteReached(Utf8JsonWriter writer, Reached reached)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(reached.Campaign);
        writer.WriteNumberValue(reached.Occurrence.Microseconds);
        writer.WriteEndArray();
    }

    private static Reached ReadReached(ref Utf8JsonReader reader)
    {
        var reached = new Reached(MemberFormat.NextText(ref reader), MemberFormat.NextInstant(ref reader));
        reader.Read();
        return reached;
    }

    private static void WriteMessage(Utf8JsonWriter writer, Waiting message)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(message.Number.Run);
        writer.WriteNumberValue(message.Number.Step);
        writer.WriteStringValue(message.Playbook);
        writer.WriteNumberValue(message.Priority);
        writer.WriteStringValue(message.Template);
        writer.WriteStringValue(message.Channel);
        writer.WriteStringValue(message.Offer);
        writer.WriteNumberValue(message.DueAt.Microseconds);
        MemberFormat.WriteInstantOrNull(writer, message.UselessAt);
        writer.WriteEndArray();
    }

    private static Waiting ReadMessage(ref Utf8JsonReader reader)
    {
        var message = new Waiting(
            new(MemberFormat.NextNumber(ref reader), MemberFormat.NextNumber(ref reader)),
            MemberFormat.NextText(ref reader),
            MemberFormat.NextNumber(ref reader),
            MemberFormat.NextText(ref reader),
            MemberFormat.NextText(ref reader),
            MemberFormat.NextTextOrNull(ref reader),
            MemberFormat.NextInstant(ref reader),
            MemberFormat.NextInstantOrNull(ref reader));
        reader.Read();
        return message;
    }
}
