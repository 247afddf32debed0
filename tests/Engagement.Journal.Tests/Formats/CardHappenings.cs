using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Journal.Tests.Formats;

/// <summary>What may happen with cards, with whatever may be in it, and the cards that are left by it.</summary>
internal static class CardHappenings
{
    private static readonly Gen<string> Words = Gen.Elements("C-7", "次卡", "a \"b\" \\ \n", "💧", "");

    private static readonly Gen<string?> MaybeWords = Gen.OneOf(Gen.Constant<string?>(null), Words.Select(word => (string?)word));

    private static readonly Gen<decimal> Money = Gen.OneOf(
        Gen.Constant(0m), Gen.Choose(0, int.MaxValue).Select(cents => cents / 100m), Gen.Constant(1_000_000_000_000m));

    private static readonly Gen<Instant> Instants = Gen.Choose(-1_000_000, 40_000_000).Select(part => new Instant(part * 99_999_999L));

    private static readonly Gen<Instant?> MaybeInstants = Gen.OneOf(Gen.Constant<Instant?>(null), Instants.Select(at => (Instant?)at));

    private static readonly Gen<CardPart> Parts =
        from lot in Gen.Choose(1, 99)
        from paid in Money
        from bonus in Money
        from uses in Gen.Choose(0, 3)
        select new CardPart(lot, paid, bonus, uses);

    private static readonly Gen<CardLot> Lots =
        from number in Gen.Choose(1, 99)
        from at in Instants
        from money in Gen.ArrayOf(Money, 5)
        from steps in Gen.ArrayOf(from start in Money from bonus in Money select new BonusStep(start, bonus))
        from uses in Gen.Choose(0, 10)
        from used in Gen.Choose(0, 10)
        select new CardLot(number, at, money[0])
        {
            PaidUsed = money[1],
            GivenBack = money[2],
            Bonus = money[3],
            BonusUsed = money[4],
            Steps = [.. steps],
            Uses = uses,
            UsesUsed = used,
        };

    private static readonly Gen<CardLot?> MaybeLots = Gen.OneOf(Gen.Constant<CardLot?>(null), Lots.Select(lot => (CardLot?)lot));

    private static readonly Gen<CardUse> Uses =
        from id in Words
        from at in Instants
        from uses in Gen.Choose(1, 5)
        from parts in Gen.ArrayOf(Parts)
        from owed in Money
        from saved in Money
        from visit in Gen.Choose(0, 9)
        select new CardUse(id, at, uses, [.. parts], owed, saved, visit == 0 ? null : visit);

    private static readonly Gen<Card> Full =
        from id in Words
        from kind in MaybeWords
        from end in MaybeInstants
        from form in Gen.Elements(Enum.GetValues<CardForm>())
        from status in Gen.Elements(Enum.GetValues<CardStatus>())
        from since in Instants
        from frozen in MaybeInstants
        from number in Gen.Choose(0, 99)
        from owed in Money
        from saved in Money
        from lots in Gen.ArrayOf(Lots)
        from uses in Gen.ArrayOf(Uses)
        select new Card(new(id), kind, end)
        {
            Form = form,
            Status = status,
            Since = since,
            FrozenSince = frozen,
            LastLot = number,
            Owed = owed,
            Saved = saved,
            SuspiciousUses = number / 9,
            Lots = [.. lots],
            Uses = [.. uses],
        };

    /// <summary>Cards with all that may be on them, and such as have an end only.</summary>
    public static readonly Gen<Card> Cards = Gen.OneOf(
        Full, from id in Words from kind in MaybeWords from end in MaybeInstants select new Card(new(id), kind, end));

    public static readonly Gen<ActEvent> Acts =
        from at in Instants
        from id in Words
        from store in MaybeWords
        from extra in Gen.Elements(null, "{}", """{"till":7e2}""")
        from word in MaybeWords
        from end in MaybeInstants
        from lot in Lots
        from maybe in MaybeLots
        from parts in Gen.ArrayOf(Parts)
        from money in Gen.ArrayOf(Money, 3)
        from whole in Cards
        from number in Gen.Choose(0, 9)
        from kind in Gen.Choose(0, 11)
        let key = new EventKey(id, new((UInt128)number << 77))
        let place = store is null ? (StoreId?)null : new StoreId(store)
        let card = new CardId(id)
        let visit = number == 0 ? (int?)null : number
        let form = (CardForm)(number % 4)
        select (ActEvent)(kind switch
        {
            0 => new CardIssued(at, key, place, card, word, end, extra) { Form = form, Paid = money[0], Opening = maybe },
            1 => new CardRenewed(at, key, place, card, end ?? at, extra) { Paid = money[0], Added = maybe },
            2 => new CardToppedUp(at, key, place, card, lot, extra),
            3 => new CardUsed(at, key, place, card, word, money[0], number, [.. parts], money[1], money[2], visit, word, extra),
            4 => new CardUseCancelled(at, key, place, card, id, [.. parts], money[0], maybe, money[1], visit, extra),
            5 => new CardFrozen(at, key, place, card, word, extra),
            6 => new CardUnfrozen(at, key, place, card, end, extra),
            7 => new CardRefunded(
                at, key, place, card, money[0], [.. parts.Select(part => new CardRefundPart(part.Lot, part.Paid, part.Bonus, money[1], part.Uses))], extra),
            8 => new CardSent(at, key, place, whole, new(id), extra),
            9 => new CardReceived(at, key, place, whole, new(id), extra),
            10 => new CardTurnedAway(at, key, place, whole, new(id), "card_exists", extra),
            _ => new CardCameBack(at, key, place, whole, new(id), "too_many_cards", extra),
        });

    public static readonly Gen<MemberEvent> Changes =
        from at in Instants
        from first in Instants
        from id in Words
        from paid in Money
        from bonus in Money
        from uses in Gen.Choose(0, 3)
        from isFlag in Gen.Elements(true, false)
        select isFlag
            ? (MemberEvent)new CardUseSuspicious(at, new(id), first, at)
            : new CardExpired(at, new(id), paid, bonus, uses);
}
