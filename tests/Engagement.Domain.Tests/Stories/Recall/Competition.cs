using System.Collections.Immutable;
using Engagement.Domain.Recall;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Recall;

/// <summary>Five playbooks and a campaign want to write to one member: by priority, one a day, three in seven days (docs/domain §9).</summary>
public class Competition
{
    private static readonly ImmutableArray<int> Priorities = [90, 80, 60, 55, 50];

    [Fact]
    public void Five_playbooks_and_a_campaign_find_their_places_by_priority_within_the_caps()
    {
        // Each wants a message at once and another on the third day.
        var life = Lives.WithPlaybooks(recall: new()
        {
            Playbooks = ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal,
                Priorities.Select(priority => KeyValuePair.Create($"p{priority}", new Playbook
                {
                    Trigger = new(Occasion.Joined),
                    Priority = priority,
                    Steps = [new(0, Message: new("first")), new(48, Message: new("second"))],
                    EndsAfterHours = 24 * 60,
                }))),
            Messages = new() { SpreadMinutes = 0 },
        });
        life.Joins("2026-03-02T12:00Z");
        life.Send(
            new ReceiveCampaign("spring", Told.Instant("2026-03-02T13:00Z"), "spring", null, null, 70, null), Told.Instant("2026-03-02T13:00Z"));
        life.Until("2026-04-15");

        Assert.Equal(
            [
                // One at noon on the day she joined, then by mornings. The campaign goes on the third before the second
                // messages are wanted at noon; these overtake all that is still waiting once three in seven days allow.
                "02 12:00 p90 first", "03 09:00 p80 first", "04 09:00 campaign:spring spring",
                "09 09:00 p90 second", "10 09:00 p80 second", "11 09:00 p60 first",
                "16 09:00 p60 second", "17 09:00 p55 first", "18 09:00 p55 second",
                "23 09:00 p50 first", "24 09:00 p50 second",
            ],
            life.Events.OfType<MessageReleased>().Select(told =>
                $"{told.At.ToString()[8..10]} {told.At.ToString()[11..16]} {told.Message.Playbook} {told.Message.Template}"));
        Assert.Empty(life.Member.Recall.Messages);
        Assert.DoesNotContain(life.Events, told => told is MessageCancelled);
    }
}
