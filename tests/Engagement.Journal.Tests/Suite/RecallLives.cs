using System.Collections.Immutable;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Journal.Tests.Suite;

/// <summary>Lives in which playbooks and campaigns are worth something: members come back, pay, and get some of it back.</summary>
internal static class RecallLives
{
    /// <summary>The playbooks that every chain has to begin with, four of ten members left alone.</summary>
    private static readonly ChainRules Rules = Glow.RulesOf(Glow.Policy with
    {
        Recall = new()
        {
            Playbooks = new RecallPolicy().Playbooks.ToImmutableSortedDictionary(
                book => book.Key, book => book.Value with { HoldoutPercent = 40 }, StringComparer.Ordinal),
        },
    });

    /// <summary>A year of a member by chance. Some have no home store for a while.</summary>
    public static async Task LiveWithRecallAsync(this OpenedStore store, MemberKey key, Instant from, Random random)
    {
        var now = from + TimeSpan.FromMinutes(random.Next(20_000));
        var orders = new List<(string Order, decimal Amount)>();
        StoreId? home = random.Next(2) == 0 ? Glow.Bund : null;
        await store.TellAsync(Rules, key, now, new Join(Glow.Key($"{key.Member}-join"), now, home));
        for (var turn = 0; turn < 30; turn++)
        {
            now += TimeSpan.FromMinutes(random.Next(random.Next(4) == 0 ? 150_000 : 4_000));
            var member = (await store.TellAsync(Rules, key, now, new Advance(now))).State;
            if (Next(key, member, now, turn, orders, random) is { } command)
                await store.TellAsync(Rules, key, now, command);
        }
    }

    private static MemberCommand? Next(
        MemberKey key, Member member, Instant now, int turn, List<(string Order, decimal Amount)> orders, Random random)
    {
        var id = $"{key.Member}-{turn}";
        var task = member.Care.Tasks.FirstOrDefault();
        switch (random.Next(10))
        {
            case 0:
                return Glow.Visit(id, now, random.Next(2) == 0 ? Glow.Soho : null);
            case 1 or 2:
                orders.Add((id, random.Next(1, 2_000_000) / 5_000m));
                return Glow.Purchase(id, now, orders[^1].Amount, id);
            case 3 when orders.Count > 0:
                var (order, amount) = orders[^1];
                orders.RemoveAt(orders.Count - 1);
                return Glow.Refund(id, now, order, random.Next(2) == 0 ? null : amount / 2);
            case 4:
                return new Survey(Glow.Key(id), now, null, random.Next(11));
            case 5:
                return new ReceiveCampaign("spring", now, "welcome", null, null, 60, random.Next(2) == 0 ? 1 : null, 50);
            case 6 when member.Recall.LastRun > 0:
                return new ReportMessage(new(random.Next(1, member.Recall.LastRun + 1), random.Next(3)), (MessageFate)random.Next(3));
            default:
                return task switch
                {
                    { State: TaskState.Claimed, Assignee: { } by } => new CompleteTask(task.Number, by, random.Next(2) == 0 ? "reached" : "booked"),
                    not null => new ClaimTask(task.Number, new($"staff{random.Next(3)}")),
                    null => null,
                };
        }
    }
}
