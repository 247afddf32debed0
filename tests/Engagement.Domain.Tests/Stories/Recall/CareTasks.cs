using Engagement.Domain.Care;
using Engagement.Domain.Members;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Recall;

/// <summary>What staff are asked to do, by when, and who does it (docs/domain §8).</summary>
public class CareTasks
{
    [Theory]
    // A quarter of an hour while the store is open, from 09:00 to 21:00.
    [InlineData("2026-03-02T10:00Z", "2026-03-02T10:15:00Z")]
    [InlineData("2026-03-02T20:50Z", "2026-03-03T09:05:00Z")]
    [InlineData("2026-03-02T23:00Z", "2026-03-03T09:15:00Z")]
    public void A_complaint_is_to_be_answered_within_a_quarter_of_an_hour_of_opening_time(string at, string due)
    {
        var life = Complaining(at);

        Assert.Equal((TaskKinds.Complaint, due), life.Member.Care.Tasks.Single() is var task ? (task.Kind, task.DueAt.ToString()) : default);
        life.Until(Told.Instant(due));
        Assert.True(life.Member.Care.Tasks.Single().IsEscalated);
    }

    [Fact]
    public void An_answered_complaint_is_to_be_solved_and_a_solved_one_asked_after()
    {
        var life = Complaining("2026-03-02T10:00Z");
        Done(life, "2026-03-02T10:10Z", "answered");
        // Twenty-four hours of opening time from the complaint: eleven, twelve, and one.
        Assert.Equal((TaskKinds.Resolve, "2026-03-04T10:00:00Z"), life.Member.Care.Tasks.Single() is var task ? (task.Kind, task.DueAt.ToString()) : default);
        Done(life, "2026-03-02T18:00Z", "solved");
        Assert.Equal((TaskKinds.Revisit, "2026-03-04T18:00:00Z"), life.Member.Care.Tasks.Single() is var last ? (last.Kind, last.DueAt.ToString()) : default);
        Done(life, "2026-03-03T12:00Z", "satisfied");
        Assert.Empty(life.Member.Care.Tasks);
    }

    [Theory]
    [InlineData(6, 1)]
    [InlineData(0, 1)]
    [InlineData(7, 0)]
    [InlineData(10, 0)]
    public void Whoever_would_not_recommend_us_has_complained(int score, int tasks)
    {
        var life = Lives.ByDefault();
        life.Visits("2026-03-01T10:00Z");
        var decision = Assert.IsType<Decision.Accepted>(
            life.Send(new Survey(Deeds.Key(77), Told.Instant("2026-03-02T10:00Z"), null, score), Told.Instant("2026-03-02T10:00Z")));

        Assert.Equal(tasks, decision.Events.OfType<TaskOpened>().Count());
        Assert.Equal(tasks, life.Member.Care.Tasks.Length);
    }

    [Fact]
    public void Of_fifty_who_claim_one_task_one_has_it_and_the_others_are_told_who()
    {
        var life = Complaining("2026-03-02T10:00Z");
        var now = Told.Instant("2026-03-02T10:01Z");

        var decisions = Enumerable.Range(0, 50).Select(person => life.Send(new ClaimTask(1, new($"person{person}")), now)).ToList();

        Assert.IsType<Decision.Accepted>(decisions[0]);
        Assert.All(decisions.Skip(1), decision => Assert.Equal("already_claimed: person0 has this task", Told.Refusal(decision)));
        Assert.IsType<Decision.Accepted>(life.Send(new ClaimTask(1, new("person0")), now));
        Assert.Equal("already_claimed: person0 has this task", Told.Refusal(life.Send(new CompleteTask(1, new("person1"), "reached"), now)));
    }

    [Fact]
    public void A_task_that_was_put_off_comes_back_and_one_that_was_given_back_is_anybodys()
    {
        var life = Complaining("2026-03-02T10:00Z");
        var now = Told.Instant("2026-03-02T10:01Z");
        Assert.StartsWith("not_claimed", Told.Refusal(life.Send(new SnoozeTask(1, new("mei"), Told.Instant("2026-03-02T12:00Z")), now)), StringComparison.Ordinal);
        life.Send(new ClaimTask(1, new("mei")), now);
        life.Send(new SnoozeTask(1, new("mei"), Told.Instant("2026-03-02T12:00Z")), now);
        Assert.Equal(TaskState.Snoozed, life.Member.Care.Tasks.Single().State);

        life.Until("2026-03-02T12:00Z");
        Assert.Equal((TaskState.Open, null), life.Member.Care.Tasks.Single() is var task ? (task.State, task.Assignee) : default);
        life.Send(new ClaimTask(1, new("lan")), Told.Instant("2026-03-02T12:01Z"));
        life.Send(new ReassignTask(1, new("manager"), new("mei")), Told.Instant("2026-03-02T12:02Z"));
        Assert.Equal("mei", life.Member.Care.Tasks.Single().Assignee?.Value);
        life.Send(new ReleaseTask(1, new("mei")), Told.Instant("2026-03-02T12:03Z"));
        Assert.Equal(TaskState.Open, life.Member.Care.Tasks.Single().State);
    }

