using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Recall;

/// <summary>
/// What a member remembers act by act, and for how long: only that can a segment ask of a window (docs/domain/campaigns.md).
/// </summary>
public static class ActsRemembered
{
    public const string Purchase = "purchase";

    public const string Visit = "visit";

    public const string CheckIn = "checkin";

    public const string CardUse = "card_use";

    /// <summary>All types that can be asked for.</summary>
    public static readonly IReadOnlyList<string> Types = [Purchase, Visit, CheckIn, CardUse];

    /// <summary>
    /// The most uses that can be asked for: a card remembers its latest 32, of which some may be cancelled and those before them are
    /// gone all the same.
    /// </summary>
    public const int MostCardUses = 16;

    /// <summary>The longest window, in days, in which acts of <paramref name="type"/> can be counted.</summary>
    public static int LongestWindowDays(string type) => type == CheckIn ? 365 : PolicyValidation.LongestWindowDays;

    internal static bool Holds(ActsWanted wanted, Rules rules, Member member, Instant at)
    {
        var from = at - TimeSpan.FromDays(wanted.WithinDays);
        var (count, sum) = wanted.Type switch
        {
            Purchase => Counted(member, from, at, isPurchase: true),
            Visit => Counted(member, from, at, isPurchase: false),
            CheckIn => (SignedIn(member, at.LocalDate(rules.Zone), wanted.WithinDays), 0m),
            CardUse => (Used(member, from, at), 0m),
            _ => throw new ArgumentOutOfRangeException(nameof(wanted), wanted.Type, "no member remembers such acts"),
        };
        return !(count < wanted.AtLeast) && !(count > wanted.AtMost) && !(sum < wanted.SumFrom);
    }

    private static (int Count, decimal Sum) Counted(Member member, Instant from, Instant at, bool isPurchase)
    {
        var (count, sum) = (0, 0m);
        var acts = member.Acts.Recent;
        for (var index = acts.Length - 1; index >= 0 && acts[index].At > from; index--)
        {
            if (acts[index].At > at || acts[index].IsPurchase != isPurchase)
                continue;
            count++;
            sum += acts[index].Paid;
        }

        return (count, sum);
    }

    private static int SignedIn(Member member, DateOnly today, int days)
    {
        var first = today.AddDays(1 - days);
        var count = member.Streak.LateDays.Count(day => day >= first && day <= today);
        foreach (var run in member.Streak.Runs)
        {
            var (from, to) = (run.First > first ? run.First : first, run.Last < today ? run.Last : today);
            if (from <= to)
                count += to.DayNumber - from.DayNumber + 1 - run.Frozen.Count(day => day >= from && day <= to);
        }

        return count;
    }

    private static int Used(Member member, Instant from, Instant at)
    {
        var count = 0;
        foreach (var card in member.Cards)
            count += card.Uses.Count(use => use.At > from && use.At <= at);
        return count;
    }
}
