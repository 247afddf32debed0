using System.Collections.Immutable;
using Engagement.Domain.Care;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;

namespace Engagement.Domain.Tests.Stories;

public class RecallPolicyFaults
{
    private static readonly Step Hello = new(0, Message: new("welcome"));

    public static TheoryData<Policy, string> Faulty => new()
    {
        { Book(steps: []), "recall.playbooks.x.steps: must be 1 to 20" },
        { Book(steps: [.. Enumerable.Repeat(Hello, 21)]), "recall.playbooks.x.steps: must be 1 to 20" },
        { Book(steps: [Hello, Hello with { AfterHours = 17521 }]), "recall.playbooks.x.steps[1].afterHours: must be between 0 and 17520, not 17521" },
        { Book(steps: [Hello with { AfterHours = 24 }, Hello]), "recall.playbooks.x.steps[1].afterHours: must not be less than the 24 of the step before" },
        { Book(steps: [new(0)]), "recall.playbooks.x.steps[0]: must have a message or a task" },
        { Book(steps: [Hello, null!]), "recall.playbooks.x.steps[1]: must be an object such as {\"afterHours\": 24, \"message\": {\"template\": \"welcome\"}}" },
        { Book(steps: [new(0, Message: new("Hello there"))]), "recall.playbooks.x.steps[0].message.template: must have 1 to 64 characters of a to z, 0 to 9 and _" },
        { Book(steps: [new(0, Message: new("welcome", Channel: ""))]), "recall.playbooks.x.steps[0].message.channel: must have 1 to 64 characters of a to z, 0 to 9 and _" },
        { Book(steps: [new(0, Message: new("welcome", UselessAfterHours: 0))]), "recall.playbooks.x.steps[0].message.uselessAfterHours: must be between 1 and 17520, not 0" },
        { Book(steps: [new(0, Task: new("call", " "))]), "recall.playbooks.x.steps[0].task.title: must say what to do" },
        { Book(steps: [new(0, Task: new(new string('k', 65), "Call her"))]), "recall.playbooks.x.steps[0].task.kind: must have 1 to 64 characters of a to z, 0 to 9 and _" },
        { Book(steps: [new(0, Task: new("call", "Call her", new string('s', 501)))]), "recall.playbooks.x.steps[0].task.script: must have at most 500 characters" },
        { Book(steps: [Hello with { Offer = new string('o', 501) }]), "recall.playbooks.x.steps[0].offer: must have at most 500 characters" },
        { Book(book => book with { Priority = 101 }), "recall.playbooks.x.priority: must be between 0 and 100, not 101" },
        { Book(book => book with { HoldoutPercent = -1 }), "recall.playbooks.x.holdoutPercent: must be between 0 and 100, not -1" },
        { Book(book => book with { CoolDownDays = 3651 }), "recall.playbooks.x.coolDownDays: must be between 0 and 3650, not 3651" },
        { Book(book => book with { EndsAfterHours = 0 }), "recall.playbooks.x.endsAfterHours: must be between 1 and 17520, not 0" },
        { When(new(Occasion.Birthday)), "recall.playbooks.x.trigger.at: this occasion needs a time of day" },
        { When(new(Occasion.Lost, At: new(9, 0))), "recall.playbooks.x.trigger.at: this occasion has no time of day" },
        { When(new(Occasion.NoContact)), "recall.playbooks.x.trigger.days: this occasion needs a number of days" },
        { When(new(Occasion.Dormant, Days: 3)), "recall.playbooks.x.trigger.days: this occasion has no days" },
        { When(new(Occasion.CardExpiring, Days: 731)), "recall.playbooks.x.trigger.days: must be between 1 and 730, not 731" },
        { When(new(Occasion.Joined, Run: 3)), "recall.playbooks.x.trigger.run: this occasion has no run of sign-ins" },
        { When(new(Occasion.StreakAtRisk, At: new(20, 0), Run: 0)), "recall.playbooks.x.trigger.run: must be between 1 and 366, not 0" },
        { Named("Win back!"), "recall.playbooks.Win back!: must have 1 to 64 characters of a to z, 0 to 9 and _" },
        { Recall(new() { Playbooks = Books("x", null!) }), "recall.playbooks.x: must be an object with trigger and steps; switch it off with {\"enabled\": false}" },
        { Messages(new() { MostADay = 0 }), "recall.messages.mostADay: must be between 1 and 100, not 0" },
        { Messages(new() { MostInWindow = 0 }), "recall.messages.mostInWindow: must be between 1 and 1000, not 0" },
        { Messages(new() { WindowDays = 32 }), "recall.messages.windowDays: must be between 1 and 31, not 32" },
        { Messages(new() { SpreadMinutes = -1 }), "recall.messages.spreadMinutes: must be between 0 and 720, not -1" },
        {
            Messages(new() { QuietFrom = new(10, 0), SpreadMinutes = 60 }),
            "recall.messages.spreadMinutes: must be less than the 60 minutes from quietUntil to quietFrom"
        },
        { Messages(new() { Channel = "E-Mail" }), "recall.messages.channel: must have 1 to 64 characters of a to z, 0 to 9 and _" },
        { Care(new() { DetractorUpTo = 11 }), "care.detractorUpTo: must be between 0 and 10, not 11" },
        { Care(new() { PauseDaysAfterBooking = 366 }), "care.pauseDaysAfterBooking: must be between 0 and 365, not 366" },
        { Care(new() { OtherTasks = new() }), "care.otherTasks: must give openMinutes, hours or workingDays" },
        { Care(new() { Tasks = Rules(new(WorkingDays: 101)) }), "care.tasks.call.workingDays: must be between 1 and 100, not 101" },
        { Care(new() { Tasks = Rules(new(Hours: 1, ExpiresAfterHours: 0)) }), "care.tasks.call.expiresAfterHours: must be between 1 and 17520, not 0" },
        { Care(new() { FirstMonth = [new("a"), new("a")] }), "care.firstMonth[1].name: there is another task 'a'" },
        { Care(new() { FirstMonth = [new("a", Points: -1)] }), "care.firstMonth[0].points: must be between 0 and 1000000, not -1" },
        { Care(new() { FirstMonth = [new("a", Act: "")] }), "care.firstMonth[0].act: must have 1 to 64 characters" },
        { Care(new() { FirstMonthDays = 0 }), "care.firstMonthDays: must be between 1 and 366, not 0" },
        { Open([new(new(9, 0), new(9, 0))]), "care.openingHours.weekly.monday[0].until: must be later than 'from'; 00:00 is the end of the day" },
        {
            Open([new(new(9, 0), new(13, 0)), new(new(12, 0), new(18, 0))]),
            "care.openingHours.weekly.monday[1].from: must not be earlier than the end of the time before"
        },
        {
            Open([new(new(9, 0), new(0, 0)), new(new(12, 0), new(18, 0))]),
            "care.openingHours.weekly.monday[1].from: must not be earlier than the end of the time before"
        },
        { Open([]), "care.openingHours.weekly: must have at least one time a week at which it is open" },
    };

