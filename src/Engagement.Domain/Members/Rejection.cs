using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Domain.Members;

/// <summary>A refusal that was to be expected: a stable code for programs and a sentence for people.</summary>
public sealed record Rejection(string Code, string Detail)
{
    public static readonly Rejection RefundOfNothing =
        new("missing_field", "a refund needs 'orderId' or 'amount'");

    public static Rejection InFuture(Instant at, Instant now) =>
        new("in_future", $"'at' is {at}, more than 5 minutes after {now}");

    /// <summary>The code of <see cref="UnknownStore"/>.</summary>
    public const string UnknownStoreCode = "unknown_store";

    public static Rejection UnknownStore(string store) =>
        new(UnknownStoreCode, $"the chain has no store '{store}'");

    public static Rejection UnknownOrder(string order) =>
        new("unknown_order", $"this member has no purchase with order '{order}' that could be refunded");

    public static Rejection AlreadyRefunded(string order) =>
        new("already_refunded", $"order '{order}' has been refunded in full");

    public static Rejection RefundExceedsOrder(string order, decimal left) =>
        new("refund_exceeds_order", $"only {left.ToString(CultureInfo.InvariantCulture)} of order '{order}' is left to refund");

    public static Rejection RefundExceedsPurchases(decimal left) => new(
        "refund_exceeds_purchases",
        $"only {left.ToString(CultureInfo.InvariantCulture)} of this member's earlier purchases is left to refund");

    /// <summary>Another has the task; who, is told.</summary>
    public static Rejection AlreadyClaimed(StaffId by) => new("already_claimed", $"{by} has this task");

    public static readonly Rejection NotClaimed = new("not_claimed", "claim the task first");

    public static readonly Rejection TaskClosed = new("task_closed", "this task is closed");

    public static readonly Rejection UnknownTask = new("unknown_task", "this member has no such task");

    public static readonly Rejection SnoozedIntoThePast = new("invalid_field", "'until' must be later than now");

    public static readonly Rejection UnknownMember = new("unknown_member", "there is no such member");

    /// <summary>She was forgotten (docs/domain/erasure.md).</summary>
    public static readonly Rejection MemberErased = new("member_erased", "this member was erased");

    public static Rejection CardExists(CardId card) => new("card_exists", $"this member has card '{card}' already");

    public static Rejection UnknownCard(CardId card) => new("unknown_card", $"this member has no card '{card}'");

    public static Rejection TooManyCards(int most) => new("too_many_cards", $"a member can hold at most {most} cards");

    public static Rejection EndsBefore(Instant? end) => new(
        "invalid_field", end is null ? "this card has no end that could be put off" : $"'expiresAt' must be later than {end}");

    public static Rejection IdReused(string id) =>
        new("id_reused", $"id '{id}' has been taken before with other content");
}
