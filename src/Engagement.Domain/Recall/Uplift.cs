namespace Engagement.Domain.Recall;

/// <summary>Those who entered a playbook or campaign and were treated, or were left alone, and what became of them.</summary>
/// <param name="Entered">How many there are.</param>
/// <param name="Returned">How many of them came back.</param>
/// <param name="Revenue">What all of them paid, in the chain's currency.</param>
/// <param name="Squares">The squares of what each of them paid, summed.</param>
public sealed record Arm(long Entered, long Returned, decimal Revenue, decimal Squares)
{
    /// <summary>The share of them that came back, 0 to 1; null where there is nobody.</summary>
    public double? ReturnRate => Entered > 0 ? Math.Min(1, (double)Returned / Entered) : null;

    /// <summary>What they paid on average; null where there is nobody.</summary>
    public decimal? RevenuePerMember => Entered > 0 ? Revenue / Entered : null;
}

/// <summary>A difference as measured, and between what it truly lies 95 times of 100 when so measured.</summary>
public sealed record Difference(double Value, double Low, double High)
{
    /// <summary>Whether chance alone is no likely reason: no difference at all lies outside.</summary>
    public bool IsConclusive => Low > 0 || High < 0;
}

/// <summary>What a playbook or campaign brought: the treated against those left alone (docs/domain §9).</summary>
public static class Uplift
{
    /// <summary>The point of the normal distribution between whose two signs 95 of 100 lie.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>
    /// How many more of the treated came back, as a difference of shares, with Newcombe's hybrid score interval (R. G. Newcombe,
    /// Statistics in Medicine 17, 1998, 873-890, method 10): it holds for small groups and for shares near 0 and 1, and never
    /// leaves −1 to 1. Null where nobody is in one of the arms.
    /// </summary>
    public static Difference? OfReturnRate(Arm treated, Arm heldOut)
    {
        ArgumentNullException.ThrowIfNull(treated);
        ArgumentNullException.ThrowIfNull(heldOut);
        if (treated.ReturnRate is not { } left || heldOut.ReturnRate is not { } right)
            return null;
        var (leftLow, leftHigh) = Wilson(left, treated.Entered);
        var (rightLow, rightHigh) = Wilson(right, heldOut.Entered);
        var difference = left - right;
        return new(
            difference,
            difference - double.Hypot(left - leftLow, rightHigh - right),
            difference + double.Hypot(leftHigh - left, right - rightLow));
    }

    /// <summary>
    /// How much more a treated member paid on average, in the chain's currency, with Welch's interval, which does not suppose
    /// that both arms vary alike. Null where an arm has fewer than two members, or where in neither of them two paid differently:
    /// then nothing is known of chance.
    /// </summary>
    public static Difference? OfRevenue(Arm treated, Arm heldOut)
    {
        ArgumentNullException.ThrowIfNull(treated);
        ArgumentNullException.ThrowIfNull(heldOut);
        if (treated.Entered < 2 || heldOut.Entered < 2)
            return null;
        var (left, right) = (ErrorOfMean(treated), ErrorOfMean(heldOut));
        if (left + right <= 0)
            return null;
        var freedom = (left + right) * (left + right)
            / (left * left / (treated.Entered - 1) + right * right / (heldOut.Entered - 1));
        var difference = (double)(treated.RevenuePerMember!.Value - heldOut.RevenuePerMember!.Value);
        var reach = Student(freedom) * Math.Sqrt(left + right);
        return new(difference, difference - reach, difference + reach);
    }

    /// <summary>Wilson's score interval of a share of <paramref name="count"/>.</summary>
    private static (double Low, double High) Wilson(double share, long count)
    {
        var square = Z * Z;
        var middle = 2 * count * share + square;
        var reach = Z * Math.Sqrt(square + 4 * count * share * (1 - share));
        var whole = 2 * (count + square);
        return ((middle - reach) / whole, (middle + reach) / whole);
    }

    // The squared standard error. Squares are of whole units, so that among members who all paid alike it may miss 0 from below.
    private static double ErrorOfMean(Arm arm)
    {
        var count = (double)arm.Entered;
        var mean = (double)arm.Revenue / count;
        return Math.Max(0, ((double)arm.Squares - count * mean * mean) / (count - 1)) / count;
    }

    /// <summary>
    /// The same point of Student's distribution: Fisher's expansion about the normal one, off by less than 0.004 from 3 degrees of
    /// freedom on. Below, where it is no good, the tables' values for whole degrees, the wider for those between.
    /// </summary>
    private static double Student(double freedom)
    {
        switch (freedom)
        {
            case < 2:
                return 12.7062;
            case < 3:
                return 4.3027;
        }

        var square = Z * Z;
        var first = Z * (square + 1) / 4;
        var second = Z * ((5 * square + 16) * square + 3) / 96;
        var third = Z * (((3 * square + 19) * square + 17) * square - 15) / 384;
        var fourth = Z * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92160;
        return Z + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom;
    }
}
