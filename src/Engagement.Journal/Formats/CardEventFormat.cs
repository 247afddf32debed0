using System.Text.Json;
using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>The events of cards as they are stored; <see cref="EventFormat"/> is the way in.</summary>
internal static class CardEventFormat
{
    public static string? NameOf(MemberEvent happened) => happened switch
    {
        // The first version knew of no card with anything on it, and is still what a card without a known kind is told by.
        CardIssued issued => issued.Form is null ? "card_issued.v1" : "card_issued.v2",
        CardRenewed renewed => renewed is { Added: null, Paid: 0m } ? "card_renewed.v1" : "card_renewed.v2",
        CardToppedUp => "card_topped_up.v1",
        CardUsed => "card_used.v1",
        CardUseSuspicious => "card_use_suspicious.v1",
        CardUseCancelled => "card_use_cancelled.v1",
        CardFrozen => "card_frozen.v1",
        CardUnfrozen => "card_unfrozen.v1",
        CardRefunded => "card_refunded.v1",
        CardExpired => "card_expired.v1",
        CardSent => "card_sent.v1",
        CardReceived => "card_received.v1",
        CardTurnedAway => "card_turned_away.v1",
        CardCameBack => "card_came_back.v1",
        _ => null,
    };

    public static bool TryWrite(Utf8JsonWriter writer, MemberEvent happened)
    {
        if (happened is not ICardEvent { Card: var card })
            return false;
        writer.WriteString("card"u8, card.Value);
        switch (happened)
        {
            case CardIssued issued:
                writer.Text("kind", issued.Kind);
                writer.Time("expiresAt", issued.ExpiresAt);
                if (issued.Form is not { } form)
                    break;
                writer.WriteString("form"u8, Names.Of(form));
                writer.WriteNumber("paid"u8, issued.Paid);
                CardParts.WriteLot(writer, "lot", issued.Opening);
                break;
            case CardRenewed renewed:
                writer.Time("expiresAt", renewed.ExpiresAt);
                Money(writer, "paid", renewed.Paid);
                CardParts.WriteLot(writer, "lot", renewed.Added);
                break;
            case CardToppedUp topped:
                CardParts.WriteLot(writer, "lot", topped.Lot);
                break;
            case CardUsed used:
                WriteUse(writer, used);
                break;
            case CardUseSuspicious suspicious:
                writer.Time("first", suspicious.First);
                writer.Time("second", suspicious.Second);
                break;
            case CardUseCancelled cancelled:
                writer.WriteString("useId"u8, cancelled.UseId);
                Money(writer, "owed", cancelled.Owed);
                Money(writer, "saved", cancelled.Saved);
                writer.Number("visit", cancelled.Visit);
                CardParts.WriteParts(writer, cancelled.Parts);
                CardParts.WriteLot(writer, "lot", cancelled.Opened);
                break;
            case CardFrozen frozen:
                writer.Text("reason", frozen.Reason);
                break;
            case CardUnfrozen unfrozen:
                writer.Time("expiresAt", unfrozen.ExpiresAt);
                break;
            case CardRefunded refunded:
                writer.WriteNumber("amount"u8, refunded.Amount);
                CardParts.WriteRefunds(writer, refunded.Parts);
                break;
            case CardExpired expired:
                Money(writer, "paid", expired.Paid);
                Money(writer, "bonus", expired.Bonus);
                if (expired.Uses != 0)
                    writer.WriteNumber("uses"u8, expired.Uses);
                break;
            case CardSent sent:
                writer.WriteString("to"u8, sent.To.Value);
                CardParts.WriteCard(writer, sent.Whole);
                break;
            case CardReceived received:
                writer.WriteString("from"u8, received.From.Value);
                CardParts.WriteCard(writer, received.Whole);
                break;
            case CardTurnedAway away:
                writer.WriteString("from"u8, away.From.Value);
                writer.WriteString("why"u8, away.Why);
                CardParts.WriteCard(writer, away.Whole);
                break;
            case CardCameBack back:
                writer.WriteString("to"u8, back.To.Value);
                writer.WriteString("why"u8, back.Why);
                CardParts.WriteCard(writer, back.Whole);
                break;
        }

        return true;
    }

