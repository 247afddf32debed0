using Engagement.Domain.Erasure;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Hosting.Boards;
using Engagement.Journal;
using Engagement.Journal.Erasure;

namespace Engagement.Hosting.Live;

/// <summary>
/// The latest of a chain's history, in memory, with the board that belongs to it. All watchers of a chain read from this one
/// window, so that a watcher costs a position and no queue.
/// </summary>
internal sealed class ChainFeed(ChainId chain, LiveOptions options)
{
    private readonly Lock _gate = new();
    private readonly CommittedEvent[] _window = new CommittedEvent[options.Window];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BoardFold _board = new(new Dictionary<StoreKey, Levels>());
    private long _position;
    private long _oldest = 1;

    public ChainId Chain => chain;

    /// <summary>The position this feed has come to.</summary>
    public long Position
    {
        get
        {
            lock (_gate)
                return _position;
        }
    }

    /// <summary>Begins, or begins anew, from what the store holds.</summary>
    public void Start(ChainRules rules, BoardReading reading, IReadOnlyList<CommittedEvent> latest)
    {
        lock (_gate)
        {
            _board = new(reading.Levels);
            foreach (var happened in reading.Events)
                _board.AddFigures(rules, happened.Happened, happened.Store);
            foreach (var happened in latest)
                _window[happened.Position % _window.Length] = happened;
            _position = reading.Position;
            foreach (var happened in latest.Where(told => told.Happened is Erased))
                Clean(happened);
            _oldest = latest.Count > 0 ? latest[0].Position : reading.Position + 1;
        }

        Ring();
    }

    /// <summary>Adds what was committed; false if something before it is missing here.</summary>
    public bool TryAdd(ChainRules rules, IReadOnlyList<CommittedEvent> events)
    {
        lock (_gate)
        {
            foreach (var happened in events)
            {
                if (happened.Position <= _position)
                    continue;
                if (happened.Position != _position + 1)
                    return false;
                _window[happened.Position % _window.Length] = happened;
                _position = happened.Position;
                _oldest = Math.Max(_oldest, _position - _window.Length + 1);
                _board.Add(rules, happened.Happened, happened.Store);
                if (happened.Happened is Erased)
                    Clean(happened);
            }
        }

        Ring();
        return true;
    }

    /// <summary>
    /// What came after <paramref name="after"/>, at most as much as one item may hold, with the board as of now. The events
    /// are null when the window begins later than that.
    /// </summary>
    public (IReadOnlyList<CommittedEvent>? Events, long Position, Board Board) Read(
        ChainRules rules, long after, StoreId? store, Instant now)
    {
        lock (_gate)
        {
            var board = _board.Board(rules, chain, store, _position, now);
            if (after + 1 < _oldest || after > _position)
                return (null, _position, board);
            var to = Math.Min(_position, after + options.MostInOneItem);
            var events = new List<CommittedEvent>();
            for (var position = after + 1; position <= to; position++)
            {
                var happened = _window[position % _window.Length];
                if (store is null || happened.Store == store)
                    events.Add(happened);
            }

            return (events, to, board);
        }
    }

    /// <summary>The latest events up to now, newest first, and the board that belongs to them.</summary>
    public (IReadOnlyList<CommittedEvent> Recent, Board Board) Snapshot(ChainRules rules, StoreId? store, Instant now)
    {
        lock (_gate)
        {
            var recent = new List<CommittedEvent>();
            for (var position = _position; position >= _oldest && recent.Count < options.RecentInSnapshot; position--)
            {
                var happened = _window[position % _window.Length];
                if (store is null || happened.Store == store)
                    recent.Add(happened);
            }

            return (recent, _board.Board(rules, chain, store, _position, now));
        }
    }

    /// <summary>Lets go of the figures of days that are over.</summary>
    public void Forget(ChainRules rules, Instant now)
    {
        lock (_gate)
            _board.Forget(rules, now);
    }

    /// <summary>Ends when there is more than <paramref name="position"/>, or when called back.</summary>
    public Task MoreThan(long position)
    {
        lock (_gate)
            return _position > position ? Task.CompletedTask : _changed.Task;
    }

    // What the store is cleaned of in a moment is no longer told from memory.
    private void Clean(CommittedEvent erased)
    {
        foreach (ref var told in _window.AsSpan())
        {
            if (told is not null && told.Member == erased.Member)
                told = Redaction.Clean(told, Depth.Everything);
        }
    }

    private void Ring()
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }
}
