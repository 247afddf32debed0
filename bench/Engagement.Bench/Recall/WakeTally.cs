using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Journal;

namespace Engagement.Bench.Recall;

/// <summary>Counts and checks what is committed, as a watcher of the journal hears it.</summary>
/// <param name="clock">The clock members live by.</param>
/// <param name="members">How many members there are.</param>
internal sealed class WakeTally(LeapingClock clock, int members)
{
    private readonly Instant[] _latest = new Instant[members];

    // One bit for each day since all of them joined.
    private readonly ulong[] _sentOn = new ulong[members];
    private readonly byte[] _sentNow = new byte[members];
    private readonly List<double> _lateness = [];
    private readonly SortedDictionary<string, int> _events = new(StringComparer.Ordinal);
    private long _first;
    private long _last;

    /// <summary>Turns that time alone brought about, since it was last reset.</summary>
    public int Wakes { get; private set; }

    public int Events => _events.Values.Sum();

    /// <summary>The bytes of what happened, of all events.</summary>
    public long Bytes { get; private set; }

    public double WakesPerSecond => Wakes / Stopwatch.GetElapsedTime(_first, _last).TotalSeconds;

    /// <summary>Events that were told after a later one of the same member.</summary>
    public int OutOfOrder { get; private set; }

    /// <summary>Messages beyond one on a day or three within seven.</summary>
    public int BeyondCaps { get; private set; }

    /// <summary>The most messages that any member was sent since the last reset.</summary>
    public int MostToOne => _sentNow.Max();

    public IEnumerable<string> ByType => _events.OrderByDescending(type => type.Value).Select(type => $"{type.Value:N0} {type.Key}");

    public int Of(string type) => _events.GetValueOrDefault(type);

    /// <summary>From the instant at which a member was due until the commit of what came of it, in milliseconds.</summary>
    public (double Median, double P99, double Most) Lateness()
    {
        var sorted = _lateness.Order().ToList();
        return (sorted[sorted.Count / 2], sorted[sorted.Count * 99 / 100], sorted[^1]);
    }

    /// <summary>Counts anew. What is known of each member stays.</summary>
    public void Reset()
    {
        (Wakes, Bytes, _first, _last) = (0, 0, 0, 0);
        _lateness.Clear();
        _events.Clear();
        Array.Clear(_sentNow);
    }

    public void Note(CommittedBatch batch)
    {
        var now = Stopwatch.GetTimestamp();
        var instant = clock.Now;
        if (_first == 0)
            _first = now;
        _last = now;
        var previous = "";
        foreach (var happened in batch.Events)
        {
            var name = happened.Member.Value;
            // What one member brings in one commit is one turn.
            if (name != previous)
            {
                Wakes++;
                _lateness.Add((instant - happened.At).TotalMilliseconds);
                previous = name;
            }

            _events[happened.Type] = _events.GetValueOrDefault(happened.Type) + 1;
            Bytes += happened.Data.Length;
            Check(int.Parse(name.AsSpan(2), CultureInfo.InvariantCulture), happened);
        }
    }

    private void Check(int member, CommittedEvent happened)
    {
        if (happened.At < _latest[member])
            OutOfOrder++;
        _latest[member] = happened.At;
        if (happened.Happened is not MessageReleased released)
            return;
        var day = released.Day.DayNumber - Population.Day.LocalDate(TimeZoneInfo.Utc).DayNumber;
        var bit = 1UL << day;
        var week = (bit << 1) - (day < 7 ? 1 : bit >> 6);
        if ((_sentOn[member] & bit) != 0 || BitOperations.PopCount((_sentOn[member] | bit) & week) > 3)
            BeyondCaps++;
        _sentOn[member] |= bit;
        _sentNow[member]++;
    }
}
