using Engagement.Domain.Care;
using Engagement.Domain.Erasure;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using Engagement.Domain.Simulation;
using Engagement.Domain.Stages;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;
using Deeds = Engagement.Domain.Tests.Support.Deeds;

namespace Engagement.Domain.Tests.Stories.Erasure;

/// <summary>A member is forgotten (docs/domain/erasure.md).</summary>
public class Forgotten
{
    private static readonly Instant Day = Told.Instant("2026-03-10 10:00");

    [Fact]
    public void Everything_pending_ends_at_once_by_events_of_its_own()
    {
        var life = SlippingAway();
        Assert.NotEmpty(life.Member.Recall.Runs);
        Assert.NotEmpty(life.Member.Care.Tasks);
        var told = life.Events.Count;

        life.Send(new Erase(), Day);

        Assert.Equal(
            ["PlaybookLeft", "TaskWithdrawn", "TaskWithdrawn", "Erased"],
            life.Events.Skip(told).Where(happened => happened.At == Day).Select(happened => happened.GetType().Name));
        Assert.All(life.Events.Skip(told).OfType<PlaybookLeft>(), left => Assert.Equal("erased", left.Why));
        Assert.Empty(life.Member.Recall.Runs);
        Assert.Empty(life.Member.Recall.Messages);
        Assert.Empty(life.Member.Care.Tasks);
    }

    [Fact]
    public void A_message_that_is_to_go_is_cancelled_and_so_is_one_in_the_outbox()
    {
        var planned = Lives.WithPlaybooks();
        planned.Joins("2026-03-01 03:00");
        Assert.Single(planned.Member.Recall.Messages);
        var released = new Life(planned.Rules, new("li")) { Delivers = false };
        released.Joins("2026-03-01 10:00");
        Assert.Single(released.Member.Recall.Released);

        planned.Send(new Erase(), Told.Instant("2026-03-01 04:00"));
        released.Send(new Erase(), Told.Instant("2026-03-01 10:00:01"));

        Assert.Equal("erased", planned.Last<MessageCancelled>().Why);
        Assert.Equal("erased", released.Last<MessageCancelled>().Why);
        Assert.Empty(released.Member.Recall.Released);
    }

    [Fact]
    public void Her_stage_goes_on_aging_so_that_boards_stay_true_and_nobody_is_asked_to_do_anything()
    {
        var life = Lives.WithPlaybooks();
        life.Visits("2026-03-01 10:00");
        life.Send(new Erase(), Day);
        var told = life.Events.Count;

        life.Until("2027-03-01");

        Assert.Equal([Stage.Dormant, Stage.Lost], life.Events.Skip(told).OfType<StageChanged>().Select(changed => changed.To));
        Assert.Equal(Told.Instant("2026-05-30 10:00"), life.Events.Skip(told).OfType<StageChanged>().First().At);
        Assert.Equal(2, life.Events.Count - told);
        Assert.Null(Passage.NextDue(life.Rules.For(null), life.Member));
    }

    [Fact]
    public void Her_flags_are_lowered_for_nobody_looks_after_her_any_more()
    {
        var life = Lives.ByDefault();
        life.Visits("2026-01-01");
        life.Until("2026-02-05");
        Assert.Equal(AttentionFlags.SecondVisitOverdue, life.Member.Flags);

        life.Send(new Erase(), Told.Instant("2026-02-05"));

        Assert.Equal(AttentionFlags.None, life.Member.Flags);
        Assert.IsType<FlagLowered>(life.Events[^1]);
    }