    [Fact]
    public void A_task_that_is_closed_or_was_never_there_says_which()
    {
        var life = Complaining("2026-03-02T10:00Z");
        Done(life, "2026-03-02T10:10Z", "answered");
        // Twenty-four hours of opening time from the complaint: eleven, twelve, and one.
        var now = Told.Instant("2026-03-02T10:11Z");

        Assert.StartsWith("task_closed", Told.Refusal(life.Send(new ClaimTask(1, new("mei")), now)), StringComparison.Ordinal);
        Assert.StartsWith("unknown_task", Told.Refusal(life.Send(new ClaimTask(9, new("mei")), now)), StringComparison.Ordinal);
        Assert.StartsWith("unknown_member", Told.Refusal(Lives.ByDefault().Send(new ClaimTask(1, new("mei")), now)), StringComparison.Ordinal);
    }

    [Fact]
    public void Lunch_breaks_days_off_and_holidays_stop_the_clock()
    {
        var hours = new OpeningHours
        {
            Weekly = new OpeningHours().Weekly
                .SetItem(DayOfWeek.Monday, [new(new(9, 0), new(12, 0)), new(new(13, 30), new(18, 0))])
                .Remove(DayOfWeek.Tuesday),
            Holidays = [new(2026, 3, 4)],
        };
        var monday = Told.Instant("2026-03-02T11:50Z");

        Assert.Equal("2026-03-02T13:35:00Z", hours.After(monday, TimeSpan.FromMinutes(15), TimeZoneInfo.Utc).ToString());
        Assert.Equal("2026-03-05T09:20:00Z", hours.After(monday, TimeSpan.FromHours(5), TimeZoneInfo.Utc).ToString());
        Assert.Equal("2026-03-05T21:00:00Z", hours.AfterWorkingDays(monday, 1, TimeZoneInfo.Utc).ToString());
        Assert.Equal("2026-03-07T21:00:00Z", hours.AfterWorkingDays(monday, 3, TimeZoneInfo.Utc).ToString());
    }

    [Fact]
    public void The_first_months_tasks_earn_once_each_and_a_bonus_for_all()
    {
        var life = Lives.ByDefault();
        life.Joins("2026-03-02T10:00Z");
        life.Acts("2026-03-03T10:00Z", "profile_completed");
        life.Acts("2026-03-04T10:00Z", "profile_completed");
        life.Visits("2026-03-05T10:00Z");
        life.Acts("2026-03-06T10:00Z", "community_joined");
        Assert.DoesNotContain(life.Events, told => told is MemberTasksAllDone);
        var before = life.Member.Points;

        life.Acts("2026-03-07T10:00Z", "experience_shared");

        Assert.Equal(
            ["complete_profile", "first_service", "join_community", "share_experience"],
            life.Events.OfType<MemberTaskDone>().Select(told => told.Task));
        Assert.Equal(50, Assert.Single(life.Events.OfType<MemberTasksAllDone>()).Points);
        Assert.Equal(before + 50, life.Member.Points);
    }

    [Fact]
    public void After_the_first_month_they_earn_nothing_more()
    {
        var life = Lives.ByDefault();
        life.Joins("2026-03-02T10:00Z");
        life.Acts("2026-04-02T10:00Z", "community_joined");

        Assert.DoesNotContain(life.Events, told => told is MemberTaskDone);
    }

    private static Life Complaining(string at)
    {
        var life = Lives.ByDefault();
        life.Visits("2026-03-01T10:00Z");
        life.Send(new Complaint(Deeds.Key(99), Told.Instant(at), null), Told.Instant(at));
        return life;
    }

    private static void Done(Life life, string at, string outcome)
    {
        var number = life.Member.Care.Tasks.Single().Number;
        life.Send(new ClaimTask(number, new("mei")), Told.Instant(at));
        Assert.IsType<Decision.Accepted>(life.Send(new CompleteTask(number, new("mei"), outcome), Told.Instant(at)));
    }
}
