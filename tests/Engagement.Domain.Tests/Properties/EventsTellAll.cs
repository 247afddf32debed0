using Engagement.Domain.Members;
using Engagement.Domain.Stages;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Properties;

public class EventsTellAll
{
    [Fact]
    public void A_member_rebuilt_from_her_events_is_the_member_who_lived_them_from_any_snapshot_on() =>
        Law.Holds(Histories.Any, Histories.Delays, (history, delays) =>
        {
            var life = Lived(history, delays);
            var rebuilt = life.Events.Aggregate(Member.Unknown, Evolution.Evolve);
            Assert.Equal(life.Member, rebuilt);
            Assert.Equal(life.Member.GetHashCode(), rebuilt.GetHashCode());
            // What she paid when she had returned already is for the figures; she knows it from the purchase. A gift is for the desk.
            if (life.Events is [.., not (Domain.Benefits.GiftPackGiven or Domain.Recall.MemberReturned { IsFirst: false } or Care.MessageReported { Day: null })])
                Assert.NotEqual(life.Member, life.Events.SkipLast(1).Aggregate(Member.Unknown, Evolution.Evolve));
        });

    [Fact]
    public void No_event_repeats_what_was_known_and_each_stage_follows_from_the_one_before() =>
        Law.Holds(Histories.Any, Histories.Delays, (history, delays) =>
        {
            var before = Member.Unknown;
            foreach (var told in Lived(history, delays).Events)
            {
                switch (told)
                {
                    case StageChanged changed:
                        Assert.Equal(before.Stage, changed.From);
                        Assert.NotEqual(changed.From, changed.To);
                        Assert.True(changed.At >= before.LivedThrough, "a stage changed before one that was told earlier");
                        break;
                    case FlagRaised raised:
                        Assert.False(before.Flags.HasFlag(raised.Flag));
                        break;
                    case FlagLowered lowered:
                        Assert.True(before.Flags.HasFlag(lowered.Flag));
                        break;
                    case HomeStoreSet home:
                        Assert.Null(before.Home);
                        Assert.Equal((before.Stage, before.Flags), (home.Stage, home.Flags));
                        break;
                }

                before = Evolution.Evolve(before, told);
            }
        });

    [Fact]
    public void While_nothing_happens_a_stage_only_falls_and_says_why() =>
        Law.Holds(Histories.Any, history =>
        {
            var life = new Life(history.Chain).Live(history.Acts);
            var lived = life.Events.Count;
            life.Until(history.End + TimeSpan.FromDays(3000));
            Assert.All(life.Events.Skip(lived).OfType<StageChanged>(), told =>
            {
                Assert.True(told.To < told.From);
                Assert.True(told.Reason.Code is "no_visit_for" or "fewer_visits_within", told.Reason.Code);
            });
        });

    private static Life Lived(History history, TimeSpan[] delays)
    {
        var life = new Life(history.Chain);
        foreach (var (act, clock) in history.Arriving(delays))
            life.Send(act, clock);
        return life.Until(history.End + TimeSpan.FromDays(500));
    }
}