    /// <summary>The act that was stored under <paramref name="name"/>; null if it is none of these.</summary>
    public static ActEvent? ReadAct(string name, Instant at, StoreId? store, EventKey key, JsonElement fields)
    {
        if (!name.StartsWith("card_", StringComparison.Ordinal))
            return null;
        var extra = fields.RawText("extra");
        return name switch
        {
            "card_issued.v1" => new CardIssued(at, key, store, Card(fields), fields.Text("kind"), fields.Time("expiresAt"), extra),
            "card_issued.v2" => new CardIssued(at, key, store, Card(fields), fields.Text("kind"), fields.Time("expiresAt"), extra)
            {
                Form = Names.CardForm(fields.Text("form")),
                Paid = Money(fields, "paid"),
                Opening = CardParts.ReadLot(fields, "lot"),
            },
            "card_renewed.v1" => new CardRenewed(at, key, store, Card(fields), fields.Time("expiresAt")!.Value, extra),
            "card_renewed.v2" => new CardRenewed(at, key, store, Card(fields), fields.Time("expiresAt")!.Value, extra)
            {
                Paid = Money(fields, "paid"),
                Added = CardParts.ReadLot(fields, "lot"),
            },
            "card_topped_up.v1" => new CardToppedUp(at, key, store, Card(fields), CardParts.ReadLot(fields, "lot")!, extra),
            "card_used.v1" => new CardUsed(
                at,
                key,
                store,
                Card(fields),
                fields.Text("service"),
                Money(fields, "amount"),
                fields.GetProperty("uses").GetInt32(),
                CardParts.ReadParts(fields),
                Money(fields, "owed"),
                Money(fields, "saved"),
                fields.Number("visit"),
                fields.Text("device"),
                extra),
            "card_use_cancelled.v1" => new CardUseCancelled(
                at,
                key,
                store,
                Card(fields),
                fields.Text("useId")!,
                CardParts.ReadParts(fields),
                Money(fields, "owed"),
                CardParts.ReadLot(fields, "lot"),
                Money(fields, "saved"),
                fields.Number("visit"),
                extra),
            "card_frozen.v1" => new CardFrozen(at, key, store, Card(fields), fields.Text("reason"), extra),
            "card_unfrozen.v1" => new CardUnfrozen(at, key, store, Card(fields), fields.Time("expiresAt"), extra),
            "card_refunded.v1" => new CardRefunded(
                at, key, store, Card(fields), Money(fields, "amount"), CardParts.ReadRefunds(fields), extra),
            "card_sent.v1" => new CardSent(at, key, store, CardParts.ReadCard(fields), new(fields.Text("to")!), extra),
            "card_received.v1" => new CardReceived(at, key, store, CardParts.ReadCard(fields), new(fields.Text("from")!), extra),
            "card_turned_away.v1" => new CardTurnedAway(
                at, key, store, CardParts.ReadCard(fields), new(fields.Text("from")!), fields.Text("why")!, extra),
            "card_came_back.v1" => new CardCameBack(
                at, key, store, CardParts.ReadCard(fields), new(fields.Text("to")!), fields.Text("why")!, extra),
            _ => null,
        };
    }

    /// <summary>The change that was stored under <paramref name="name"/>; null if it is none of these.</summary>
    public static MemberEvent? Read(string name, Instant at, JsonElement fields) => name switch
    {
        "card_use_suspicious.v1" => new CardUseSuspicious(at, Card(fields), fields.Time("first")!.Value, fields.Time("second")!.Value),
        "card_expired.v1" => new CardExpired(at, Card(fields), Money(fields, "paid"), Money(fields, "bonus"), fields.Number("uses") ?? 0),
        _ => null,
    };

    private static void WriteUse(Utf8JsonWriter writer, CardUsed used)
    {
        writer.Text("service", used.Service);
        Money(writer, "amount", used.Amount);
        writer.WriteNumber("uses"u8, used.Uses);
        Money(writer, "owed", used.Owed);
        Money(writer, "saved", used.Saved);
        writer.Number("visit", used.Visit);
        writer.Text("device", used.Device);
        CardParts.WriteParts(writer, used.Parts);
    }

    private static void Money(Utf8JsonWriter writer, string name, decimal money)
    {
        if (money != 0m)
            writer.WriteNumber(name, money);
    }

    private static decimal Money(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var money) ? money.GetDecimal() : 0m;

    private static CardId Card(JsonElement fields) => new(fields.Text("card")!);
}
