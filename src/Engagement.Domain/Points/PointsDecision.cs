using System.Globalization;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Points;

internal static class PointsDecision
{
    public static Taking Decide(Rules rules, Member member, RedeemPoints command, Instant at, Identity.StoreId? store)
    {
        var policy = rules.Policy.Points;
        long points;
        var worth = 0m;
        if (command.Goods is { } name)
        {
            if (!policy.Goods.TryGetValue(name, out var goods))
                return new Rejection("unknown_goods", $"the catalogue has no '{name}'");
            points = goods.Points * (long)command.Count;
        }
        else
        {
            points = command.Points ?? 0;
            // What is worth less than the smallest coin is nobody's.
            worth = Math.Round((decimal)points / policy.PointsPerFeeUnit, 2, MidpointRounding.ToZero);
        }

        // A late act spends what is there now.
        var usable = member.Ledger.UsableAt(Instant.Later(at, member.LivedThrough));
        if (points > usable)
        {
            return new Rejection(
                "insufficient_points",
                string.Create(CultureInfo.InvariantCulture, $"{points} points are needed and {usable} can be spent"));
        }

        return new PointsRedeemed(at, command.Key, store, points, worth, command.Goods, command.Goods is null ? 1 : command.Count, command.Extra);
    }

    public static PointsAdjusted Decide(AdjustPoints command, Instant at, Identity.StoreId? store) =>
        new(at, command.Key, store, command.Points, command.Reason, command.By, command.Extra);

    public static PointsLedger Evolve(Member member, PointsRedeemed redeemed) => member.Ledger.Spend(member.LivedThrough, redeemed.Points);

    public static PointsLedger Evolve(Member member, PointsAdjusted adjusted) => adjusted.Points >= 0
        ? member.Ledger.Earn(adjusted.At, adjusted.Points, 0, adjusted.Terms)
        : member.Ledger.Spend(member.LivedThrough, -adjusted.Points);

    public static Member Evolve(Member member, PointsExpired expired) => member with
    {
        Ledger = member.Ledger.Expire(expired.At, expired.Parts),
        Acts = member.Acts.LosePoints(expired.Parts),
    };
}
