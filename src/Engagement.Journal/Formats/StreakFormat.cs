using System.Text.Json;
using Engagement.Domain.Streaks;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>Daily sign-in in a snapshot; days are day numbers, a run is its first day, its last day and the frozen days.</summary>
internal static class StreakFormat
{
    public static void Write(Utf8JsonWriter writer, Streak streak)
    {
        if (streak.LatestAt is not { } latest)
            return;
        writer.WriteNumber("signInLatest"u8, latest.Microseconds);
        writer.WriteNumber("signInLongest"u8, streak.Longest);
        writer.WriteNumber("signInTotal"u8, streak.Total);
        MemberFormat.WriteList(writer, "signInRuns"u8, streak.Runs, WriteRun);
        MemberFormat.WriteList(writer, "signInLateDays"u8, streak.LateDays, WriteDay);
    }

    public static bool TryRead(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ref Streak streak)
    {
        if (name.SequenceEqual("signInLatest"u8))
            streak = streak with { LatestAt = new Instant(reader.GetInt64()) };
        else if (name.SequenceEqual("signInLongest"u8))
            streak = streak with { Longest = reader.GetInt32() };
        else if (name.SequenceEqual("signInTotal"u8))
            streak = streak with { Total = reader.GetInt32() };
        else if (name.SequenceEqual("signInRuns"u8))
            streak = streak with { Runs = MemberFormat.ReadList(ref reader, ReadRun) };
        else if (name.SequenceEqual("signInLateDays"u8))
            streak = streak with { LateDays = MemberFormat.ReadList(ref reader, ReadDay) };
        else
            return false;
        return true;
    }

    private static void WriteRun(Utf8JsonWriter writer, SignInRun run)
    {
        writer.WriteStartArray();
        WriteDay(writer, run.First);
        WriteDay(writer, run.Last);
        foreach (var day in run.Frozen)
            WriteDay(writer, day);
        writer.WriteEndArray();
    }

    private static SignInRun ReadRun(ref Utf8JsonReader reader)
    {
        reader.Read();
        var first = ReadDay(ref reader);
        reader.Read();
        var last = ReadDay(ref reader);
        return new(first, last, MemberFormat.ReadList(ref reader, ReadDay));
    }

    public static void WriteDay(Utf8JsonWriter writer, DateOnly day) => writer.WriteNumberValue(day.DayNumber);

    public static DateOnly ReadDay(ref Utf8JsonReader reader) => DateOnly.FromDayNumber(reader.GetInt32());
}
