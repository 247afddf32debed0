using System.Collections.Immutable;

namespace Engagement.Domain.Recall;

/// <summary>The nine playbooks of docs/domain §9.</summary>
internal static class DefaultPlaybooks
{
    private const int Day = 24;

    public static readonly ImmutableSortedDictionary<string, Playbook> All = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, Playbook>
        {
            ["welcome"] = new()
            {
                Priority = 40,
                Trigger = new(Occasion.Joined),
                Steps = [Message(0, "welcome"), Message(1 * Day, "benefits_guide"), Message(7 * Day, "task_reminder")],
                EndsAfterHours = 30 * Day,
            },
            ["second_visit"] = new()
            {
                Priority = 60,
                Trigger = new(Occasion.FirstVisit),
                Steps =
                [
                    Call(3 * Day, "satisfaction_call", "Ask how the first visit was"),
                    Message(14 * Day, "second_visit_offer", "10 % off the second visit"),
                    Call(30 * Day, "second_visit_call", "Invite her to a second visit"),
                ],
                Exits = [Exit.SecondVisit],
            },
            ["dormancy"] = new()
            {
                Priority = 55,
                Trigger = new(Occasion.Dormant),
                Steps =
                [
                    new(0, Message: new("dormant_hello"), Task: new("recall_call", "Call a member who has fallen silent")),
                    Message(14 * Day, "dormant_offer", "A treatment at half the price"),
                    Call(45 * Day, "last_call", "Call once more before she is lost"),
                ],
                Exits = [Exit.CountedAct],
            },
            ["win_back"] = new()
            {
                Priority = 50,
                Trigger = new(Occasion.Lost),
                Steps =
                [
                    Message(0, "win_back_first", "A voucher of 200"),
                    Message(60 * Day, "win_back_second", "A voucher of 300"),
                    Message(120 * Day, "win_back_last", "A voucher of 500"),
                ],
                Exits = [Exit.CountedAct],
                EndsAfterHours = 180 * Day,
            },
            ["renewal"] = new()
            {
                Priority = 80,
                Trigger = new(Occasion.CardExpiring, Days: 60),
                Steps =
                [
                    Message(0, "renewal", "75 % of the price"),
                    Message(30 * Day, "renewal", "85 % of the price"),
                    Message(45 * Day, "renewal", "90 % of the price"),
                    Message(53 * Day, "renewal", "95 % of the price"),
                ],
                Exits = [Exit.Renewed],
                EndsAfterHours = 60 * Day,
            },
            ["referral_lead"] = new()
            {
                Priority = 90,
                Trigger = new(Occasion.FriendJoined),
                Steps =
                [
                    Message(0, "friend_welcome"),
                    Message(4, "friend_gift", "The gift pack"),
                    Call(24, "consultation", "Offer a consultation in person"),
                    Message(48, "friend_countdown"),
                ],
                Exits = [Exit.Purchase],
                EndsAfterHours = 72,
            },
            ["birthday"] = new()
            {
                Priority = 70,
                Trigger = new(Occasion.Birthday, At: new(9, 0)),
                Steps = [new(0, Message: new("birthday", UselessAfterHours: 3 * Day), Offer: "A birthday gift")],
                CoolDownDays = 300,
            },
            ["streak_saver"] = new()
            {
                Priority = 20,
                Trigger = new(Occasion.StreakAtRisk, At: new(20, 0), Run: 3),
                Steps = [new(0, Message: new("streak_saver", UselessAfterHours: 4))],
                Exits = [Exit.SignIn],
                EndsAfterHours = 4,
            },
            ["points_expiring"] = new()
            {
                Priority = 40,
                Trigger = new(Occasion.PointsExpiring, Days: 30, Points: 100),
                Steps = [Message(0, "points_expiring")],
                CoolDownDays = 30,
            },
            ["tier_at_risk"] = new()
            {
                Priority = 60,
                Trigger = new(Occasion.TierAtRisk),
                Steps = [Message(0, "tier_at_risk")],
                CoolDownDays = 60,
            },
            ["care_call"] = new()
            {
                Priority = 30,
                Trigger = new(Occasion.NoContact, Days: 90),
                Steps = [Call(0, "care_call", "The call of the quarter")],
                Exits = [Exit.TaskDone],
            },
        });

    private static Step Message(int afterHours, string template, string? offer = null) =>
        new(afterHours, Message: new(template), Offer: offer);

    private static Step Call(int afterHours, string kind, string title) => new(afterHours, Task: new(kind, title));
}
