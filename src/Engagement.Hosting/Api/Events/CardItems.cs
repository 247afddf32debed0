using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Api.Events;

/// <summary>The items of an ingest that are about cards (docs/domain/cards.md).</summary>
internal static class CardItems
{
    private const int MostUses = 10_000;

    public static readonly string[] Types =
    [
        "card_issue", "card_renew", "card_topup", "card_use", "card_use_cancel", "card_freeze", "card_unfreeze", "card_refund", "card_transfer",
    ];

    /// <summary>The command of an item of this type; null if it is none of these.</summary>
    public static CardCommand? Read(string type, ItemFields fields, EventKey key, Instant? at, StoreId? store) => type switch
    {
        "card_issue" => new IssueCard(key, at, store, Card(fields), fields.Text("kind"), fields.Instant("expiresAt"))
        {
            Paid = fields.Money("paid"),
            Balance = fields.Money("balance"),
            Uses = fields.WholeIfAny("uses", 1, MostUses),
        },
        "card_renew" => new RenewCard(key, at, store, Card(fields), fields.Instant("expiresAt", required: true) ?? default)
        {
            Paid = fields.Money("paid"),
            Uses = fields.WholeIfAny("uses", 1, MostUses),
        },
        "card_topup" => new TopUpCard(key, at, store, Card(fields), fields.Money("amount", required: true, positive: true) ?? 0m),
        "card_use" => new UseCard(
            key,
            at,
            store,
            Card(fields),
            fields.Money("amount", positive: true),
            fields.WholeIfAny("uses", 1, MostUses),
            fields.Text("service"),
            fields.Text("device"),
            fields.Flag("visit", required: false) ?? true),
        "card_use_cancel" => new CancelCardUse(key, at, store, fields.Text("useId", required: true) ?? ""),
        "card_freeze" => new FreezeCard(key, at, store, Card(fields), fields.Text("reason")),
        "card_unfreeze" => new UnfreezeCard(key, at, store, Card(fields)),
        "card_refund" => new RefundCard(key, at, store, Card(fields), fields.Money("amount", positive: true)),
        "card_transfer" => new TransferCard(key, at, store, Card(fields), new(fields.Text("to", required: true) ?? "")),
        _ => null,
    };

    private static CardId Card(ItemFields fields) => new(fields.Text("card", required: true) ?? "");
}
