using Engagement.Domain.Behaviours;
using Engagement.Domain.Points;
using Engagement.Domain.Policies;
using Engagement.Domain.Stages;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories;

public class Behaviours
{
    [Theory]
    [InlineData("comment", 5)]
    [InlineData("share", 10)]
    [InlineData("course_completed", 100)]
    [InlineData("exam_passed", 200)]
    [InlineData("community_joined", 0)]
    public void A_behaviour_earns_by_its_name_each_time_and_never_counts_as_a_visit(string name, long points)
    {
        var life = Lives.ByDefault();
        life.Acts("2020-01-01", name);
        life.Acts("2020-01-02", name);
        Assert.Equal((2 * points, Stage.Potential), (life.Member.Points, life.Member.Stage!.Value));
    }

    [Fact]
    public void A_completed_profile_earns_once()
    {
        var life = Lives.ByDefault();
        life.Acts("2020-01-01", "profile_completed");
        life.Acts("2020-01-02", "profile_completed");
        Assert.Equal([100L, 0L], life.Events.OfType<Acted>().Select(told => told.Points));
        Assert.Equal(100, life.Member.Points);
    }

    [Fact]
    public void What_earned_once_earns_again_where_a_new_policy_pays_it_each_time()
    {
        var life = Lives.ByDefault();
        life.Acts("2020-01-01", "profile_completed");
        var points = new PointsPolicy();
        life.Rules = life.Rules with
        {
            Chain = Rules.Default with
            {
                Policy = Policy.Default with { Points = points with { Acts = points.Acts.SetItem("profile_completed", new(20)) } },
            },
        };
        life.Acts("2020-01-02", "profile_completed");
        Assert.Equal(120, life.Member.Points);
    }

    [Theory]
    [InlineData("0.99", 0)]
    [InlineData("99.99", 99)]
    [InlineData("1000000000000", 1_000_000_000_000)]
    public void Only_whole_yuan_earn(string amount, long points)
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(points, life.Member.Points);
    }

    [Fact]
    public void A_purchase_of_nothing_is_a_purchase()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 0m);
        Assert.Equal(Stage.New, life.Member.Stage);
    }

    [Fact]
    public void She_remembers_her_four_latest_keys_and_leaves_older_ones_to_the_journal()
    {
        var life = Lives.ByDefault();
        for (var day = 1; day <= 5; day++)
            life.Send(new Visits.Visit(Deeds.Key(day), null, null), Told.Instant($"2020-01-0{day}"));
        Assert.Equal(["2", "3", "4", "5"], life.Member.LatestKeys.Select(key => key.Id));
    }
}
