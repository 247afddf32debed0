using Engagement.Domain.Benefits;
using Engagement.Domain.Families;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Referral;
using Engagement.Domain.Tiers;
using Engagement.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Journal.Tests.Formats;

/// <summary>What happens to points, tiers, benefits, families and referrals, and what members remember of it.</summary>
internal sealed class MembershipHappenings(Gen<Instant> instants, Gen<string> words, Gen<int> numbers)
{
    private static readonly Gen<bool> Either = Gen.Elements(true, false);

    private static readonly Gen<PointsTerms> Terms =
        from months in Gen.Choose(0, 120)
        from days in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 365))
        select new PointsTerms(months, days);

    /// <summary>Terms, or the usual ones, of which an event says nothing.</summary>
    public static readonly Gen<PointsTerms?> MaybeTerms = Gen.OneOf(Gen.Constant<PointsTerms?>(null), Terms.Select(terms => (PointsTerms?)terms));

    private static readonly Gen<long> Points = Gen.OneOf(Gen.Choose(1, 999).Select(points => (long)points), Gen.Constant(long.MaxValue / 4));

    private static readonly Gen<decimal> Money = Gen.Choose(0, int.MaxValue).Select(units => units / 100m);

    private readonly Gen<MemberId> _people = words.Select(word => new MemberId(word));

    private Gen<PointsPart> Parts =>
        from at in instants
        from purchase in Gen.OneOf(Gen.Constant(0), numbers)
        from points in Points
        select new PointsPart(at, purchase, points);

    private Gen<TierReason> Reasons =>
        from code in words
        from amount in Gen.OneOf(Gen.Constant<decimal?>(null), Money.Select(amount => (decimal?)amount))
        from days in Gen.OneOf(Gen.Constant<int?>(null), numbers.Select(days => (int?)days))
        select new TierReason(code, amount, days);

    /// <summary>Acts; key, store and extra fields come from whoever makes acts.</summary>
    public Gen<Func<Instant, EventKey, StoreId?, string?, ActEvent>> Acts =>
        from word in words
        from person in _people
        from staff in words
        from points in Points
        from money in Money
        from number in numbers
        from either in Either
        from kind in Gen.Choose(0, 7)
        select (Func<Instant, EventKey, StoreId?, string?, ActEvent>)((at, key, place, extra) => kind switch
        {
            0 => new PointsRedeemed(at, key, place, points, money, null, 1, extra),
            1 => new PointsRedeemed(at, key, place, points, 0m, word, number, extra),
            2 => new PointsAdjusted(at, key, place, either ? points : -points, word, new(staff), extra),
            3 => new TierInvited(at, key, place, word, either, extra),
            4 => new BenefitUsed(at, key, place, word, either ? person : null, either ? null : number, extra),
            5 => new FamilyAsked(at, key, place, person, extra),
            6 => new FamilyDismissed(at, key, place, person, extra),
            _ => new FamilyLeft(at, key, place, person, extra),
        });

    public Gen<MemberEvent> Changes =>
        from at in instants
        from to in instants
        from word in words
        from person in _people
        from parts in Gen.ListOf(Parts)
        from reason in Reasons
        from points in Points
        from money in Money
        from number in numbers
        from either in Either
        from kind in Gen.Choose(0, 18)
        let maybe = either ? word : null
        select (MemberEvent)(kind switch
        {
            0 => new PointsExpired(at, parts.Aggregate(0L, (sum, part) => unchecked(sum + part.Points)), [.. parts]),
            1 => new TierChanged(at, maybe, either ? null : word, reason, either ? null : to),
            2 => new TierKept(at, word, to),
            3 => new TierAtRisk(at, word, maybe, to),
            4 => new GiftPackGiven(at, word, money, maybe),
            5 => new FamilyGrown(at, person),
            6 => new FamilyShrunk(at, person, word),
            7 => new FamilyJoined(at, person),
            8 => new FamilyDeclined(at, person, word),
            9 => new FamilyParted(at, person),
            10 => new ReferralClaimed(at, person) { Since = either ? to : null },
            11 => new ReferralConfirmed(at, person),
            12 => new ReferralRefused(at, person, word),
            13 => new ReferralRewarded(at, person, number, points, number),
            14 => new ReferralRewardReturned(at, person, points, number),
            15 => new FriendWelcomed(at, person),
            16 => new FriendRefused(at, person, word),
            17 => new FriendRewarded(at, person, points, number),
            _ => new FriendRewardReturned(at, person, points, number),
        });

    private Gen<PointsLedger> Ledgers =>
        from lots in Gen.ListOf(
            from at in instants
            from left in Points
            from purchase in Gen.OneOf(Gen.Constant(0), numbers)
            from terms in Gen.OneOf(Gen.Constant(PointsTerms.Usual), Terms)
            select new PointsLot(at, left, purchase, terms))
        from debt in Points
        from earned in Gen.OneOf(Gen.Constant(0L), Points)
        select lots.Count == 0 ? new PointsLedger { Debt = debt, Earned = earned } : new() { Lots = [.. lots], Earned = earned };

    private Gen<TierState> Tiers =>
        from name in Gen.OneOf(Gen.Constant<string?>(null), words.Select(word => (string?)word))
        from since in instants
        from until in instants
        from risk in Either
        from invitations in Gen.ListOf(words)
        from spent in Gen.OneOf(Gen.Constant(0m), Money)
        from orders in numbers
        select new TierState { Name = name, Since = since, Until = until, IsAtRisk = risk, Invitations = [.. invitations], Spent = spent, Orders = orders };

    private Gen<ReferralState> Referrals =>
        from referrer in _people
        from standing in Gen.Elements(Enum.GetValues<ReferralStanding>())
        from purchase in numbers
        from points in Points
        from round in numbers
        from friends in Gen.ListOf(
            from person in _people
            from at in instants
            from round in numbers
            from points in Points
            from bought in Either
            select new Friend(person, at, round, points, bought))
        let mine = ReferralState.None with { Friends = [.. friends], Bought = friends.Count(friend => friend.HasBought) }
        select standing == ReferralStanding.None ? mine : mine with
        {
            Referrer = referrer,
            Standing = standing,
            RewardedPurchase = purchase,
            RewardedPoints = points,
            Round = round,
        };

    private Gen<Family> Families =>
        from head in _people
        from isHead in Either
        from relatives in Gen.ListOf(_people.SelectMany(_ => Either, (person, agreed) => new Relative(person, agreed)))
        select isHead ? new Family { Relatives = [.. relatives] } : new() { Head = head };

    /// <summary>A member with whatever may be remembered of all this.</summary>
    public Gen<Member> On(Gen<Member> members) =>
        from member in members
        from since in Gen.OneOf(Gen.Constant<Instant?>(null), instants.Select(at => (Instant?)at))
        from ledger in Ledgers
        from tier in Gen.OneOf(Gen.Constant(TierState.None), Tiers)
        from referral in Gen.OneOf(Gen.Constant(ReferralState.None), Referrals)
        from family in Gen.OneOf(Gen.Constant(Family.None), Families)
        from taken in Gen.ListOf(words.SelectMany(_ => instants, (benefit, at) => new BenefitTaken(benefit, at)))
        select member with
        {
            MemberSince = since,
            Ledger = ledger,
            Tier = tier,
            Referral = referral,
            Family = family,
            BenefitsTaken = [.. taken],
        };
}
