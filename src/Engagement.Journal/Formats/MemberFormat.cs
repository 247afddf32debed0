using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Engagement.Domain.Members;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>
/// The snapshot beside a member's events: one flat JSON object, what has its default left out. It is written with every
/// commit and read with every waking, so it is taken apart by hand. It is a cache: where <see cref="Version"/> has moved on,
/// the member is rebuilt from her events instead of being converted. Only what no event says is taken over from it.
/// </summary>
public static class MemberFormat
{
    /// <summary>Raise it whenever what a member remembers changes its shape or meaning.</summary>
    public const int Version = 3;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static byte[] Write(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        var buffer = _buffer ??= new(1024);
        buffer.ResetWrittenCount();
        var writer = _writer ??= new(buffer, Json.WriterOptions);
        writer.Reset(buffer);
        writer.WriteStartObject();
        if (member.Since is { } since)
            writer.WriteNumber("since"u8, since.Microseconds);
        writer.WriteNumber("lived"u8, member.LivedThrough.Microseconds);
        if (member.HistoryUntil.Microseconds != long.MinValue)
            writer.WriteNumber("history"u8, member.HistoryUntil.Microseconds);
        if (member.Home is { } home)
            writer.WriteString("home"u8, home.Value);
        if (member.Joined)
            writer.WriteBoolean("joined"u8, true);
        WriteStage(writer, member);
        WriteList(writer, "cards"u8, member.Cards, CardFormat.Write);
        if (member.Birthday is { } birthday)
            writer.WriteString(BirthdayName, birthday.ToString());
        TagFormat.Write(writer, member);
        ErasureFormat.Write(writer, member);
        PointsFormat.Write(writer, member.Ledger);
        MembershipFormat.Write(writer, member);
        CountedActsFormat.Write(writer, member.Acts);
        StreakFormat.Write(writer, member.Streak);
        RecallFormat.Write(writer, member.Recall);
        CareFormat.Write(writer, member.Care);
        ValueStateFormat.Write(writer, member.Value);
        WriteList(writer, "once"u8, member.OnceActs, static (writer, name) => writer.WriteStringValue(name));
        WriteList(writer, "keys"u8, member.LatestKeys, FingerprintFormat.WriteKey);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The member that was written; who she is (<see cref="Member.Id"/>) knows whoever has her key.</summary>
    public static Member Read(ReadOnlySpan<byte> snapshot)
    {
        var reader = new Utf8JsonReader(snapshot);
        var member = Member.Unknown;
        var (acts, streak, reason) = (member.Acts, member.Streak, new StageReason(""));
        var (recall, care, ledger, value) = (member.Recall, member.Care, member.Ledger, member.Value);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("since"u8))
                member = member with { Since = new Instant(reader.GetInt64()) };
            else if (name.SequenceEqual("lived"u8))
                member = member with { LivedThrough = new(reader.GetInt64()) };
            else if (name.SequenceEqual("history"u8))
                member = member with { HistoryUntil = new(reader.GetInt64()) };
            else if (name.SequenceEqual("home"u8))
                member = member with { Home = new(reader.GetString()!) };
            else if (name.SequenceEqual("joined"u8))
                member = member with { Joined = reader.GetBoolean() };
            else if (name.SequenceEqual("stage"u8))
                (member, reason) = ReadStage(ref reader, member);
            else if (name.SequenceEqual("flags"u8))
                member = member with { Flags = (AttentionFlags)reader.GetInt32() };
            else if (name.SequenceEqual("cards"u8))
                member = member with { Cards = ReadList(ref reader, CardFormat.Read) };
            else if (name.SequenceEqual(BirthdayName))
                member = member with { Birthday = ReadBirthday(ref reader) };
            else if (name.SequenceEqual("once"u8))
                member = member with { OnceActs = ReadList(ref reader, ReadText) };
            else if (name.SequenceEqual("keys"u8))
                member = member with { LatestKeys = ReadList(ref reader, FingerprintFormat.ReadKey) };
            else if (!PointsFormat.TryRead(ref reader, name, ref ledger) && !MembershipFormat.TryRead(ref reader, name, ref member)
                && !TagFormat.TryRead(ref reader, name, ref member) && !ErasureFormat.TryRead(ref reader, name, ref member)
                && !CountedActsFormat.TryRead(ref reader, name, ref acts) && !StreakFormat.TryRead(ref reader, name, ref streak)
                && !RecallFormat.TryRead(ref reader, name, ref recall) && !CareFormat.TryRead(ref reader, name, ref care)
                && !ValueStateFormat.TryRead(ref reader, name, ref value))
                throw new JournalRefusedException("A member's snapshot holds what this version does not know: the store is damaged.");
        }

