using System.Collections.Immutable;
using Engagement.Domain.Benefits;
using Engagement.Domain.Families;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Membership;

public class BenefitsAndFamilies
{
    private static readonly Policy HomeVisits = Lives.Quiet with
    {
        Benefits = new() { Joined = new() { Others = Named(("fast_lane", new FreeFormBenefit())) }, LargestFamily = 2 },
        Tiers = new()
        {
            Ladder =
            [
                new("star")
                {
                    Rules = [new(Spend: 100m)],
                    Benefits = new() { IsSharedWithFamily = true, Others = Named(("home_visit", new FreeFormBenefit("Home visit", 2))) },
                },
            ],
        },
    };

    [Fact]
    public void A_counted_benefit_can_be_taken_so_often_within_a_year_and_then_again()
    {
        var life = Lives.By(HomeVisits);
        life.Buys("2020-01-01", 100m);
        life.Takes("2020-02-01", "home_visit");
        Assert.Equal(1, life.Last<BenefitUsed>().Left);
        life.Takes("2020-06-01", "home_visit");
        Assert.Equal("no_uses_left: 'home_visit' has been taken 2 times within a year", Told.Refusal(life.Takes("2020-12-01", "home_visit")));
        Assert.IsType<Decision.Accepted>(life.Takes("2021-01-31", "home_visit"));
        Assert.StartsWith("no_uses_left", Told.Refusal(life.Takes("2021-02-01", "home_visit")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_benefit_that_is_not_counted_is_taken_as_often_as_she_likes_by_whoever_has_it()
    {
        var life = Lives.By(HomeVisits);
        life.Acts("2020-01-01", "comment");
        Assert.StartsWith("not_entitled", Told.Refusal(life.Takes("2020-01-02", "fast_lane")), StringComparison.Ordinal);
        life.Joins("2020-01-03");
        for (var day = 4; day < 20; day++)
            Assert.IsType<Decision.Accepted>(life.Takes($"2020-01-{day:00}", "fast_lane"));
        Assert.Null(life.Last<BenefitUsed>().Left);
    }

    [Fact]
    public void A_family_takes_its_heads_benefits_together()
    {
        var town = new Town(Lives.By(HomeVisits).Rules);
        town["mother"].Buys("2020-01-01", 100m);
        town["daughter"].Joins("2020-01-01");
        town["mother"].AddsToFamily("2020-01-02", "daughter");
        Assert.StartsWith("not_in_family", Told.Refusal(town["mother"].Takes("2020-01-02", "home_visit", "daughter")), StringComparison.Ordinal);
        town.Settle("2020-01-02");
        Assert.Equal("mother", town["daughter"].Member.Family.Head!.Value.Value);
        town["mother"].Takes("2020-01-03", "home_visit", "daughter");
        town["mother"].Takes("2020-01-04", "home_visit");
        Assert.StartsWith("no_uses_left", Told.Refusal(town["mother"].Takes("2020-01-05", "home_visit", "daughter")), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_belongs_to_two_families_and_no_head_to_anothers()
    {
        var town = new Town(Lives.By(HomeVisits).Rules);
        foreach (var name in new[] { "a", "b", "c" })
            town[name].Joins("2020-01-01");
        town["a"].AddsToFamily("2020-01-02", "c");
        town.Settle("2020-01-02");
        town["b"].AddsToFamily("2020-01-03", "c");
        town["b"].AddsToFamily("2020-01-03", "a");
        town.Settle("2020-01-03");
        Assert.Empty(town["b"].Member.Family.Relatives);
        Assert.Equal(["head", "other_family"], town["b"].Events.OfType<FamilyShrunk>().Select(shrunk => shrunk.Why).Order());
        Assert.Equal("not_head: she belongs to the family of 'a'", Told.Refusal(town["c"].AddsToFamily("2020-01-04", "b")));
    }

    [Fact]
    public void A_family_has_a_largest_size_and_room_again_when_somebody_leaves()
    {
        var town = new Town(Lives.By(HomeVisits).Rules);
        foreach (var name in new[] { "head", "x", "y", "z" })
            town[name].Joins("2020-01-01");
        town["head"].AddsToFamily("2020-01-02", "x");
        town["head"].AddsToFamily("2020-01-02", "y");
        Assert.StartsWith("family_full", Told.Refusal(town["head"].AddsToFamily("2020-01-02", "z")), StringComparison.Ordinal);
        town.Settle("2020-01-02");
        town["x"].LeavesFamily("2020-01-03");
        town.Settle("2020-01-03");
        Assert.Null(town["x"].Member.Family.Head);
        Assert.IsType<Decision.Accepted>(town["head"].AddsToFamily("2020-01-04", "z"));
        town["head"].RemovesFromFamily("2020-01-05", "y");
        town.Settle("2020-01-05");
        Assert.Null(town["y"].Member.Family.Head);
        Assert.Equal(["z"], town["head"].Member.Family.Relatives.Select(relative => relative.Id.Value));
    }

    [Fact]
    public void Joining_brings_the_welcome_gift_once()
    {
        var life = Lives.By(Policy.Default with { Recall = Lives.Quiet.Recall });
        life.Joins("2020-01-01");
        life.Joins("2020-01-02");
        Assert.Equal(("joined", 100m), life.Events.OfType<GiftPackGiven>().Select(given => (given.For, given.Value)).Single());
    }

    private static ImmutableSortedDictionary<string, FreeFormBenefit> Named(params (string Name, FreeFormBenefit Benefit)[] benefits) =>
        benefits.ToImmutableSortedDictionary(benefit => benefit.Name, benefit => benefit.Benefit, StringComparer.Ordinal);
}
