using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>Cards pay (docs/domain/cards.md).</summary>
internal static class CardUsing
{
    public static Taking Use(Rules rules, Member member, CardKind? kind, Card card, UseCard command, Instant at, StoreId? store)
    {
        if (card.Status == CardStatus.Refunded)
            return CardRefusal.Refunded;
        if (CardDecision.Closed(card, at) is { } closed)
            return closed;
        // Its uses are gone, whenever she may have wanted one.
        if (card is { Status: CardStatus.Expired, Form: CardForm.Count })
            return CardRefusal.Expired(card.ExpiresAt);
        if (!IsFor(kind, command.Service))
            return CardRefusal.NotUsableFor(command.Service);
        if (WrongFields(card, command) is { } wrong)
            return wrong;
        var uses = card.Form == CardForm.Count ? command.Uses ?? 1 : 1;
        var most = kind?.UsesPerDay ?? rules.Policy.Cards.UsesPerDay;
        if (UsedOn(card, at.LocalDate(rules.Zone), rules.Zone) + uses > most)
            return CardRefusal.UseLimit(most);

        var amount = command.Amount ?? 0m;
        ImmutableArray<CardPart> parts = [];
        var (owed, saved) = (0m, 0m);
        switch (card.Form)
        {
            case CardForm.StoredValue:
                var overdraft = Math.Max(kind?.Overdraft ?? 0m, Benefits.Entitlement.Overdraft(rules.Policy, member));
                if (card.Balance.Total - amount < -overdraft)
                    return CardRefusal.InsufficientBalance(Math.Max(0m, card.Balance.Total + overdraft));
                parts = Money(card, amount);
                saved = parts.Sum(part => part.Bonus);
                owed = amount - parts.Sum(part => part.Paid + part.Bonus);
                break;
            case CardForm.Count:
                if (card.Balance.Uses < uses)
                    return CardRefusal.NoUsesLeft(card.Balance.Uses);
                parts = Uses(card, uses);
                break;
            case CardForm.Discount:
                saved = Cents.Round(amount * (kind?.DiscountPercent ?? 0m) / 100m);
                break;
        }

        int? visit = command.IsVisit ? member.Acts.LastNumber + 1 : null;
        return new CardUsed(
            at, command.Key, store, card.Id, command.Service, amount, uses, parts, owed, saved, visit, command.Device, command.Extra);
    }

    /// <summary>Flags a use that came too soon after another of its card, or, told late, too soon before.</summary>
    public static Member Watch(Rules rules, Member member, MemberEvent happened, ImmutableArray<MemberEvent>.Builder events)
    {
        if (happened is not CardUsed used || member.Cards.FirstOrDefault(card => card.Id == used.Card) is not { } card)
            return member;
        var window = TimeSpan.FromSeconds(rules.Policy.Cards.SecondsBetweenUses);
        Instant? nearest = null;
        foreach (var other in card.Uses)
        {
            if (other.Id == used.Key.Id || window == TimeSpan.Zero || Apart(other.At, used.At) > window)
                continue;
            if (nearest is not { } known || Apart(other.At, used.At) <= Apart(known, used.At))
                nearest = other.At;
        }

        return nearest is not { } near ? member : Judgement.Append(
            member,
            new CardUseSuspicious(
                Instant.Later(used.At, member.LivedThrough), used.Card, Instant.Earlier(near, used.At), Instant.Later(near, used.At)),
            events);
    }

    private static TimeSpan Apart(Instant one, Instant other) => (one - other).Duration();

    private static bool IsFor(CardKind? kind, string? service) =>
        IsAmong(kind?.Services ?? [], service) && IsAmong(kind?.Categories ?? [], service);

    private static bool IsAmong(ImmutableArray<string> words, string? service) =>
        words.IsEmpty || (service is not null && words.Contains(service));

    private static Rejection? WrongFields(Card card, UseCard command)
    {
        var takesMoney = card.Form is CardForm.StoredValue or CardForm.Discount;
        if (takesMoney && command.Amount is null)
            return CardRefusal.Missing("amount", "a card that holds money or gives a discount needs it");
        if (!takesMoney && command.Amount is not null)
            return CardRefusal.Field("amount", "is for cards that hold money or give a discount");
        if (command.Uses is not null && card.Form != CardForm.Count)
            return CardRefusal.Field("uses", "is for count cards only");
        return command.Uses <= 0 || command.Amount <= 0m || !Cents.Are(command.Amount ?? 0m) ? CardRefusal.NotCents : null;
    }

    private static int UsedOn(Card card, DateOnly day, TimeZoneInfo zone) =>
        card.Uses.Where(use => use.At.LocalDate(zone) == day).Sum(use => use.Uses);

    // The oldest top-up first, and of each her own money before what was given on top: a bonus is earned by spending.
    private static ImmutableArray<CardPart> Money(Card card, decimal amount)
    {
        var parts = ImmutableArray.CreateBuilder<CardPart>();
        foreach (var lot in card.Lots)
        {
            var paid = Math.Min(lot.PaidLeft, amount);
            var bonus = Math.Min(lot.BonusLeft, amount - paid);
            if (paid + bonus > 0m)
                parts.Add(new(lot.Number, paid, bonus, 0));
            amount -= paid + bonus;
        }

        return parts.ToImmutable();
    }

    private static ImmutableArray<CardPart> Uses(Card card, int uses)
    {
        var parts = ImmutableArray.CreateBuilder<CardPart>();
        foreach (var lot in card.Lots)
        {
            var taken = Math.Min(lot.UsesLeft, uses);
            if (taken > 0)
                parts.Add(new(lot.Number, 0m, 0m, taken));
            uses -= taken;
        }

        return parts.ToImmutable();
    }
}
