using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Tags;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories;

public class Tags
{
    private readonly Life life = new(ChainRules.Default);

    [Fact]
    public void A_tag_is_hers_until_it_is_taken_off()
    {
        life.IsTagged("2026-03-01", "vip");
        life.IsTagged("2026-03-02", "敏感肌");
        Assert.Equal(["vip", "敏感肌"], life.Member.Tags);

        life.LosesTag("2026-03-03", "vip");

        Assert.Equal(["敏感肌"], life.Member.Tags);
    }

    [Fact]
    public void A_tag_she_has_and_one_she_has_not_change_nothing_but_are_taken()
    {
        life.IsTagged("2026-03-01", "vip");

        Assert.IsType<Decision.Accepted>(life.IsTagged("2026-03-02", "vip"));
        Assert.IsType<Decision.Accepted>(life.LosesTag("2026-03-02", "gold"));

        Assert.Equal(["vip"], life.Member.Tags);
        Assert.Equal((2, 1), (life.Events.OfType<Tagged>().Count(), life.Events.OfType<Untagged>().Count()));
    }

    [Fact]
    public void A_tag_makes_nobody_come_or_go()
    {
        life.Visits("2026-03-01");
        var stages = life.Stages().ToList();

        life.IsTagged("2026-03-02", "vip");

        Assert.Equal(stages, life.Stages());
    }

    [Fact]
    public void With_a_hundred_tags_another_is_refused_and_one_of_them_is_not()
    {
        for (var number = 1; number <= Tagging.MostTags; number++)
            life.IsTagged("2026-03-01", $"tag {number}");

        Assert.Equal("too_many_tags: a member can have at most 100 tags", Told.Refusal(life.IsTagged("2026-03-02", "one more")));
        Assert.IsType<Decision.Accepted>(life.IsTagged("2026-03-02", "tag 7"));
        life.LosesTag("2026-03-03", "tag 7");
        Assert.IsType<Decision.Accepted>(life.IsTagged("2026-03-04", "one more"));
    }
}
