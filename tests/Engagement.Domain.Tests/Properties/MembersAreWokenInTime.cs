using Engagement.Domain.Members;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tests.Properties;

public class MembersAreWokenInTime
{
    [Fact]
    public void Nothing_falls_due_before_the_instant_she_asks_to_be_woken_at_and_something_always_does_then() =>
        Law.Holds(Histories.Any, Histories.Delays, (history, delays) =>
        {
            var life = new Life(history.Chain);
            foreach (var (act, clock) in history.Arriving(delays))
            {
                life.Send(act, clock);
                AssertWokenInTime(life.Copy());
            }
        });

    private static void AssertWokenInTime(Life life)
    {
        // A tier comes up again every year, for ever.
        var horizon = life.Member.LivedThrough + TimeSpan.FromDays(12 * 366);
        while (Passage.NextDue(life.Rules.For(life.Member.Home), life.Member) is { } due)
        {
            if (due > horizon)
                return;
            var told = life.Events.Count;
            life.Until(due - Instant.Resolution);
            Assert.Equal(told, life.Events.Count);
            life.Until(due);
            Assert.NotEmpty(life.Events.Skip(told));
            Assert.All(life.Events.Skip(told), woken => Assert.Equal(due, woken.At));
        }

        var atRest = life.Events.Count;
        life.Until(Instant.Latest);
        Assert.Equal(atRest, life.Events.Count);
    }
}
