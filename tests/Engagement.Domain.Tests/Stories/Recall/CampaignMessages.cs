using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Recall;

/// <summary>A campaign's message waits for its turn like any other (docs/domain §9).</summary>
public class CampaignMessages
{
    [Fact]
    public void An_occurrence_reaches_her_once_however_often_it_is_told_and_the_next_one_again()
    {
        var life = Lives.ByDefault();
        life.Visits("2026-03-01T10:00Z");

        Assert.IsType<Decision.Accepted>(Reach(life, "2026-03-02T10:00Z"));
        Assert.IsType<Decision.Duplicate>(Reach(life, "2026-03-02T10:00Z"));
        Assert.IsType<Decision.Accepted>(Reach(life, "2026-03-09T10:00Z"));

        Assert.Equal(2, life.Events.OfType<MessageReleased>().Count(told => told.Message.Playbook == "campaign:spring"));
    }

    [Fact]
    public void It_shares_the_room_of_a_day_with_playbooks_and_the_more_urgent_goes_first()
    {
        var life = Lives.WithPlaybooks();
        life.Joins("2026-03-02T09:30Z");
        Reach(life, "2026-03-02T10:00Z");

        Assert.Equal("daily_cap", life.Last<MessageMoved>().Why);
        // The next day the guide to benefits is the more urgent.
        life.Until("2026-03-04T12:00Z");
        Assert.Equal(
            ["welcome", "benefits_guide", "spring"],
            life.Events.OfType<MessageReleased>().Select(told => told.Message.Template));
    }

    [Fact]
    public void Nobody_is_reached_of_whom_nothing_was_heard() =>
        Assert.StartsWith("unknown_member", Told.Refusal(Reach(Lives.ByDefault(), "2026-03-02T10:00Z")), StringComparison.Ordinal);

    private static Decision Reach(Life life, string at) => life.Send(
        new ReceiveCampaign("spring", Told.Instant(at), "spring", null, null, 10, null), Told.Instant(at));
}
