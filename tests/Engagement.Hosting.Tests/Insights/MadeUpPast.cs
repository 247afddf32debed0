using Engagement.Domain.Identity;
using Engagement.Domain.Purchases;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Engagement.Hosting.Insights;
using Engagement.Journal.Insights;

namespace Engagement.Hosting.Tests.Insights;

/// <summary>
/// A past drawn by lot: thirty members of two stores over some two years, told in no order of time, with some of it given back. What
/// was drawn is kept beside it in the plainest way, to count again without sharing any code.
/// </summary>
internal sealed class MadeUpPast
{
    public static readonly StoreId[] Stores = [new("east"), new("west")];

    private static readonly DateTime Begin = new(2024, 1, 15, 0, 0, 0, DateTimeKind.Utc);

    private readonly Random _random;

    public MadeUpPast(int seed)
    {
        _random = new(seed);
        Traces = [.. Enumerable.Range(1, 30).SelectMany(Life).OrderBy(told => told.Order).Select(told => told.Trace)];
        Past = Of(Traces);
    }

    public ChainPast Past { get; }

    public IReadOnlyList<Trace> Traces { get; }

    /// <summary>Each counted act with its member, her home and when it was given back.</summary>
    public List<(int Member, StoreId Home, DateTime At, DateTime OutAt)> Acts { get; } = [];

    /// <summary>When each member was first heard of.</summary>
    public Dictionary<int, (DateTime First, StoreId Home)> Members { get; } = [];

    public static ChainPast Of(IEnumerable<Trace> traces)
    {
        var past = new ChainPast();
        foreach (var trace in traces)
            past.Tell(trace);
        return past;
    }

    public static Instant At(DateTime at) => Instant.FromDateTimeOffset(new(at, TimeSpan.Zero));

    /// <summary>The acts that counted as of an instant.</summary>
    public IEnumerable<(int Member, StoreId Home, DateTime At, DateTime OutAt)> CountedAsOf(DateTime asOf) =>
        Acts.Where(act => act.At <= asOf && act.OutAt > asOf);

    private IEnumerable<(double Order, Trace Trace)> Life(int member)
    {
        var home = Stores[_random.Next(2)];
        var joined = Day();
        // She is heard of first at home, whatever is told of earlier days later on.
        yield return (-1, new(member, At(joined), home, TraceKind.Other));
        var first = joined;
        var told = _random.NextDouble();
        for (var number = 1; number <= _random.Next(12); number++)
        {
            var at = Day();
            first = at < first ? at : first;
            var outAt = DateTime.MaxValue;
            yield return (told, new(member, At(at), Stores[_random.Next(2)], TraceKind.Counted));
            told += _random.NextDouble();
            if (_random.Next(5) == 0)
            {
                outAt = at.AddDays(_random.Next(40));
                var refund = new Refunded(At(outAt), new("", default), null, null, 0m, 0, [new(number, 0m, 0, Whole: true)], null);
                yield return (told, new(member, At(outAt), null, TraceKind.Told) { Happened = refund });
                told += _random.NextDouble();
            }

            Acts.Add((member, home, at, outAt));
        }

        yield return (told, new(member, At(first), home, TraceKind.Stage) { Stage = Stage.New });
        Members[member] = (first, home);
    }

    private DateTime Day() => Begin.AddHours(_random.Next(24 * 700));
}
