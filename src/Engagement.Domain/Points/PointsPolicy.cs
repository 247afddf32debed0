using System.Collections.Immutable;

namespace Engagement.Domain.Points;

/// <summary>What acts earn, in points (docs/domain §6).</summary>
public sealed record PointsPolicy
{
    /// <summary>Points for each whole unit of the currency paid. Default 1.</summary>
    public decimal PerCurrencyUnit { get; init; } = 1m;

    /// <summary>Points for the sign-in of a day. Default 1.</summary>
    public int SignIn { get; init; } = 1;

    /// <summary>Points on top for every so-many-th day of a streak. Default 50.</summary>
    public int StreakBonus { get; init; } = 50;

    /// <summary>Every how many days of a streak the bonus is due. Default 7.</summary>
    public int StreakBonusEveryDays { get; init; } = 7;

    /// <summary>How many calendar months after they were earned points expire; 0 for never. Default 12.</summary>
    public int ExpireAfterMonths { get; init; } = 12;

    /// <summary>For how many days the points of a purchase cannot be spent, as it may still be refunded. Default 0.</summary>
    public int PendingDays { get; init; }

    /// <summary>How many points pay one unit of the currency of a fee. Default 100.</summary>
    public int PointsPerFeeUnit { get; init; } = 100;

    /// <summary>What can be had for points, by name. Default: nothing.</summary>
    public ImmutableSortedDictionary<string, Goods> Goods { get; init; } =
        ImmutableSortedDictionary<string, Goods>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Points for behaviours by name.</summary>
    public ImmutableSortedDictionary<string, ActRule> Acts { get; init; } = new Dictionary<string, ActRule>
    {
        ["comment"] = new(5),
        ["share"] = new(10),
        ["profile_completed"] = new(100, Once: true),
        ["course_completed"] = new(100),
        ["exam_passed"] = new(200),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The points a payment earns: only whole units of the currency count.</summary>
    public long ForPayment(decimal amount) => ForPayment(amount, PerCurrencyUnit);

    internal static long ForPayment(decimal amount, decimal perUnit) => (long)Math.Floor(Math.Floor(amount) * perUnit);

    /// <summary>On which terms points are earned now; null for the usual ones.</summary>
    /// <param name="ofPurchase">They come of money that may still be given back.</param>
    internal PointsTerms? TermsNow(bool ofPurchase)
    {
        var pending = ofPurchase ? PendingDays : 0;
        return ExpireAfterMonths == PointsTerms.Usual.ValidMonths && pending == 0 ? null : new(ExpireAfterMonths, pending);
    }

    /// <summary>The bonus that a run has earned by the time it is <paramref name="length"/> days long.</summary>
    internal long StreakBonusOf(int length) => length / StreakBonusEveryDays * (long)StreakBonus;

    // Compared by what it says: two policies read from the same document are equal.
    public bool Equals(PointsPolicy? other) =>
        other is not null && PerCurrencyUnit == other.PerCurrencyUnit && SignIn == other.SignIn
        && StreakBonus == other.StreakBonus && StreakBonusEveryDays == other.StreakBonusEveryDays
        && ExpireAfterMonths == other.ExpireAfterMonths && PendingDays == other.PendingDays
        && PointsPerFeeUnit == other.PointsPerFeeUnit && Goods.SequenceEqual(other.Goods) && Acts.SequenceEqual(other.Acts);

    public override int GetHashCode() => HashCode.Combine(PerCurrencyUnit, SignIn, StreakBonus, StreakBonusEveryDays, Acts.Count);
}

/// <summary>Something that can be had for points.</summary>
/// <param name="Points">How many for one of it.</param>
/// <param name="Title">What people call it.</param>
public sealed record Goods(int Points, string? Title = null);

/// <summary>What one behaviour earns.</summary>
/// <param name="Points">Points each time.</param>
/// <param name="Once">Only the first time.</param>
public sealed record ActRule(int Points, bool Once = false);
