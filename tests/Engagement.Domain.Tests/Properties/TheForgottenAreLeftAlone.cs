using Engagement.Domain.Care;
using Engagement.Domain.Erasure;
using Engagement.Domain.Members;
using Engagement.Domain.Stages;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Support;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Properties;

/// <summary>Whatever happened before and is told afterwards, somebody forgotten is left alone and counted on (docs/domain/erasure.md).</summary>
public class TheForgottenAreLeftAlone
{
    [Fact]
    public void Nothing_is_ever_sent_or_asked_again_whatever_comes() =>
        Law.Holds(Histories.Any, Gen.Choose(0, 24).ToArbitrary(), (history, place) =>
        {
            var life = Forgotten(history, place);
            var told = life.Events.Count;

            foreach (var act in history.Acts.Skip(place))
            {
                var decision = life.Send(act, act.At!.Value);
                Assert.True(decision is Decision.Duplicate or Decision.Rejected { Rejection.Code: "member_erased" } || !life.Member.IsErased);
            }

            life.Send(new AdoptRules(history.End), history.End);
            life.Until(history.End + TimeSpan.FromDays(3000));

            if (life.Member.IsErased)
                Assert.All(life.Events.Skip(told), happened => Assert.True(IsCounted(happened), happened.ToString()));
        });

    [Fact]
    public void Her_stage_falls_as_it_would_have_fallen() =>
        Law.Holds(Histories.Any, history =>
        {
            var left = new Life(history.Chain, new("li")).Live(history.Acts);
            var forgotten = left.Copy();
            forgotten.Send(new Erase(), history.End);
            var end = history.End + TimeSpan.FromDays(800);

            left.Until(end);
            forgotten.Until(end);

            Assert.Equal(left.Events.OfType<StageChanged>(), forgotten.Events.OfType<StageChanged>());
            Assert.Equal(left.Member.Points, forgotten.Member.Points);
            Assert.Equal(left.Member.Cards.Select(card => card.Balance), forgotten.Member.Cards.Select(card => card.Balance));
        });

    [Fact]
    public void She_is_rebuilt_from_her_events_as_she_was() =>
        Law.Holds(Histories.Any, Gen.Choose(0, 24).ToArbitrary(), (history, place) =>
        {
            var life = Forgotten(history, place).Until(history.End + TimeSpan.FromDays(500));

            Assert.Equal(life.Member, life.Events.Aggregate(Member.Unknown, Evolution.Evolve));
        });

    [Fact]
    public void However_time_is_cut_the_same_is_told_of_her() =>
        Law.Holds(Histories.Any, history =>
        {
            var end = history.End + TimeSpan.FromDays(900);
            var atOnce = Forgotten(history, history.Acts.Count);
            var stepwise = atOnce.Copy();

            atOnce.InOneStepUntil(end);
            stepwise.Until(end);

            Assert.Equal(stepwise.Events, atOnce.Events);
        });

    private static Life Forgotten(History history, int place)
    {
        var life = new Life(history.Chain, new("li")).Live(history.Acts.Take(place));
        life.Send(new Erase(), place > 0 && place <= history.Acts.Count ? history.Acts[place - 1].At!.Value : history.End);
        return life;
    }

    private static bool IsCounted(MemberEvent told) => told is StageChanged or FlagLowered or Domain.Points.PointsExpired or Domain.Tiers.TierChanged
        or Domain.Tiers.TierKept or Domain.Tiers.TierAtRisk or Cards.CardExpired or MessageReported;
}
