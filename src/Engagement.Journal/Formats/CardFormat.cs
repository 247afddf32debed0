using System.Collections.Immutable;
using System.Text.Json;
using Engagement.Domain.Cards;

namespace Engagement.Journal.Formats;

/// <summary>A member's cards in a snapshot: a card, a lot and a use are lists of their fields.</summary>
internal static class CardFormat
{
    public static void Write(Utf8JsonWriter writer, Card card)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(card.Id.Value);
        writer.WriteStringValue(card.Kind);
        MemberFormat.WriteInstantOrNull(writer, card.ExpiresAt);
        // A card of no known kind has an end and nothing else.
        if (card.Form is { } form)
        {
            writer.WriteNumberValue((int)form);
            writer.WriteNumberValue((int)card.Status);
            writer.WriteNumberValue(card.Since.Microseconds);
            MemberFormat.WriteInstantOrNull(writer, card.FrozenSince);
            writer.WriteNumberValue(card.LastLot);
            writer.WriteNumberValue(card.Owed);
            writer.WriteNumberValue(card.Saved);
            writer.WriteNumberValue(card.SuspiciousUses);
            WriteAll(writer, card.Lots, WriteLot);
            WriteAll(writer, card.Uses, WriteUse);
        }

        writer.WriteEndArray();
    }

    public static Card Read(ref Utf8JsonReader reader)
    {
        var card = new Card(
            new(MemberFormat.NextText(ref reader)), MemberFormat.NextTextOrNull(ref reader), MemberFormat.NextInstantOrNull(ref reader));
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
            return card;
        card = card with
        {
            Form = (CardForm)reader.GetInt32(),
            Status = (CardStatus)MemberFormat.NextNumber(ref reader),
            Since = MemberFormat.NextInstant(ref reader),
            FrozenSince = MemberFormat.NextInstantOrNull(ref reader),
            LastLot = MemberFormat.NextNumber(ref reader),
            Owed = MemberFormat.NextMoney(ref reader),
            Saved = MemberFormat.NextMoney(ref reader),
            SuspiciousUses = MemberFormat.NextNumber(ref reader),
            Lots = NextList(ref reader, ReadLot),
            Uses = NextList(ref reader, ReadUse),
        };
        reader.Read();
        return card;
    }

    private static void WriteLot(Utf8JsonWriter writer, CardLot lot)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(lot.Number);
        writer.WriteNumberValue(lot.At.Microseconds);
        writer.WriteNumberValue(lot.Paid);
        writer.WriteNumberValue(lot.PaidUsed);
        writer.WriteNumberValue(lot.GivenBack);
        writer.WriteNumberValue(lot.Bonus);
        writer.WriteNumberValue(lot.BonusUsed);
        writer.WriteNumberValue(lot.Uses);
        writer.WriteNumberValue(lot.UsesUsed);
        foreach (var step in lot.Steps)
        {
            writer.WriteNumberValue(step.From);
            writer.WriteNumberValue(step.Bonus);
        }

        writer.WriteEndArray();
    }

    private static CardLot ReadLot(ref Utf8JsonReader reader)
    {
        var lot = new CardLot(MemberFormat.NextNumber(ref reader), MemberFormat.NextInstant(ref reader), MemberFormat.NextMoney(ref reader))
        {
            PaidUsed = MemberFormat.NextMoney(ref reader),
            GivenBack = MemberFormat.NextMoney(ref reader),
            Bonus = MemberFormat.NextMoney(ref reader),
            BonusUsed = MemberFormat.NextMoney(ref reader),
            Uses = MemberFormat.NextNumber(ref reader),
            UsesUsed = MemberFormat.NextNumber(ref reader),
        };
        return lot with { Steps = MemberFormat.ReadList(ref reader, ReadStep) };
    }

    private static BonusStep ReadStep(ref Utf8JsonReader reader) => new(reader.GetDecimal(), MemberFormat.NextMoney(ref reader));

    private static void WriteUse(Utf8JsonWriter writer, CardUse use)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(use.Id);
        writer.WriteNumberValue(use.At.Microseconds);
        writer.WriteNumberValue(use.Uses);
        writer.WriteNumberValue(use.Owed);
        writer.WriteNumberValue(use.Saved);
        writer.WriteNumberValue(use.Visit ?? 0);
        foreach (var part in use.Parts)
        {
            writer.WriteNumberValue(part.Lot);
            writer.WriteNumberValue(part.Paid);
            writer.WriteNumberValue(part.Bonus);
            writer.WriteNumberValue(part.Uses);
        }

        writer.WriteEndArray();
    }

    private static CardUse ReadUse(ref Utf8JsonReader reader)
    {
        var use = new CardUse(
            MemberFormat.NextText(ref reader),
            MemberFormat.NextInstant(ref reader),
            MemberFormat.NextNumber(ref reader),
            [],
            MemberFormat.NextMoney(ref reader),
            MemberFormat.NextMoney(ref reader),
            MemberFormat.NextNumber(ref reader) is > 0 and var visit ? visit : null);
        return use with { Parts = MemberFormat.ReadList(ref reader, ReadPart) };
    }

    private static CardPart ReadPart(ref Utf8JsonReader reader) => new(
        reader.GetInt32(), MemberFormat.NextMoney(ref reader), MemberFormat.NextMoney(ref reader), MemberFormat.NextNumber(ref reader));

    private static void WriteAll<T>(Utf8JsonWriter writer, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }

    private static ImmutableArray<T> NextList<T>(ref Utf8JsonReader reader, MemberFormat.ReadItem<T> read)
    {
        reader.Read();
        return MemberFormat.ReadList(ref reader, read);
    }
}
