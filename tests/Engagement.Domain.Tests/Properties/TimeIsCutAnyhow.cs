using Engagement.Domain.Members;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Properties;

public class TimeIsCutAnyhow
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void One_step_to_the_end_tells_the_same_as_a_thousand_steps_between_her_acts() =>
        Law.Holds(Histories.Any, Seeds, (history, seed) =>
        {
            var end = history.End + TimeSpan.FromDays(1500);
            var inOneStep = new Life(history.Chain) { Delivers = false }.Live(history.Acts).InOneStepUntil(end);

            var inManySteps = new Life(history.Chain) { Delivers = false };
            foreach (var command in WithWaking(history, end, new Random(seed)))
                inManySteps.Send(command, (command as ActCommand)?.At ?? ((Advance)command).To);

            Assert.Equal(inOneStep.Events.Select(Told), inManySteps.Events.Select(Told));
            Assert.Equal(inOneStep.Member, inManySteps.Member);
        });

    [Fact]
    public void History_that_is_imported_in_order_years_later_tells_the_same_as_when_it_was_lived() =>
        Law.Holds(Histories.Any, history =>
        {
            var end = history.End + TimeSpan.FromDays(1500);
            var lived = new Life(history.Chain).Live(history.Acts).Until(end);

            var imported = new Life(history.Chain);
            foreach (var act in history.Acts)
                imported.Send(act, end);
            imported.Until(end);

            // Nothing is sent for what is long past: playbooks are for those who live now.
            Assert.Equal(lived.Events.Where(IsOfHerLife).Select(Told), imported.Events.Select(Told));
        });

    private static bool IsOfHerLife(MemberEvent told) =>
        told is Care.MemberTaskDone or Care.MemberTasksAllDone or Domain.Points.PointsExpired or Domain.Tiers.TierChanged
            or Domain.Tiers.TierKept or Domain.Tiers.TierAtRisk or Domain.Benefits.GiftPackGiven or Domain.Value.HighValueActDone or Cards.CardUseSuspicious or Cards.CardExpired
            or ActEvent or Stages.StageChanged or Stages.FlagRaised or Stages.FlagLowered or HomeStoreSet;

    private static IEnumerable<MemberCommand> WithWaking(History history, Instant end, Random chance)
    {
        var start = history.Acts.Count > 0 ? history.Acts[0].At!.Value : end - TimeSpan.FromDays(1);
        var wakings = Enumerable.Range(0, 1000).Select(_ => start + (end - start) * chance.NextDouble()).Append(end);
        return wakings.Select(at => (MemberCommand)new Advance(at)).Concat(history.Acts)
            .OrderBy(command => (command as ActCommand)?.At ?? ((Advance)command).To);
    }

    // Compared as text, so that a difference is read at a glance.
    private static string Told(MemberEvent told) => (told is ActEvent act ? act with { Told = null } : told).ToString()!;
}
