using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Stages;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories;

public class LongMemories
{
    private static readonly Policy Patient =
        Lives.Quiet with { Stages = new StagePolicy { DormantAfterDays = 700, LostAfterDays = 1400 } };

    [Fact]
    public void A_member_remembers_a_purchase_for_three_years_and_a_visit_for_as_long_as_a_window_may_be()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 10m, "A1");
        life.Visits("2020-01-02");
        life.Buys("2023-01-02T23:59:59.999999Z", 10m, "A2");
        Assert.Equal(["A1", "A2"], life.Member.Acts.Recent.Select(act => act.OrderId));
        life.Buys("2023-01-03", 10m, "A3");
        Assert.Equal(["A2", "A3"], life.Member.Acts.Recent.Select(act => act.OrderId));
        Assert.StartsWith("unknown_order", Told.Refusal(life.GetsBack("2023-01-04", order: "A1")), StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_is_counted_from_her_last_visit_also_when_she_remembers_an_older_purchase_but_not_the_visit()
    {
        var life = Lives.By(Patient);
        life.Buys("2020-01-01", 10m, "A1");
        life.Visits("2020-06-01");
        life.Buys("2022-08-01", 20m, "A2");

        life.GetsBack("2022-08-02", order: "A2");

        Assert.Equal(Told.Instant("2020-06-01"), life.Member.Acts.Last);
        life.Until("2025-01-01");
        Assert.Equal("2024-04-01T00:00:00Z Dormant > Lost: no visit for 1400 days", life.Stages().Last());
    }

    [Fact]
    public void Whoever_came_only_long_ago_is_lost_and_never_potential_when_her_only_remembered_purchase_is_given_back()
    {
        var life = Lives.ByDefault();
        life.Visits("2010-01-01");
        life.Buys("2020-01-01", 20m, "A1");
        life.GetsBack("2020-01-02", order: "A1");
        Assert.Equal((Stage.Lost, 0), (life.Member.Stage!.Value, life.Member.Acts.Recent.Length));
    }

    [Fact]
    public void A_visit_told_ten_years_late_is_filed_and_moves_nothing()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01");
        var decision = life.Visits("2010-01-01", arriving: "2020-01-02");
        Assert.Single(Assert.IsType<Decision.Accepted>(decision).Events);
        Assert.Equal((Stage.New, Told.Instant("2020-01-01")), (life.Member.Stage!.Value, life.Member.Acts.Last));
    }
}
