using System.Collections.Immutable;
using Engagement.Domain.Cards;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;

namespace Engagement.Domain.Purchases;

/// <summary>
/// A member's counted acts (消费, docs/domain §3) that no refund has taken out of the count, oldest first. What no window
/// and no refund can reach any more is remembered as <see cref="Forgotten"/> only, so that a member's memory stays small.
/// </summary>
public sealed record CountedActs
{
    /// <summary>How long a purchase can be refunded: three years.</summary>
    public static readonly TimeSpan Refundable = TimeSpan.FromDays(3 * 366);

    private static readonly TimeSpan Countable = TimeSpan.FromDays(PolicyValidation.LongestWindowDays + 1);

    public static readonly CountedActs None = new();

    public ImmutableArray<CountedAct> Recent { get; init; } = [];

    /// <summary>What is left of the acts that are no longer in <see cref="Recent"/>.</summary>
    public ForgottenActs Forgotten { get; init; }

    /// <summary>The number that the latest act was given.</summary>
    public int LastNumber { get; init; }

    /// <summary>Order numbers whose purchases are refunded in full: the latest few, so that a repeat is told apart from an error.</summary>
    public ImmutableArray<string> RefundedOrders { get; init; } = [];

    /// <summary>The last counted act, the one that recency is measured from; null if there is none.</summary>
    public Instant? Last => Recent.Length == 0 ? Forgotten.Last
        : Forgotten.Last is { } forgotten ? Instant.Later(Recent[^1].At, forgotten)
        : Recent[^1].At;

    /// <summary>The act that has <paramref name="place"/> − 1 later ones; null if there are not so many.</summary>
    public CountedAct? FromLatest(int place) => Recent.Length >= place ? Recent[^place] : null;

    /// <summary>Whether what happened is a counted act: a purchase, or a visit, also one paid from a card.</summary>
    public static bool Counts(MemberEvent happened) => happened is Purchased or Visited or CardUsed { Visit: not null };

    internal CountedActs Add(CountedAct act)
    {
        var index = Recent.Length;
        while (index > 0 && Recent[index - 1].At > act.At)
            index--;
        return (this with { Recent = Recent.Insert(index, act), LastNumber = act.Number }).Forget();
    }

    internal CountedActs TakeBack(ImmutableArray<RefundedPart> parts)
    {
        var recent = Recent.ToBuilder();
        var orders = RefundedOrders;
        foreach (var part in parts)
        {
            var index = recent.FindIndexOf(part.Number);
            if (index < 0)
                continue;
            var act = recent[index];
            if (part.Whole)
            {
                recent.RemoveAt(index);
                if (act.OrderId is { } order)
                    orders = orders.Length < 16 ? orders.Add(order) : orders.RemoveAt(0).Add(order);
            }
            else
            {
                var payment = act.Payment!;
                recent[index] = act with
                {
                    Payment = payment with { Refunded = payment.Refunded + part.Amount, Points = payment.Points - part.Points },
                };
            }
        }

        return this with { Recent = recent.ToImmutable(), RefundedOrders = orders };
    }

    /// <summary>What expired of a purchase's points no refund takes back any more.</summary>
    internal CountedActs LosePoints(ImmutableArray<Points.PointsPart> parts)
    {
        var recent = Recent.ToBuilder();
        foreach (var part in parts)
        {
            if (part.Purchase > 0 && recent.FindIndexOf(part.Purchase) is >= 0 and var index && recent[index].Payment is { } payment)
                recent[index] = recent[index] with { Payment = payment with { Points = payment.Points - part.Points } };
        }

        return this with { Recent = recent.ToImmutable() };
    }

    private CountedActs Forget()
    {
        var latest = Last!.Value;
        if (Recent[0].At > latest - Countable)
            return this;
        var kept = Recent.RemoveAll(act => act.At <= latest - (act.IsPurchase ? Refundable : Countable));
        if (kept.Length == Recent.Length)
            return this;
        var forgotten = Recent.Where(act => act.At <= latest - (act.IsPurchase ? Refundable : Countable));
        return this with { Recent = kept, Forgotten = Forgotten.Add(forgotten, kept) };
    }

    // Record equality compares arrays by reference; a member's memory is equal when it holds the same.
    public bool Equals(CountedActs? other) =>
        other is not null && Forgotten == other.Forgotten && LastNumber == other.LastNumber
        && Recent.AsSpan().SequenceEqual(other.Recent.AsSpan())
        && RefundedOrders.AsSpan().SequenceEqual(other.RefundedOrders.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Recent.Length, Forgotten, LastNumber);
}

file static class Search
{
    public static int FindIndexOf(this ImmutableArray<CountedAct>.Builder acts, int number)
    {
        for (var index = acts.Count - 1; index >= 0; index--)
        {
            if (acts[index].Number == number)
                return index;
        }

        return -1;
    }
}
