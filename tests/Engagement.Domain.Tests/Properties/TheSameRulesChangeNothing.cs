using Engagement.Domain.Care;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using Engagement.Domain.Simulation;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tests.Properties;

/// <summary>Replayed under the rules that she lived by, a member's life comes out as it did (docs/domain, what-if).</summary>
public class TheSameRulesChangeNothing
{
    [Fact]
    public void Whatever_happened_as_it_was_told() => Law.Holds(Histories.Any, history =>
    {
        var life = new Life(history.Chain, new("li"));
        foreach (var act in history.Acts)
        {
            life.Send(act, act.At!.Value);
            life.Tend(act.At.Value, history.Acts.Count);
        }

        AssertSame(life, history.End + TimeSpan.FromDays(200));
    });

    [Fact]
    public void Whatever_came_late_or_as_history() => Law.Holds(Histories.Any, Histories.Delays, (history, delays) =>
    {
        var life = new Life(history.Chain, new("li"));
        foreach (var (act, clock) in history.Arriving(delays))
        {
            life.Send(act, clock);
            life.Tend(clock, history.Acts.Count);
        }

        AssertSame(life, history.End + TimeSpan.FromDays(1800));
    });

    [Fact]
    public void Whatever_was_missed_while_nobody_was_awake_to_tell() => Law.Holds(Histories.Any, Histories.Delays, (history, delays) =>
    {
        var life = new Life(history.Chain, new("li")) { Delivers = false };
        foreach (var (act, clock) in history.Arriving(delays))
            life.Send(act, clock);

        AssertSame(life, history.End + TimeSpan.FromDays(1800));
    });

    private static void AssertSame(Life life, Instant end)
    {
        life.Until(end);
        var told = new List<MemberEvent>();
        var replayed = Replay.Of(
            life.Rules, life.Member.Id, life.Member.Birthday, [.. life.Events.Select(happened => new Past(happened.At, happened))], end, told.Add);

        var first = life.Events.Zip(told).TakeWhile(pair => pair.First.Equals(pair.Second)).Count();
        Assert.True(
            first == life.Events.Count && first == told.Count,
            $"{string.Join('\n', life.Events.Skip(first - 5).Take(8))}\nbecame\n{string.Join('\n', told.Skip(first - 5).Take(8))}");
        Assert.Equal(life.Member, replayed.After);
        Assert.Equal((0, 0), (replayed.Refused, replayed.NoLongerApply));
    }
}

file static class Staff
{
    /// <summary>Staff look at her tasks and do something with some of them.</summary>
    public static void Tend(this Life life, Instant at, int mood)
    {
        foreach (var task in life.Member.Care.Tasks)
        {
            if (life.Member.Care.Tasks.All(open => open.Number != task.Number))
                continue;
            switch ((task.Number + mood) % 5)
            {
                case 0:
                    life.Send(new ClaimTask(task.Number, new("mei")), at);
                    life.Send(new SnoozeTask(task.Number, new("mei"), at + TimeSpan.FromHours(30)), at);
                    break;
                case 1:
                    life.Send(new ReassignTask(task.Number, new("boss"), new("mei")), at);
                    life.Send(new CompleteTask(task.Number, new("mei"), Outcome(task.Number + mood)), at);
                    break;
                case 2:
                    life.Send(new ClaimTask(task.Number, new("mei")), at);
                    life.Send(new ReleaseTask(task.Number, new("mei")), at);
                    break;
            }
        }

        if (life.Events.OfType<MessageReleased>().LastOrDefault() is { } released && mood % 2 == 0)
            life.Send(new ReportMessage(released.Message.Number, MessageFate.Delivered), at);
        if (mood % 3 == 0)
            life.Send(new ReceiveCampaign("spring", at, "text", null, "a voucher", mood, 72, mood % 2 == 0 ? 0 : 50), at);
    }

    private static string Outcome(int number) => ((string[])[Outcomes.Reached, Outcomes.Booked, Outcomes.NotInterested, Outcomes.NotReached])[number % 4];
}
