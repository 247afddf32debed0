using System.Globalization;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>Why something cannot be done with a card.</summary>
internal static class CardRefusal
{
    public static readonly Rejection UnknownKind =
        new("unknown_kind", "the policy knows nothing of this card's kind: it has an end and nothing else");

    public static readonly Rejection WrongForm = new("wrong_form", "only a stored-value card can be topped up");

    public static readonly Rejection NotRefundable = new("not_refundable", "only stored-value and count cards are given money back for");

    public static readonly Rejection NothingToRefund = new("nothing_to_refund", "nothing that she paid is left on this card");

    public static readonly Rejection Frozen = new("card_frozen", "this card is frozen");

    public static readonly Rejection NotFrozen = new("not_frozen", "this card is not frozen");

    public static readonly Rejection Refunded = new("card_refunded", "what was on this card has been given back");

    public static readonly Rejection InDebt = new("card_in_debt", "this card's balance is below zero");

    public static readonly Rejection SameMember = new("same_member", "the card is hers already");

    public static readonly Rejection NotCents = new("invalid_field", "money on a card is in whole cents");

    public static readonly Rejection TooManyLots =
        new("too_many_lots", $"a card can hold what is left of at most {Card.MostLots} top-ups or renewals");

    public static Rejection NotYet(Instant since) => new("not_yet_issued", $"this card is hers since {since} only");

    public static Rejection Expired(Instant? end) => new("card_expired", end is null ? "this card has ended" : $"this card ended at {end}");

    public static Rejection InsufficientBalance(decimal most) =>
        new("insufficient_balance", $"at most {Text(most)} can be taken from this card");

    public static Rejection NoUsesLeft(int left) =>
        new("no_uses_left", left == 0 ? "no use is left on this card" : $"only {left} uses are left on this card");

    public static Rejection UseLimit(int most) => new("use_limit", $"a card can be used at most {most} times a day");

    public static Rejection NotUsableFor(string? service) => new(
        "not_usable_for", service is null ? "say for which 'service': this card is not for all of them" : $"this card is not for '{service}'");

    public static Rejection UnknownUse(string id) => new("unknown_use", $"no card of hers has a use '{id}' that could be cancelled");

    public static Rejection Field(string name, string why) => new("invalid_field", $"'{name}' {why}");

    public static Rejection Missing(string name, string why) => new("missing_field", $"'{name}' is missing: {why}");

    private static string Text(decimal money) => money.ToString("0.00", CultureInfo.InvariantCulture);
}
