using System.Collections.Frozen;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Recounts;
using Engagement.Domain.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Properties;

public class RulesMayChange
{
    private static readonly Arbitrary<(Policy Policy, TimeSpan After)[]> Changes =
        Gen.ArrayOf(from policy in Terms.Any from after in Gaps.Any select (policy, after), 6).ToArbitrary();

    [Fact]
    public void After_any_change_of_rules_she_stands_where_the_new_rules_see_her_and_nothing_is_told_of_the_time_before() =>
        Law.Holds(Histories.Any, Changes, (history, changes) =>
        {
            var life = new Life(history.Chain);
            var ledger = new Ledger();
            foreach (var act in history.Acts)
            {
                if (life.Send(act, act.At!.Value) is Decision.Accepted)
                    ledger.Enter(life.Rules.For(life.Member.Home).Policy, act);
            }

            var now = history.End;
            foreach (var (policy, after) in changes)
            {
                now += after;
                life.Until(now);
                var told = life.Events.Count;
                life.Rules = Everywhere(policy);
                life.Send(new AdoptRules(now), now);

                Assert.All(life.Events.Skip(told), change => Assert.Equal(now, change.At));
                var recount = new NaiveLifecycle(policy.Stages, ledger.Counted);
                if (life.Member.Stage is { } stage)
                    Assert.Equal((recount.StageAt(now), recount.FlagsAt(now)), (stage, life.Member.Flags));
            }
        });

    private static ChainRules Everywhere(Policy policy)
    {
        var rules = new Rules(policy, TimeZoneInfo.Utc);
        var stores = new Dictionary<StoreId, Rules> { [new("north")] = rules, [new("south")] = rules };
        return new(2, rules, stores.ToFrozenDictionary());
    }
}
