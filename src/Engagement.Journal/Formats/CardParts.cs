using System.Collections.Immutable;
using System.Text.Json;
using Engagement.Domain.Cards;

namespace Engagement.Journal.Formats;

/// <summary>Cards, and what they are made of, as JSON objects in events and between nodes.</summary>
internal static class CardParts
{
    /// <summary>Writes a card with all it holds as <c>whole</c>.</summary>
    public static void WriteCard(Utf8JsonWriter writer, Card card)
    {
        writer.WriteStartObject("whole"u8);
        writer.WriteString("id"u8, card.Id.Value);
        writer.Text("kind", card.Kind);
        writer.Time("expiresAt", card.ExpiresAt);
        if (card.Form is { } form)
        {
            writer.WriteString("form"u8, Names.Of(form));
            writer.WriteString("status"u8, Names.Of(card.Status));
            writer.Time("since", card.Since);
            writer.Time("frozenSince", card.FrozenSince);
            writer.WriteNumber("lastLot"u8, card.LastLot);
            writer.WriteNumber("owed"u8, card.Owed);
            writer.WriteNumber("saved"u8, card.Saved);
            writer.WriteNumber("suspicious"u8, card.SuspiciousUses);
            writer.WriteStartArray("lots"u8);
            foreach (var lot in card.Lots)
            {
                writer.WriteStartObject();
                WriteFields(writer, lot);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("uses"u8);
            foreach (var use in card.Uses)
                WriteUse(writer, use);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    public static Card ReadCard(JsonElement fields)
    {
        var whole = fields.GetProperty("whole");
        var card = new Card(new(whole.Text("id")!), whole.Text("kind"), whole.Time("expiresAt"));
        return Names.CardForm(whole.Text("form")) is not { } form ? card : card with
        {
            Form = form,
            Status = Names.CardStatus(whole.Text("status"))!.Value,
            Since = whole.Time("since")!.Value,
            FrozenSince = whole.Time("frozenSince"),
            LastLot = whole.GetProperty("lastLot").GetInt32(),
            Owed = Money(whole, "owed"),
            Saved = Money(whole, "saved"),
            SuspiciousUses = whole.GetProperty("suspicious").GetInt32(),
            Lots = [.. whole.GetProperty("lots").EnumerateArray().Select(ReadFields)],
            Uses = [.. whole.GetProperty("uses").EnumerateArray().Select(ReadUse)],
        };
    }

    /// <summary>Writes a lot; nothing where there is none.</summary>
    public static void WriteLot(Utf8JsonWriter writer, string name, CardLot? lot)
    {
        if (lot is null)
            return;
        writer.WriteStartObject(name);
        WriteFields(writer, lot);
        writer.WriteEndObject();
    }

    public static CardLot? ReadLot(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var lot) ? ReadFields(lot) : null;

    public static void WriteParts(Utf8JsonWriter writer, ImmutableArray<CardPart> parts)
    {
        writer.WriteStartArray("parts"u8);
        foreach (var part in parts)
        {
            writer.WriteStartObject();
            WritePart(writer, part.Lot, part.Paid, part.Bonus, part.Uses);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static ImmutableArray<CardPart> ReadParts(JsonElement fields) =>
    [
        .. fields.GetProperty("parts").EnumerateArray().Select(part => new CardPart(
            part.GetProperty("lot").GetInt32(), Money(part, "paid"), Money(part, "bonus"), part.Number("uses") ?? 0)),
    ];

    public static void WriteRefunds(Utf8JsonWriter writer, ImmutableArray<CardRefundPart> parts)
    {
        writer.WriteStartArray("parts"u8);
        foreach (var part in parts)
        {
            writer.WriteStartObject();
            WritePart(writer, part.Lot, part.Paid, part.Bonus, part.Uses);
            Money(writer, "withheld", part.Withheld);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static ImmutableArray<CardRefundPart> ReadRefunds(JsonElement fields) =>
    [
        .. fields.GetProperty("parts").EnumerateArray().Select(part => new CardRefundPart(
            part.GetProperty("lot").GetInt32(), Money(part, "paid"), Money(part, "bonus"), Money(part, "withheld"), part.Number("uses") ?? 0)),
    ];

    private static void WritePart(Utf8JsonWriter writer, int lot, decimal paid, decimal bonus, int uses)
    {
        writer.WriteNumber("lot"u8, lot);
        Money(writer, "paid", paid);
        Money(writer, "bonus", bonus);
        if (uses != 0)
            writer.WriteNumber("uses"u8, uses);
    }

    private static void WriteFields(Utf8JsonWriter writer, CardLot lot)
    {
        writer.WriteNumber("number"u8, lot.Number);
        writer.Time("at", lot.At);
        writer.WriteNumber("paid"u8, lot.Paid);
        Money(writer, "paidUsed", lot.PaidUsed);
        Money(writer, "givenBack", lot.GivenBack);
        Money(writer, "bonus", lot.Bonus);
        Money(writer, "bonusUsed", lot.BonusUsed);
        if (lot.Uses != 0)
            writer.WriteNumber("uses"u8, lot.Uses);
        if (lot.UsesUsed != 0)
            writer.WriteNumber("usesUsed"u8, lot.UsesUsed);
        if (lot.Steps.IsEmpty)
            return;
        writer.WriteStartArray("steps"u8);
        foreach (var step in lot.Steps)
        {
            writer.WriteStartObject();
            writer.WriteNumber("from"u8, step.From);
            writer.WriteNumber("bonus"u8, step.Bonus);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static CardLot ReadFields(JsonElement lot) => new(lot.GetProperty("number").GetInt32(), lot.Time("at")!.Value, Money(lot, "paid"))
    {
        PaidUsed = Money(lot, "paidUsed"),
        GivenBack = Money(lot, "givenBack"),
        Bonus = Money(lot, "bonus"),
        BonusUsed = Money(lot, "bonusUsed"),
        Uses = lot.Number("uses") ?? 0,
        UsesUsed = lot.Number("usesUsed") ?? 0,
        Steps = lot.TryGetProperty("steps", out var steps)
            ? [.. steps.EnumerateArray().Select(step => new BonusStep(Money(step, "from"), Money(step, "bonus")))]
            : [],
    };

    private static void WriteUse(Utf8JsonWriter writer, CardUse use)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, use.Id);
        writer.Time("at", use.At);
        writer.WriteNumber("uses"u8, use.Uses);
        Money(writer, "owed", use.Owed);
        Money(writer, "saved", use.Saved);
        writer.Number("visit", use.Visit);
        WriteParts(writer, use.Parts);
        writer.WriteEndObject();
    }

    private static CardUse ReadUse(JsonElement use) => new(
        use.Text("id")!,
        use.Time("at")!.Value,
        use.GetProperty("uses").GetInt32(),
        ReadParts(use),
        Money(use, "owed"),
        Money(use, "saved"),
        use.Number("visit"));

    private static void Money(Utf8JsonWriter writer, string name, decimal money)
    {
        if (money != 0m)
            writer.WriteNumber(name, money);
    }

    private static decimal Money(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var money) ? money.GetDecimal() : 0m;
}
