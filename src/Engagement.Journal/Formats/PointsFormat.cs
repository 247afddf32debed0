using System.Text.Json;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>Points as they are stored: their events, the terms on which they were earned, and the ledger in the snapshot.</summary>
internal static class PointsFormat
{
    public static string? NameOf(MemberEvent happened) => happened switch
    {
        PointsRedeemed => "points_redeemed.v1",
        PointsAdjusted => "points_adjusted.v1",
        PointsExpired => "points_expired.v1",
        _ => null,
    };

    public static bool TryWrite(Utf8JsonWriter writer, MemberEvent happened)
    {
        switch (happened)
        {
            case PointsRedeemed redeemed:
                // What outside programs add up: points that went are below zero.
                writer.WriteNumber("points"u8, -redeemed.Points);
                writer.WriteNumber("worth"u8, redeemed.Worth);
                writer.Text("goods", redeemed.Goods);
                writer.Number("count", redeemed.Goods is null ? null : redeemed.Count);
                return true;
            case PointsAdjusted adjusted:
                writer.WriteNumber("points"u8, adjusted.Points);
                writer.WriteString("reason"u8, adjusted.Reason);
                writer.WriteString("by"u8, adjusted.By.Value);
                return true;
            case PointsExpired expired:
                writer.WriteNumber("points"u8, -expired.Points);
                writer.WriteStartArray("parts"u8);
                foreach (var part in expired.Parts)
                {
                    writer.WriteStartObject();
                    writer.Time("earnedAt", part.EarnedAt);
                    writer.Number("purchase", part.Purchase == 0 ? null : part.Purchase);
                    writer.WriteNumber("points"u8, part.Points);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                return true;
            default:
                return false;
        }
    }

    public static ActEvent? ReadAct(string name, Instant at, StoreId? store, EventKey key, JsonElement fields, string? extra) => name switch
    {
        "points_redeemed.v1" => new PointsRedeemed(
            at,
            key,
            store,
            -fields.GetProperty("points").GetInt64(),
            fields.GetProperty("worth").GetDecimal(),
            fields.Text("goods"),
            fields.Number("count") ?? 1,
            extra),
        "points_adjusted.v1" => new PointsAdjusted(
            at, key, store, fields.GetProperty("points").GetInt64(), fields.Text("reason")!, new(fields.Text("by")!), extra),
        _ => null,
    };

    public static MemberEvent? Read(string name, Instant at, JsonElement fields) => name switch
    {
        "points_expired.v1" => new PointsExpired(
            at,
            -fields.GetProperty("points").GetInt64(),
            [
                .. fields.GetProperty("parts").EnumerateArray().Select(part => new PointsPart(
                    part.Time("earnedAt")!.Value, part.Number("purchase") ?? 0, part.GetProperty("points").GetInt64())),
            ]),
        _ => null,
    };

    public static void WriteTerms(Utf8JsonWriter writer, PointsTerms? terms)
    {
        if (terms is null)
            return;
        writer.WriteNumber("validMonths"u8, terms.ValidMonths);
        writer.Number("pendingDays", terms.PendingDays == 0 ? null : terms.PendingDays);
    }

    public static PointsTerms? ReadTerms(JsonElement fields) =>
        fields.Number("validMonths") is { } months ? new(months, fields.Number("pendingDays") ?? 0) : null;

    public static void Write(Utf8JsonWriter writer, PointsLedger ledger)
    {
        MemberFormat.WriteList(writer, "lots"u8, ledger.Lots, WriteLot);
        if (ledger.Debt != 0)
            writer.WriteNumber("pointsOwed"u8, ledger.Debt);
        if (ledger.Earned != 0)
            writer.WriteNumber("pointsEarned"u8, ledger.Earned);
    }

    public static bool TryRead(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ref PointsLedger ledger)
    {
        if (name.SequenceEqual("lots"u8))
            ledger = ledger with { Lots = MemberFormat.ReadList(ref reader, ReadLot) };
        else if (name.SequenceEqual("pointsOwed"u8))
            ledger = ledger with { Debt = reader.GetInt64() };
        else if (name.SequenceEqual("pointsEarned"u8))
            ledger = ledger with { Earned = reader.GetInt64() };
        else
            return false;
        return true;
    }

    // When, how many, the purchase if any, and the terms if they are not the usual ones.
    private static void WriteLot(Utf8JsonWriter writer, PointsLot lot)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(lot.At.Microseconds);
        writer.WriteNumberValue(lot.Left);
        var isUsual = lot.Terms == PointsTerms.Usual;
        if (lot.Purchase != 0 || !isUsual)
            writer.WriteNumberValue(lot.Purchase);
        if (!isUsual)
        {
            writer.WriteNumberValue(lot.Terms.ValidMonths);
            writer.WriteNumberValue(lot.Terms.PendingDays);
        }

        writer.WriteEndArray();
    }

    private static PointsLot ReadLot(ref Utf8JsonReader reader)
    {
        var at = MemberFormat.NextInstant(ref reader);
        reader.Read();
        var left = reader.GetInt64();
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
            return new(at, left, 0, PointsTerms.Usual);
        var purchase = reader.GetInt32();
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
            return new(at, left, purchase, PointsTerms.Usual);
        var months = reader.GetInt32();
        var pending = MemberFormat.NextNumber(ref reader);
        reader.Read();
        return new(at, left, purchase, new(months, pending));
    }
}
