using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Journal.Tests.Suite;

/// <summary>Lives with playbooks, in which staff do all that they can do with tasks and channels report what became of messages.</summary>
internal static class CareLives
{
    private static readonly string[] Outcomes = ["reached", "booked", "not_interested"];

    /// <summary>Half a year of a member by chance, and all that happened to her.</summary>
    public static async Task<IReadOnlyList<MemberEvent>> LiveWithCareAsync(this OpenedStore store, MemberKey key, Instant from, Random random)
    {
        var now = from + TimeSpan.FromMinutes(random.Next(20_000));
        StoreId? home = random.Next(3) switch { 0 => Glow.Bund, 1 => Glow.Soho, _ => null };
        var member = (await store.TellAsync(Glow.WithPlaybooks, key, now, new Join(Glow.Key($"{key.Member}-join"), now, home))).State;
        for (var turn = 0; turn < 25; turn++)
        {
            now += TimeSpan.FromMinutes(random.Next(random.Next(3) == 0 ? 90_000 : 3_000));
            member = (await store.TellAsync(Glow.WithPlaybooks, key, now, new Advance(now))).State;
            if (Next(key, member, now, $"{key.Member}-{turn}", random) is { } command)
                member = (await store.TellAsync(Glow.WithPlaybooks, key, now, command)).State;
        }

        var history = await store.Queries.HistoryAsync(key, TestContext.Current.CancellationToken);
        return [.. history.Select(told => told.Happened)];
    }

    private static MemberCommand? Next(MemberKey key, Member member, Instant now, string id, Random random)
    {
        var by = new StaffId($"staff{random.Next(3)}");
        var task = member.Care.Tasks.Length == 0 ? null : member.Care.Tasks[random.Next(member.Care.Tasks.Length)];
        return random.Next(9) switch
        {
            0 => Glow.Visit(id, now, random.Next(2) == 0 ? Glow.Soho : null),
            1 => new Complaint(Glow.Key(id), now, null),
            2 => new Survey(Glow.Key(id), now, null, random.Next(11)),
            3 => new Consent(Glow.Key(id), now, null, random.Next(2) == 0 ? null : "file", random.Next(4) > 0),
            4 when member.Recall.LastRun > 0 =>
                new ReportMessage(new(random.Next(1, member.Recall.LastRun + 1), random.Next(3)), (MessageFate)random.Next(3), random.Next(2) == 0 ? "gone: \"x\", 好" : null),
            _ when task is { State: TaskState.Claimed, Assignee: { } hers } => random.Next(4) switch
            {
                0 => new ReleaseTask(task.Number, hers),
                1 => new SnoozeTask(task.Number, hers, now + TimeSpan.FromHours(random.Next(1, 90))),
                2 => new ReassignTask(task.Number, by, new("staff9")),
                _ => new CompleteTask(task.Number, hers, Outcomes[random.Next(Outcomes.Length)]),
            },
            _ when task is not null => new ClaimTask(task.Number, by),
            _ => null,
        };
    }
}
