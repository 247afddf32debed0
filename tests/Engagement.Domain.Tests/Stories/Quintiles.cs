using Engagement.Domain.Tests.Support;
using Engagement.Domain.Value;

namespace Engagement.Domain.Tests.Stories;

public class Quintiles
{
    [Fact]
    public void Of_ten_members_two_have_each_score_and_five_is_the_best()
    {
        var members = Enumerable.Range(1, 10).Select(number => new Rfm(number * 10, number, number * 100m)).ToList();

        var grid = RfmGrid.Of(Told.Instant("2021-01-01"), members)!;

        Assert.Equal([5, 5, 4, 4, 3, 3, 2, 2, 1, 1], members.Select(member => grid.ScoresOf(member)!.Value.R));
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], members.Select(member => grid.ScoresOf(member)!.Value.F));
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], members.Select(member => grid.ScoresOf(member)!.Value.M));
        Assert.Equal(2, grid.CountOf(new(5, 1, 1)));
        Assert.Equal(10, grid.Cells.Sum());
    }

    [Fact]
    public void Whoever_has_the_same_has_the_same_score_and_it_is_the_lower()
    {
        // Seven of ten came once: three cuts lie among them, and the fourth at the one who came seven times.
        var members = Enumerable.Range(0, 10).Select(number => new Rfm(30, number < 7 ? 1 : number, 50m)).ToList();

        var grid = RfmGrid.Of(Told.Instant("2021-01-01"), members)!;

        Assert.All(members[..7], member => Assert.Equal(1, grid.ScoresOf(member)!.Value.F));
        Assert.Equal([4, 5, 5], members[7..].Select(member => grid.ScoresOf(member)!.Value.F));
        // Where all are alike, all have the lowest score, and all are as good as the mean.
        Assert.All(members, member => Assert.Equal((1, 1), (grid.ScoresOf(member)!.Value.R, grid.ScoresOf(member)!.Value.M)));
        Assert.All(members, member => Assert.True(grid.GroupOf(member) is RfmGroup.ImportantDevelop or RfmGroup.ImportantValue));
    }

    [Theory]
    [InlineData(10, 10, 1000, RfmGroup.ImportantValue, "important_value")]
    [InlineData(10, 1, 1000, RfmGroup.ImportantDevelop, "important_develop")]
    [InlineData(90, 10, 1000, RfmGroup.ImportantKeep, "important_keep")]
    [InlineData(90, 1, 1000, RfmGroup.ImportantRetain, "important_retain")]
    [InlineData(10, 10, 10, RfmGroup.GeneralValue, "general_value")]
    [InlineData(10, 1, 10, RfmGroup.GeneralDevelop, "general_develop")]
    [InlineData(90, 10, 10, RfmGroup.GeneralKeep, "general_keep")]
    [InlineData(90, 1, 10, RfmGroup.GeneralRetain, "general_retain")]
    public void The_eight_groups_are_above_and_below_the_means(int days, int frequency, int money, RfmGroup group, string code)
    {
        var grid = RfmGrid.Of(Told.Instant("2021-01-01"), [new(50, 5, 500m), new(30, 3, 300m), new(70, 7, 700m)])!;

        Assert.Equal(new RfmMeans(50, 5, 500), grid.Means);
        Assert.Equal(group, grid.GroupOf(new(days, frequency, money)));
        Assert.Equal((code, group), (RfmGroups.CodeOf(group), RfmGroups.Find(code)));
    }

    [Fact]
    public void Whoever_never_came_has_no_score_and_does_not_count()
    {
        Assert.Null(RfmGrid.Of(Told.Instant("2021-01-01"), [new(null, 0, 0m)]));
        var grid = RfmGrid.Of(Told.Instant("2021-01-01"), [new(null, 0, 0m), new(3, 1, 20m)])!;

        Assert.Equal((1, 3m), (grid.Members, grid.Means.RecencyDays));
        Assert.Null(grid.ScoresOf(new(null, 0, 0m)));
        Assert.Null(grid.GroupOf(new(null, 0, 0m)));
    }
}
