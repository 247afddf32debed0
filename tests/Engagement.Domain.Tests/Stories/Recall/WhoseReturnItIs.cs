using Engagement.Domain.Care;
using Engagement.Domain.Purchases;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tests.Stories.Recall;

/// <summary>What is put down to whoever did a task (docs/domain/care.md, whose return it is).</summary>
public class WhoseReturnItIs
{
    private static readonly Instant From = Told.Instant("2026-03-01");
    private static readonly Instant To = Told.Instant("2026-04-01");

    [Fact]
    public void Wang_called_her_on_the_2nd_she_came_on_the_10th_and_the_20th_and_renewed_on_the_31st()
    {
        var credit = StaffCredit.Of(
            [Told.Instant("2026-03-02 10:00")],
            [Paid(1, "2026-03-02 09:59", 500m), Paid(2, "2026-03-10 12:00", 380m), Paid(3, "2026-03-20 12:00", 120.5m), Paid(4, "2026-04-01 10:01", 90m)],
            [new(Told.Instant("2026-03-31 12:00"), 3600m)],
            From,
            To);

        Assert.Equal(new(true, 500.5m, 1, 3600m), credit);
    }

    [Fact]
    public void Thirty_days_after_the_call_count_and_not_a_moment_more()
    {
        var call = Told.Instant("2026-03-01 10:00");

        Assert.True(StaffCredit.Of([call], [Paid(1, "2026-03-31 10:00", 0m)], [], From, To).HasReturned);
        Assert.False(StaffCredit.Of([call], [Paid(1, "2026-03-31 10:00:00.000001", 0m)], [], From, To).HasReturned);
        Assert.False(StaffCredit.Of([call], [Paid(1, "2026-03-01 10:00", 0m)], [], From, To).HasReturned);
    }

    [Fact]
    public void A_call_of_the_month_before_counts_for_who_comes_in_this_one()
    {
        var credit = StaffCredit.Of([Told.Instant("2026-02-20")], [Paid(1, "2026-02-25", 10m), Paid(2, "2026-03-05", 20m)], [], From, To);

        Assert.Equal(new(true, 20m, 0, 0m), credit);
    }

    [Fact]
    public void Two_calls_make_no_two_returns_of_one_purchase()
    {
        var credit = StaffCredit.Of([Told.Instant("2026-03-02"), Told.Instant("2026-03-05")], [Paid(1, "2026-03-10", 100m)], [], From, To);

        Assert.Equal(new(true, 100m, 0, 0m), credit);
    }

    [Theory]
    [InlineData(Outcomes.Reached, true)]
    [InlineData(Outcomes.Booked, true)]
    [InlineData(Outcomes.NotInterested, true)]
    [InlineData(Outcomes.Done, true)]
    [InlineData("left her a note", true)]
    [InlineData(Outcomes.NotReached, false)]
    [InlineData(Outcomes.WrongNumber, false)]
    public void Whoever_was_not_reached_came_by_herself(string outcome, bool isEarned) => Assert.Equal(isEarned, StaffCredit.IsEarnedBy(outcome));

    private static CountedAct Paid(int number, string at, decimal amount) => new(number, Told.Instant(at), new(amount, 0m, null, 0, 1m));
}
