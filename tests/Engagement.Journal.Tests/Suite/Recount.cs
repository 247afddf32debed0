using Engagement.Domain.Members;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;

namespace Engagement.Journal.Tests.Suite;

/// <summary>Counts members by looking at each one's events, without any of the sums a store keeps.</summary>
internal static class Recount
{
    /// <summary>How many members were where at <paramref name="at"/>, one line for each count that is not 0.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<CommittedEvent> feed, Instant at)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var member in feed.GroupBy(told => told.Member))
        {
            var (stage, flags, home) = StandsAt(member, at);
            if (stage is null)
                continue;
            Add($"{home ?? "-"} {stage}");
            foreach (var flag in new[] { AttentionFlags.SecondVisitOverdue, AttentionFlags.Slipping }.Where(flag => flags.HasFlag(flag)))
                Add($"{home ?? "-"} {flag}");
        }

        return counts.Select(count => $"{count.Key} {count.Value}");

        void Add(string line) => counts[line] = counts.GetValueOrDefault(line) + 1;
    }

    /// <summary>The same lines from the sums of a store.</summary>
    public static IEnumerable<string> Of(IReadOnlyDictionary<StoreKey, Levels> levels) =>
        levels.SelectMany(store =>
            Enum.GetValues<Stage>().Select(stage => (Name: stage.ToString(), Count: store.Value[stage]))
                .Concat(new[] { AttentionFlags.SecondVisitOverdue, AttentionFlags.Slipping }
                    .Select(flag => (Name: flag.ToString(), Count: store.Value[flag])))
                .Where(level => level.Count != 0)
                .Select(level => $"{store.Key.Store?.Value ?? "-"} {level.Name} {level.Count}"))
            .Order(StringComparer.Ordinal);

    private static (Stage? Stage, AttentionFlags Flags, string? Home) StandsAt(IEnumerable<CommittedEvent> events, Instant at)
    {
        Stage? stage = null;
        var flags = AttentionFlags.None;
        var first = events.First();
        var home = first.Store?.Value;
        foreach (var told in events.Where(told => told.Id is null && told.At <= at))
        {
            switch (told.Happened)
            {
                case StageChanged changed:
                    stage = changed.To;
                    break;
                case FlagRaised raised:
                    flags |= raised.Flag;
                    break;
                case FlagLowered lowered:
                    flags &= ~lowered.Flag;
                    break;
                case HomeStoreSet set:
                    home = set.Store.Value;
                    break;
            }
        }

        return (stage, flags, home);
    }
}