    [Theory]
    [MemberData(nameof(Faulty), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_with_playbooks_messages_and_tasks_is_said_with_the_field_and_the_reason(Policy policy, string expected)
    {
        var fault = Assert.Single(PolicyValidation.Validate(policy));
        Assert.Equal(expected, $"{fault.Path}: {fault.Why}");
    }

    [Fact]
    public void Messages_may_all_go_at_one_stroke_in_the_morning_and_a_day_may_have_no_quiet_hours()
    {
        Assert.Empty(PolicyValidation.Validate(Messages(new() { SpreadMinutes = 0 })));
        Assert.Empty(PolicyValidation.Validate(Messages(new() { QuietFrom = new(9, 0), SpreadMinutes = 720 })));
    }

    [Fact]
    public void A_store_may_be_open_until_midnight_and_around_the_clock()
    {
        var late = Open([new(new(9, 0), new(12, 0)), new(new(20, 0), new(0, 0))]);
        var always = Open([new(new(0, 0), new(0, 0))]);
        Assert.Empty(PolicyValidation.Validate(late));
        Assert.Empty(PolicyValidation.Validate(always));

        // A Monday.
        var from = Support.Told.Instant("2026-03-02T11:00Z");
        Assert.Equal("2026-03-03T00:00:00Z", late.Care.OpeningHours.After(from, TimeSpan.FromHours(5), TimeZoneInfo.Utc).ToString());
        Assert.Equal("2026-03-09T10:00:00Z", late.Care.OpeningHours.After(from, TimeSpan.FromHours(6), TimeZoneInfo.Utc).ToString());
        Assert.Equal("2026-03-10T00:00:00Z", late.Care.OpeningHours.AfterWorkingDays(from, 1, TimeZoneInfo.Utc).ToString());
        Assert.Equal("2026-03-02T12:30:00Z", always.Care.OpeningHours.After(from, TimeSpan.FromMinutes(90), TimeZoneInfo.Utc).ToString());
    }

    private static Policy Recall(RecallPolicy recall) => Policy.Default with { Recall = recall };

    private static Policy Messages(MessagePolicy messages) => Recall(new() { Messages = messages });

    private static Policy Care(CarePolicy care) => Policy.Default with { Care = care };

    private static Policy Book(ImmutableArray<Step> steps) => Book(book => book with { Steps = steps });

    private static Policy When(Trigger trigger) => Book(book => book with { Trigger = trigger });

    private static Policy Book(Func<Playbook, Playbook> change) =>
        Recall(new() { Playbooks = Books("x", change(new() { Trigger = new(Occasion.Joined), Steps = [Hello] })) });

    private static Policy Named(string name) =>
        Recall(new() { Playbooks = Books(name, new() { Trigger = new(Occasion.Joined), Steps = [Hello] }) });

    private static ImmutableSortedDictionary<string, Playbook> Books(string name, Playbook playbook) =>
        ImmutableSortedDictionary<string, Playbook>.Empty.Add(name, playbook);

    private static ImmutableSortedDictionary<string, TaskRule> Rules(TaskRule rule) =>
        ImmutableSortedDictionary<string, TaskRule>.Empty.Add("call", rule);

    // Open on Mondays only.
    private static Policy Open(ImmutableArray<OpenSpan> monday) => Care(new()
    {
        OpeningHours = new() { Weekly = ImmutableSortedDictionary<DayOfWeek, ImmutableArray<OpenSpan>>.Empty.Add(DayOfWeek.Monday, monday) },
    });
}
