using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Domain.Identity;
using Engagement.Domain.Purchases;
using Engagement.Domain.Streaks;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

internal sealed class InstantConverter : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Microseconds);
}

internal sealed class StoreIdConverter : JsonConverter<StoreId>
{
    public override StoreId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, StoreId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

internal sealed class DayConverter : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateOnly.FromDayNumber(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.DayNumber);
}

/// <summary>A key is written as id and fingerprint in a pair; there are several in each snapshot, so names would weigh.</summary>
internal sealed class EventKeyConverter : JsonConverter<EventKey>
{
    public override EventKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var id = reader.GetString()!;
        reader.Read();
        var fingerprint = FingerprintFormat.Read(reader.GetBytesFromBase64());
        reader.Read();
        return new(id, fingerprint);
    }

    public override void Write(Utf8JsonWriter writer, EventKey value, JsonSerializerOptions options)
    {
        Span<byte> fingerprint = stackalloc byte[FingerprintFormat.Size];
        FingerprintFormat.Write(value.Fingerprint, fingerprint);
        writer.WriteStartArray();
        writer.WriteStringValue(value.Id);
        writer.WriteBase64StringValue(fingerprint);
        writer.WriteEndArray();
    }
}

/// <summary>
/// Counted acts make up most of a snapshot: <c>[number, at]</c> for a visit, with amount, points, refunded, order and rate
/// behind it for a purchase.
/// </summary>
internal sealed class CountedActConverter : JsonConverter<CountedAct>
{
    public override CountedAct Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var number = reader.GetInt32();
        reader.Read();
        var at = new Instant(reader.GetInt64());
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
            return new(number, at, IsPurchase: false, 0m, 0m, null, 0, 0m);
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

        return new(number, at, IsPurchase: true, amount, refunded, order, points, rate);
    }

    public override void Write(Utf8JsonWriter writer, CountedAct value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Number);
        writer.WriteNumberValue(value.At.Microseconds);
        if (value.IsPurchase)
        {
            writer.WriteNumberValue(value.Amount);
            writer.WriteNumberValue(value.Points);
            writer.WriteNumberValue(value.Refunded);
            writer.WriteNumberValue(value.PointsPerUnit);
            if (value.OrderId is not null)
                writer.WriteStringValue(value.OrderId);
        }

        writer.WriteEndArray();
    }
}

/// <summary>A run is written as first day, last day and the frozen days, all as day numbers.</summary>
internal sealed class SignInRunConverter : JsonConverter<SignInRun>
{
    public override SignInRun Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var first = DateOnly.FromDayNumber(reader.GetInt32());
        reader.Read();
        var last = DateOnly.FromDayNumber(reader.GetInt32());
        var frozen = ImmutableArray<DateOnly>.Empty;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            frozen = frozen.Add(DateOnly.FromDayNumber(reader.GetInt32()));
        return new(first, last, frozen);
    }

    public override void Write(Utf8JsonWriter writer, SignInRun value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.First.DayNumber);
        writer.WriteNumberValue(value.Last.DayNumber);
        foreach (var day in value.Frozen)
            writer.WriteNumberValue(day.DayNumber);
        writer.WriteEndArray();
    }
}
