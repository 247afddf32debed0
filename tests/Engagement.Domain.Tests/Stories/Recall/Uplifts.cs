using Engagement.Domain.Recall;

namespace Engagement.Domain.Tests.Stories.Recall;

/// <summary>What a playbook brought, measured against those who were left alone.</summary>
public class Uplifts
{
    // The examples of R. G. Newcombe, Statistics in Medicine 17 (1998), table II, as his method 10 has them.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void The_interval_of_a_difference_of_shares_is_the_published_one(
        long returned, long entered, long otherReturned, long otherEntered, double low, double high)
    {
        var uplift = Uplift.OfReturnRate(new(entered, returned, 0m, 0m), new(otherEntered, otherReturned, 0m, 0m))!;

        Assert.Equal((double)returned / entered - (double)otherReturned / otherEntered, uplift.Value, 12);
        Assert.Equal((low, high), (Math.Round(uplift.Low, 4), Math.Round(uplift.High, 4)));
        Assert.Equal(low > 0, uplift.IsConclusive);
    }

    [Fact]
    public void The_other_way_round_it_is_the_same_with_the_other_sign()
    {
        Arm left = new(70, 56, 900m, 20_000m), right = new(80, 48, 500m, 9_000m);

        var (rate, turned) = (Uplift.OfReturnRate(left, right)!, Uplift.OfReturnRate(right, left)!);
        var (revenue, turnedRevenue) = (Uplift.OfRevenue(left, right)!, Uplift.OfRevenue(right, left)!);

        Assert.Equal((-rate.High, -rate.Low), (turned.Low, turned.High));
        Assert.Equal((-revenue.High, -revenue.Low), (turnedRevenue.Low, turnedRevenue.High));
        Assert.True(turned.IsConclusive);
    }

    // Three paid 10, 20 and 30, three 0, 10 and 20. Both vary by 100, so the error is √(100/3 + 100/3) = 8.165 with 4 degrees of
    // freedom, whose 97.5 % point is 2.776 in any table: 10 ± 22.67.
    [Fact]
    public void The_interval_of_a_difference_in_revenue_is_the_one_worked_out_by_hand()
    {
        var uplift = Uplift.OfRevenue(new(3, 3, 60m, 1_400m), new(3, 2, 30m, 500m))!;

        Assert.Equal(10, uplift.Value, 12);
        Assert.Equal((-12.67, 32.67), (uplift.Low, uplift.High), Near(0.02));
        Assert.False(uplift.IsConclusive);
    }

    // Of a thousand every second paid 100, of the other thousand nobody paid: √(2502.5/1000) = 1.582 with 999 degrees of freedom,
    // 97.5 % point 1.962: 50 ± 3.104.
    [Fact]
    public void Arms_need_not_vary_alike()
    {
        var uplift = Uplift.OfRevenue(new(1000, 500, 50_000m, 5_000_000m), new(1000, 0, 0m, 0m))!;

        Assert.Equal((46.896, 53.104), (uplift.Low, uplift.High), Near(0.001));
        Assert.True(uplift.IsConclusive);
    }

    // Two paid 0 and 100, two 0 and 0: an error of 50 with one degree of freedom, 97.5 % point 12.706: 50 ± 635.3.
    [Fact]
    public void Of_two_against_two_nearly_nothing_is_known()
    {
        var uplift = Uplift.OfRevenue(new(2, 1, 100m, 10_000m), new(2, 0, 0m, 0m))!;

        Assert.Equal((-585.3, 685.3), (uplift.Low, uplift.High), Near(0.1));
    }

    [Fact]
    public void Where_there_is_nobody_to_compare_with_nothing_is_said()
    {
        Arm some = new(10, 4, 100m, 3_000m), nobody = new(0, 0, 0m, 0m), one = new(1, 1, 100m, 10_000m);

        Assert.Null(Uplift.OfReturnRate(some, nobody));
        Assert.Null(Uplift.OfReturnRate(nobody, some));
        Assert.Null(Uplift.OfRevenue(some, one));
        Assert.Null(nobody.ReturnRate);
        Assert.Null(nobody.RevenuePerMember);
    }

    [Fact]
    public void Where_all_of_each_arm_paid_alike_nothing_is_known_of_chance() =>
        Assert.Null(Uplift.OfRevenue(new(2, 2, 200m, 20_000m), new(2, 0, 0m, 0m)));

    private static Func<(double Low, double High), (double Low, double High), bool> Near(double error) =>
        (left, right) => Math.Abs(left.Low - right.Low) < error && Math.Abs(left.High - right.High) < error;
}