    [Fact]
    public void Whatever_is_told_of_her_later_is_refused_and_what_was_told_before_is_still_a_repeat()
    {
        var life = Lives.ByDefault();
        life.Visits("2026-03-01");
        var first = ((ActEvent)life.Events[0]).Key;
        life.Send(new Erase(), Day);

        Assert.Equal("member_erased: this member was erased", Told.Refusal(life.Visits("2026-03-11")));
        Assert.Equal("member_erased", Code(life.IsTagged("2026-03-11", "vip")));
        Assert.Equal("member_erased", Code(life.Send(new KeepProfile(null), Day)));
        Assert.Equal("member_erased", Code(life.Send(new ClaimTask(1, new("mei")), Day)));
        Assert.Equal("member_erased", Code(life.Send(new ReceiveCampaign("spring", Day, "hello", null, null, 0, null, 0), Day)));
        Assert.IsType<Decision.Duplicate>(life.Send(new Visits.Visit(first, Told.Instant("2026-03-01"), null), Day));
    }

    [Fact]
    public void Asked_again_nothing_more_happens_and_of_somebody_unknown_nothing_can_be_forgotten()
    {
        var life = Lives.ByDefault();
        Assert.Equal("unknown_member", Code(life.Send(new Erase(), Day)));
        life.Visits("2026-03-01");
        life.Send(new Erase(), Day);

        Assert.Empty(Assert.IsType<Decision.Accepted>(life.Send(new Erase(), Day + TimeSpan.FromDays(3))).Events);
    }

    [Fact]
    public void What_leads_to_her_is_no_longer_remembered_and_she_wants_no_messages()
    {
        var life = Lives.ByDefault();
        life.Joins("2026-03-01", born: (5, 17));
        life.IsTagged("2026-03-02", "wife of the mayor");

        life.Send(new Erase(), Day);

        Assert.Empty(life.Member.Tags);
        Assert.Null(Assert.IsType<Decision.Accepted>(Decider.Decide(life.Rules, life.Member, new Advance(Day), Day)).After.Birthday);
        Assert.Equal([""], life.Member.Recall.Refused);
    }

    [Fact]
    public void A_gateway_is_heard_out_but_not_what_it_says_in_words()
    {
        var life = Lives.WithPlaybooks();
        life.Joins("2026-03-01 10:00");
        var message = life.Last<MessageReleased>().Message.Number;
        life.Send(new Erase(), Day);

        life.Send(new ReportMessage(message, MessageFate.Failed, "no such number: 13800138000"), Day);

        var reported = Assert.IsType<MessageReported>(life.Events[^1]);
        Assert.Equal((MessageFate.Failed, null), (reported.Fate, reported.Detail));
    }

    [Fact]
    public void New_rules_change_her_stage_and_ask_nothing_of_anybody()
    {
        var life = Lives.WithPlaybooks();
        life.Visits("2026-03-01 10:00");
        life.Send(new Erase(), Day);
        life.Rules = life.Rules with
        {
            Chain = life.Rules.Chain with { Policy = life.Rules.Chain.Policy with { Stages = new() { DormantAfterDays = 5 } } },
        };

        life.Send(new AdoptRules(Day), Day);

        Assert.Equal(Stage.Dormant, life.Member.Stage);
        Assert.IsType<StageChanged>(life.Events[^1]);
    }

    [Fact]
    public void A_what_if_by_the_same_rules_forgets_her_at_the_same_moment()
    {
        var life = SlippingAway();
        life.Send(new Erase(), Day);
        life.Until("2026-12-01");
        var again = new List<MemberEvent>();

        Replay.Of(
            life.Rules, life.Member.Id, null, [.. life.Events.Select(happened => new Past(happened.At, happened))], Told.Instant("2026-12-01"), again.Add);

        Assert.Equal(life.Events, again);
    }

    // Three months without a visit: the call task of her dormancy is open, and so is that of a complaint.
    private static Life SlippingAway()
    {
        var life = Lives.WithPlaybooks();
        life.Visits("2025-12-01 10:00");
        life.Until("2026-03-01 12:00");
        life.Send(new Complaint(Deeds.Key(900), Told.Instant("2026-03-10 09:00"), null), Told.Instant("2026-03-10 09:00"));
        return life;
    }

    private static string Code(Decision decision) => Assert.IsType<Decision.Rejected>(decision).Rejection.Code;
}
