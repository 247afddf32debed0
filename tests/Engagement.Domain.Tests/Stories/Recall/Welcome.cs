using Engagement.Domain.Recall;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Recall;

/// <summary>What a new member is sent, and when it may reach her (docs/domain §9).</summary>
public class Welcome
{
    [Fact]
    public void A_member_who_joins_is_welcomed_at_once_and_hears_of_benefits_and_tasks_later()
    {
        var life = Lives.WithPlaybooks();
        life.Joins("2026-03-02T10:00Z");
        life.Until("2026-05-01T00:00Z");

        Assert.Equal(
            [
                "2026-03-02T10:00:00Z entered welcome",
                "2026-03-02T10:00:00Z planned welcome",
                "2026-03-02T10:00:00Z released welcome",
                "2026-03-03T10:00:00Z planned benefits_guide",
                "2026-03-03T10:00:00Z released benefits_guide",
                "2026-03-09T10:00:00Z planned task_reminder",
                "2026-03-09T10:00:00Z released task_reminder",
                "2026-04-01T10:00:00Z left welcome: ended",
            ],
            life.Recalls());
    }

    [Fact]
    public void Who_joins_at_night_is_welcomed_in_the_morning_at_a_moment_of_her_own()
    {
        var moments = Enumerable.Range(0, 50).Select(number =>
        {
            var life = Lives.WithPlaybooks("Asia/Shanghai", id: $"m{number}");
            // 23:30 in Shanghai.
            life.Joins("2026-03-02T15:30Z");
            Assert.Equal("quiet_hours", life.Last<MessageMoved>().Why);
            life.Until("2026-03-03T03:00Z");
            return life.Last<MessageReleased>().At;
        }).ToList();

        Assert.All(moments, moment => Assert.True(moment >= Told.Instant("2026-03-03T01:00Z") && moment <= Told.Instant("2026-03-03T01:59Z")));
        Assert.InRange(moments.Distinct().Count(), 20, 50);
    }

    [Theory]
    // Clocks go forward at 02:00 on 8 March 2026 in New York: nine o'clock comes an hour earlier than it would have.
    [InlineData("2026-03-08T04:00Z", "2026-03-08T13:00:00Z")]
    [InlineData("2026-03-07T04:00Z", "2026-03-07T14:00:00Z")]
    // They go back on 1 November.
    [InlineData("2026-11-01T03:00Z", "2026-11-01T14:00:00Z")]
    public void Nine_in_the_morning_is_nine_in_the_morning_when_clocks_change(string joined, string goes)
    {
        var life = Lives.WithPlaybooks("America/New_York", new RecallPolicy { Messages = new() { SpreadMinutes = 0 } });
        life.Joins(joined);
        life.Until(Told.Instant(goes));

        Assert.Equal(goes, life.Last<MessageReleased>().At.ToString());
    }

    [Fact]
    public void Who_wants_no_messages_gets_none_and_who_wants_them_again_does()
    {
        var life = Lives.WithPlaybooks();
        life.Consents("2026-03-02T08:00Z", given: false);
        life.Joins("2026-03-02T10:00Z");
        Assert.Equal("no_consent", life.Last<MessageCancelled>().Why);

        life.Consents("2026-03-02T12:00Z", given: true);
        life.Until("2026-03-04T00:00Z");

        Assert.Equal("benefits_guide", life.Last<MessageReleased>().Message.Template);
    }

    [Fact]
    public void What_is_history_when_it_is_told_begins_no_playbook()
    {
        var life = Lives.WithPlaybooks();
        life.Send(new Members.Join(Deeds.Key(1), Told.Instant("2025-01-01T00:00Z"), null), Told.Instant("2026-03-02T10:00Z"));
        life.Visits("2025-01-02", arriving: "2026-03-02T10:00Z");
        life.Until("2026-06-01");

        Assert.Equal(["lost"], life.Events.OfType<Stages.StageChanged>().Select(told => told.To.ToString().ToLowerInvariant()).TakeLast(1));
        Assert.Empty(life.Recalls());
    }
}
