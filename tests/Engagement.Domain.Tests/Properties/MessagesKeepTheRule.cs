using System.Collections.Frozen;
using Engagement.Domain.Recall;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Properties;

/// <summary>Whatever playbooks want and whatever happens to her, what she gets keeps the one rule of sending.</summary>
public class MessagesKeepTheRule
{
    [Fact]
    public void Nothing_goes_in_quiet_hours_and_never_more_a_day_or_a_week_than_the_policy_allows() =>
        Law.Holds(Histories.Any, history =>
        {
            // She has one home from the start, so that one policy and one zone hold for all of it.
            var life = Lived(history);
            var rules = life.Rules.Chain;
            var policy = rules.Policy.Recall.Messages;
            var released = life.Events.OfType<MessageReleased>().ToList();

            Assert.All(released, message => Assert.False(IsQuiet(policy, message.At.LocalTime(rules.Zone)), message.At.ToString()));
            var days = released.Select(message => message.At.LocalDate(rules.Zone)).ToList();
            foreach (var day in days)
            {
                Assert.InRange(days.Count(other => other == day), 1, policy.MostADay);
                Assert.InRange(days.Count(other => other <= day && day.DayNumber - other.DayNumber < policy.WindowDays), 1, Math.Max(policy.MostInWindow, 1));
            }
        });

    [Fact]
    public void A_message_goes_once_or_is_cancelled_once_and_nothing_comes_of_a_playbook_she_has_left() =>
        Law.Holds(Histories.Any, history =>
        {
            var life = Lived(history);
            foreach (var planned in life.Events.OfType<MessagePlanned>())
            {
                var ends = life.Events.Count(told =>
                    told is MessageReleased released && released.Message.Number == planned.Message.Number
                    || told is MessageCancelled cancelled && cancelled.Number == planned.Message.Number);
                Assert.Equal(1, ends + life.Member.Recall.Messages.Count(message => message.Number == planned.Message.Number));
            }

            for (var index = 0; index < life.Events.Count; index++)
            {
                if (life.Events[index] is not PlaybookLeft left)
                    continue;
                Assert.DoesNotContain(life.Events.Skip(index), told =>
                    told is MessageReleased released && released.Message.Number.Run == left.Run
                    || told is MessagePlanned planned && planned.Message.Number.Run == left.Run
                    || told is Care.TaskOpened { Task.Step: { } step } && step.Run == left.Run);
                Assert.DoesNotContain(life.Member.Care.Tasks, task => task.Step?.Run == left.Run);
            }
        });

    [Fact]
    public void Whoever_is_held_out_gets_nothing_of_that_playbook_and_nobody_is_in_one_twice() =>
        Law.Holds(Histories.Any, history =>
        {
            var life = Lived(history);
            var running = new HashSet<string>();
            var heldOut = new HashSet<int>();
            foreach (var told in life.Events)
            {
                switch (told)
                {
                    case PlaybookEntered entered:
                        Assert.True(running.Add(entered.Playbook), $"{entered.Playbook} twice");
                        if (entered.IsHeldOut)
                            heldOut.Add(entered.Run);
                        break;
                    case PlaybookLeft left:
                        running.Remove(left.Playbook);
                        break;
                    case MessagePlanned planned:
                        Assert.DoesNotContain(planned.Message.Number.Run, heldOut);
                        break;
                    case Care.TaskOpened { Task.Step: { } step }:
                        Assert.DoesNotContain(step.Run, heldOut);
                        break;
                }
            }
        });

    private static Life Lived(History history)
    {
        var life = new Life(history.Chain with { Stores = history.Chain.Stores.Keys.ToDictionary(store => store, _ => history.Chain.Chain).ToFrozenDictionary() });
        return life.Live(history.Acts).Until(history.End + TimeSpan.FromDays(900));
    }

    private static bool IsQuiet(MessagePolicy policy, TimeOnly at) => policy.QuietFrom != policy.QuietUntil && (policy.QuietFrom > policy.QuietUntil
        ? at >= policy.QuietFrom || at < policy.QuietUntil
        : at >= policy.QuietFrom && at < policy.QuietUntil);
}