        return member with
        {
            Acts = acts,
            Ledger = ledger,
            Streak = streak,
            Recall = recall,
            Care = care,
            Value = value,
            StageReason = member.Stage is null ? null : reason,
        };
    }

    /// <summary>
    /// The member that her <paramref name="history"/> tells, with what no event says of her from a snapshot of another version.
    /// </summary>
    internal static Member Rebuild(IEnumerable<CommittedEvent> history, ReadOnlySpan<byte> snapshot)
    {
        var birthday = BirthdayOf(snapshot);
        return history.Aggregate(Member.Unknown, (member, happened) => Evolution.Evolve(member, happened.Happened)) with
        {
            Birthday = birthday,
        };
    }

    // Of every version a snapshot is one flat object, and this name means the same in all of them. What is no such thing knows none.
    internal static Birthday? BirthdayOf(ReadOnlySpan<byte> snapshot)
    {
        if (snapshot.IsEmpty || snapshot[0] != '{')
            return null;
        var reader = new Utf8JsonReader(snapshot);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isBirthday = reader.ValueTextEquals(BirthdayName);
            reader.Read();
            if (isBirthday)
                return ReadBirthday(ref reader);
            reader.Skip();
        }

        return null;
    }

    private static ReadOnlySpan<byte> BirthdayName => "birthday"u8;

    private static Birthday? ReadBirthday(ref Utf8JsonReader reader) =>
        Birthday.TryRead(reader.GetString(), out var birthday) ? birthday : null;

    // Stage, since when, and the reason with its numbers.
    private static void WriteStage(Utf8JsonWriter writer, Member member)
    {
        if (member is { Stage: { } stage, StageReason: { } reason })
        {
            writer.WriteStartArray("stage"u8);
            writer.WriteNumberValue((int)stage);
            writer.WriteNumberValue(member.StageSince.Microseconds);
            writer.WriteStringValue(reason.Code);
            writer.WriteNumberValue(reason.Count ?? -1);
            writer.WriteNumberValue(reason.Days ?? -1);
            writer.WriteEndArray();
        }

        if (member.Flags != AttentionFlags.None)
            writer.WriteNumber("flags"u8, (int)member.Flags);
    }

    private static (Member Member, StageReason Reason) ReadStage(ref Utf8JsonReader reader, Member member)
    {
        reader.Read();
        var stage = (Stage)reader.GetInt32();
        reader.Read();
        var since = new Instant(reader.GetInt64());
        reader.Read();
        var code = reader.GetString()!;
        reader.Read();
        var count = reader.GetInt32();
        reader.Read();
        var days = reader.GetInt32();
        reader.Read();
        return (member with { Stage = stage, StageSince = since }, new(code, count < 0 ? null : count, days < 0 ? null : days));
    }

    internal static void WriteList<T>(
        Utf8JsonWriter writer, ReadOnlySpan<byte> name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.IsEmpty)
            return;
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }

    internal delegate T ReadItem<T>(ref Utf8JsonReader reader);

    internal static ImmutableArray<T> ReadList<T>(ref Utf8JsonReader reader, ReadItem<T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(read(ref reader));
        return items.DrainToImmutable();
    }

    internal static string ReadText(ref Utf8JsonReader reader) => reader.GetString()!;

    /// <summary>The next value of a list as a number.</summary>
    internal static int NextNumber(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt32();
    }

    /// <summary>The next value of a list as an amount of money.</summary>
    internal static decimal NextMoney(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetDecimal();
    }

    /// <summary>The next value of a list as an instant.</summary>
    internal static Instant NextInstant(ref Utf8JsonReader reader)
    {
        reader.Read();
        return new(reader.GetInt64());
    }

    /// <summary>The next value of a list as an instant or null.</summary>
    internal static Instant? NextInstantOrNull(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : new Instant(reader.GetInt64());
    }

    /// <summary>The next value of a list as a text.</summary>
    internal static string NextText(ref Utf8JsonReader reader) => NextTextOrNull(ref reader)!;

    /// <summary>The next value of a list as a text or null.</summary>
    internal static string? NextTextOrNull(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    internal static void WriteInstantOrNull(Utf8JsonWriter writer, Instant? at)
    {
        if (at is { } instant)
            writer.WriteNumberValue(instant.Microseconds);
        else
            writer.WriteNullValue();
    }
}
