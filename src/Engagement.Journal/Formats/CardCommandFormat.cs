using System.Text.Json;
using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>What is done with cards, as it travels between nodes; <see cref="CommandFormat"/> is the way in.</summary>
internal static class CardCommandFormat
{
    public static string? NameOf(MemberCommand command) => command switch
    {
        // An older node would lose the money: it is to refuse what it does not know.
        IssueCard issue => issue is { Paid: null, Balance: null, Uses: null } ? "issue_card.v1" : "issue_card.v2",
        RenewCard renew => renew is { Paid: null, Uses: null } ? "renew_card.v1" : "renew_card.v2",
        TopUpCard => "top_up_card.v1",
        UseCard => "use_card.v1",
        CancelCardUse => "cancel_card_use.v1",
        FreezeCard => "freeze_card.v1",
        UnfreezeCard => "unfreeze_card.v1",
        RefundCard => "refund_card.v1",
        TransferCard => "transfer_card.v1",
        ReceiveCard => "receive_card.v1",
        TakeCardBack => "take_card_back.v1",
        _ => null,
    };

    public static void Write(Utf8JsonWriter writer, CardCommand command)
    {
        if (command is HeldCardCommand held)
            writer.WriteString("card"u8, held.Card.Value);
        switch (command)
        {
            case IssueCard issue:
                writer.WriteString("card"u8, issue.Card.Value);
                writer.Text("kind", issue.Kind);
                if (issue.ExpiresAt is { } end)
                    writer.WriteNumber("expiresAt"u8, end.Microseconds);
                Money(writer, "paid", issue.Paid);
                Money(writer, "balance", issue.Balance);
                writer.Number("uses", issue.Uses);
                break;
            case RenewCard renew:
                writer.WriteNumber("expiresAt"u8, renew.ExpiresAt.Microseconds);
                Money(writer, "paid", renew.Paid);
                writer.Number("uses", renew.Uses);
                break;
            case TopUpCard topUp:
                writer.WriteNumber("amount"u8, topUp.Amount);
                break;
            case UseCard use:
                Money(writer, "amount", use.Amount);
                writer.Number("uses", use.Uses);
                writer.Text("service", use.Service);
                writer.Text("device", use.Device);
                writer.WriteBoolean("visit"u8, use.IsVisit);
                break;
            case CancelCardUse cancel:
                writer.WriteString("useId"u8, cancel.UseId);
                break;
            case FreezeCard freeze:
                writer.Text("reason", freeze.Reason);
                break;
            case RefundCard refund:
                Money(writer, "amount", refund.Amount);
                break;
            case TransferCard transfer:
                writer.WriteString("to"u8, transfer.To.Value);
                break;
            case ReceiveCard receive:
                writer.WriteString("from"u8, receive.From.Value);
                CardParts.WriteCard(writer, receive.Whole);
                break;
            case TakeCardBack back:
                writer.WriteString("to"u8, back.To.Value);
                writer.WriteString("why"u8, back.Why);
                CardParts.WriteCard(writer, back.Whole);
                break;
        }
    }

    /// <summary>The command that was written under <paramref name="name"/>; null if it is none of these.</summary>
    public static CardCommand? Read(string name, EventKey key, Instant? at, StoreId? store, JsonElement fields, string? extra) => name switch
    {
        "issue_card.v1" or "issue_card.v2" => new IssueCard(key, at, store, Card(fields), fields.Text("kind"), End(fields), extra)
        {
            Paid = Money(fields, "paid"),
            Balance = Money(fields, "balance"),
            Uses = fields.Number("uses"),
        },
        "renew_card.v1" or "renew_card.v2" => new RenewCard(key, at, store, Card(fields), End(fields)!.Value, extra)
        {
            Paid = Money(fields, "paid"),
            Uses = fields.Number("uses"),
        },
        "top_up_card.v1" => new TopUpCard(key, at, store, Card(fields), Money(fields, "amount")!.Value, extra),
        "use_card.v1" => new UseCard(
            key,
            at,
            store,
            Card(fields),
            Money(fields, "amount"),
            fields.Number("uses"),
            fields.Text("service"),
            fields.Text("device"),
            fields.Mark("visit"),
            extra),
        "cancel_card_use.v1" => new CancelCardUse(key, at, store, fields.Text("useId")!, extra),
        "freeze_card.v1" => new FreezeCard(key, at, store, Card(fields), fields.Text("reason"), extra),
        "unfreeze_card.v1" => new UnfreezeCard(key, at, store, Card(fields), extra),
        "refund_card.v1" => new RefundCard(key, at, store, Card(fields), Money(fields, "amount"), extra),
        "transfer_card.v1" => new TransferCard(key, at, store, Card(fields), new(fields.Text("to")!), extra),
        "receive_card.v1" => new ReceiveCard(key, at, store, CardParts.ReadCard(fields), new(fields.Text("from")!), extra),
        "take_card_back.v1" => new TakeCardBack(
            key, at, store, CardParts.ReadCard(fields), new(fields.Text("to")!), fields.Text("why")!, extra),
        _ => null,
    };

    private static CardId Card(JsonElement fields) => new(fields.Text("card")!);

    private static Instant? End(JsonElement fields) =>
        fields.TryGetProperty("expiresAt", out var end) ? new Instant(end.GetInt64()) : null;

    private static void Money(Utf8JsonWriter writer, string name, decimal? money)
    {
        if (money is { } amount)
            writer.WriteNumber(name, amount);
    }

    private static decimal? Money(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var money) ? money.GetDecimal() : null;
}
