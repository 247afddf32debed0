using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Properties;

public class CommandsAreTakenOnce
{
    [Fact]
    public void A_command_repeated_at_once_yields_no_event_and_one_that_lies_about_its_id_is_refused() =>
        Law.Holds(Histories.Any, history =>
        {
            var life = new Life(history.Chain) { Delivers = false };
            foreach (var act in history.Acts)
            {
                var clock = act.At!.Value;
                if (life.Send(act, clock) is not Decision.Accepted)
                    continue;
                var (told, before) = (life.Events.Count, life.Member);

                Assert.IsType<Decision.Duplicate>(life.Send(act, clock + TimeSpan.FromDays(400)));
                var forged = act with { Key = act.Key with { Fingerprint = new ContentFingerprint(UInt128.MaxValue) } };
                Assert.Equal($"id_reused: id '{act.Key.Id}' has been taken before with other content", Told.Refusal(life.Send(forged, clock)));

                Assert.Equal((told, before), (life.Events.Count, life.Member));
            }
        });

    [Fact]
    public void Time_that_has_passed_does_not_pass_again() =>
        Law.Holds(Histories.Any, history =>
        {
            var end = history.End + TimeSpan.FromDays(100);
            var life = new Life(history.Chain) { Delivers = false }.Live(history.Acts).Until(end);
            var told = life.Events.Count;
            life.Until(end).Until(history.End);
            Assert.Equal(told, life.Events.Count);
        });

    [Fact]
    public void A_refused_command_changes_nothing_even_if_time_has_passed_meanwhile() =>
        Law.Holds(Histories.Any, history =>
        {
            var life = new Life(history.Chain) { Delivers = false }.Live(history.Acts);
            var before = life.Member;
            life.GetsBack("2060-01-01", order: "never bought");
            life.GetsBack("2060-01-01", amount: 1_000_000_000m);
            life.Visits("2060-01-01", "nowhere");
            Assert.Equal(before, life.Member);
        });
}
