using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Engagement.Hosting.Demo;
using Engagement.Hosting.Demo.Lives;
using Engagement.Journal.Formats;

namespace Engagement.Hosting.Tests.Demo;

public sealed class ChronicleTests
{
    private const int Founders = 3_000;

    private static readonly Instant Start = Instant.FromDateTimeOffset(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    private readonly ChainRules _rules = ChainFormat.RulesOf(DemoChain.AsOpened);
    private readonly Population _population = new(seed: 2026, Founders, Start);
    private readonly Dictionary<MemberId, Member> _members = [];
    private readonly List<Rejection> _rejections = [];

    [Fact]
    public void The_past_leaves_members_in_every_stage()
    {
        TellPast();

        Assert.Empty(_rejections);
        Assert.InRange(_members.Count, Founders, Founders + 100);
        var shares = _members.Values.GroupBy(member => member.Stage!.Value)
            .ToDictionary(stage => stage.Key, stage => (double)stage.Count() / _members.Count);
        Assert.InRange(shares[Stage.Potential], 0.04, 0.20);
        Assert.InRange(shares[Stage.New], 0.08, 0.25);
        Assert.InRange(shares[Stage.Effective], 0.04, 0.20);
        Assert.InRange(shares[Stage.Active], 0.06, 0.25);
        Assert.InRange(shares[Stage.Loyal], 0.12, 0.32);
        Assert.InRange(shares[Stage.Dormant], 0.05, 0.20);
        Assert.InRange(shares[Stage.Lost], 0.08, 0.30);
        Assert.Contains(_members.Values, member => member.Flags.HasFlag(AttentionFlags.SecondVisitOverdue));
        Assert.Contains(_members.Values, member => member.Flags.HasFlag(AttentionFlags.Slipping));
        Assert.Contains(_members.Values, member => member.Acts.RefundedOrders.Length > 0);
    }

    [Fact]
    public void Life_goes_on_in_order_with_newcomers_and_nothing_to_refuse()
    {
        const int days = 60;
        var chronicle = new Chronicle(_population, TellPast());
        var (before, acts, previous) = (_members.Count, 0, Start);

        while (chronicle.NextAt < Start + TimeSpan.FromDays(days))
        {
            var act = chronicle.Take();
            Assert.True(act.At >= previous);
            Tell(act.Member, act.Command, act.At);
            (acts, previous) = (acts + 1, act.At);
        }

        Assert.Empty(_rejections);
        Assert.InRange((_members.Count - before) / (double)days, 6, 11);
        // At two minutes a day these are two to six events a second, with the stage changes that follow from them.
        Assert.InRange(acts / (double)days, 220, 600);
    }

    [Fact]
    public void A_leap_of_the_clock_is_caught_up_with_in_portions()
    {
        var few = new Population(seed: 5, members: 300, Start);
        var chronicle = new Chronicle(few, Enumerable.Range(1, few.LastOfPast).Select(number =>
        {
            var life = few.LifeOf(number).GetEnumerator();
            life.MoveNext();
            return life;
        }));

        var portions = Enumerable.Range(0, 10).Select(_ => chronicle.TakeUntil(Start, 50)).ToList();

        Assert.All(portions, portion => Assert.Equal(50, portion.Count));
        var times = portions.SelectMany(portion => portion).Select(act => act.At).ToList();
        Assert.Equal(times.Order(), times);
        Assert.Empty(chronicle.TakeUntil(times[^1] - Instant.Resolution, 50));
    }

    private List<IEnumerator<DemoAct>> TellPast()
    {
        List<IEnumerator<DemoAct>> rest = [];
        for (var number = 1; number <= _population.LastOfPast; number++)
        {
            var life = _population.LifeOf(number).GetEnumerator();
            var goesOn = life.MoveNext();
            var id = life.Current.Member;
            for (; goesOn && life.Current.At < Start; goesOn = life.MoveNext())
                Tell(id, life.Current.Command, Start);
            if (_members.ContainsKey(id))
                Tell(id, new Advance(Start), Start);
            if (goesOn)
                rest.Add(life);
        }

        return rest;
    }

    private void Tell(MemberId id, MemberCommand command, Instant now)
    {
        var member = _members.GetValueOrDefault(id, Member.Unknown);
        switch (Decider.Decide(_rules, member, command, now))
        {
            case Decision.Accepted accepted:
                _members[id] = accepted.Events.Aggregate(member, Evolution.Evolve);
                break;
            case Decision.Rejected rejected:
                _rejections.Add(rejected.Rejection);
                break;
        }
    }
}
