using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Journal;

namespace Engagement.Hosting.Members;

/// <summary>
/// A member in memory. Commands that arrive while a turn is under way wait and are taken together in the next one.
/// </summary>
public sealed class MemberCell(MemberKey key, MemberTurn turn)
{
    /// <summary>A turn with more commands would keep others waiting for its commit.</summary>
    private const int MostInOneTurn = 1000;

    private readonly Lock _gate = new();
    private List<Waiting> _waiting = [];
    private MemberRecord? _known;
    private long _usedAt;
    private bool _used;
    private bool _running;
    private bool _retired;

    public MemberKey Key => key;

    /// <summary>Queues commands; false if this cell has left memory.</summary>
    /// <param name="now">A timestamp of the clock that idleness is measured by.</param>
    /// <param name="cancellation">
    /// Withdraws commands that still wait for their turn. A turn that has begun goes on to its commit.
    /// </param>
    public bool TrySend(
        IReadOnlyList<MemberCommand> commands, long now, CancellationToken cancellation, out Task<IReadOnlyList<Reply>> replies)
    {
        var waiting = new Waiting(commands, cancellation);
        replies = waiting.Task;
        lock (_gate)
        {
            if (_retired)
                return false;
            _usedAt = now;
            _used = true;
            _waiting.Add(waiting);
            if (_running)
                return true;
            _running = true;
        }

        _ = RunAsync();
        return true;
    }

    /// <summary>Leaves memory unless busy, used since <paramref name="idleSince"/>, or (where respected) used since last asked.</summary>
    public bool TryRetire(long idleSince, bool respectUse)
    {
        lock (_gate)
        {
            var used = _used && respectUse;
            _used = false;
            if (_running || used || _usedAt > idleSince)
                return false;
            return _retired = true;
        }
    }

    private async Task RunAsync()
    {
        while (NextBatch() is { } batch)
        {
            try
            {
                var commands = batch.Count == 1 ? batch[0].Commands : [.. batch.SelectMany(waiting => waiting.Commands)];
                var (replies, now) = await turn.TakeAsync(key, _known, commands, CancellationToken.None).ConfigureAwait(false);
                _known = now;
                Answer(batch, replies);
            }
            catch (Exception exception)
            {
                // Whatever it was, what is in memory may no longer be what is stored.
                _known = null;
                foreach (var waiting in batch)
                    waiting.TrySetException(exception);
            }
        }
    }

    private static void Answer(List<Waiting> batch, IReadOnlyList<Reply> replies)
    {
        if (batch.Count == 1)
        {
            batch[0].SetResult(replies);
            return;
        }

        var first = 0;
        foreach (var waiting in batch)
        {
            waiting.SetResult([.. replies.Skip(first).Take(waiting.Commands.Count)]);
            first += waiting.Commands.Count;
        }
    }

    private List<Waiting>? NextBatch()
    {
        lock (_gate)
        {
            _waiting.RemoveAll(static waiting => waiting.TryWithdraw());
            if (_waiting.Count > 0)
                return Next();
            _running = false;
            return null;
        }
    }

    private List<Waiting> Next()
    {
        var count = 0;
        var taken = 0;
        while (taken < _waiting.Count && (taken == 0 || count + _waiting[taken].Commands.Count <= MostInOneTurn))
            count += _waiting[taken++].Commands.Count;
        var batch = _waiting;
        if (taken == _waiting.Count)
        {
            _waiting = [];
            return batch;
        }

        _waiting = batch.GetRange(taken, batch.Count - taken);
        batch.RemoveRange(taken, batch.Count - taken);
        return batch;
    }

    private sealed class Waiting(IReadOnlyList<MemberCommand> commands, CancellationToken cancellation)
        : TaskCompletionSource<IReadOnlyList<Reply>>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public IReadOnlyList<MemberCommand> Commands { get; } = commands;

        public bool TryWithdraw() => cancellation.IsCancellationRequested && TrySetCanceled(cancellation);
    }
}
