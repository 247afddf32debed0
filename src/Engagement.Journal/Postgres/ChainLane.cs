using Engagement.Domain.Identity;

namespace Engagement.Journal.Postgres;

/// <summary>The turns of one chain that wait to be stored. One commit at a time is under way.</summary>
internal sealed class ChainLane(PostgresWriter writer)
{
    /// <summary>More would make the first in a batch wait for too long.</summary>
    private const int MostInOneCommit = 1024;

    private readonly Lock _gate = new();
    private readonly List<AppendRequest> _waiting = [];
    private bool _running;

    public void Add(AppendRequest request)
    {
        lock (_gate)
        {
            _waiting.Add(request);
            if (_running)
                return;
            _running = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static lane => _ = lane.RunAsync(), this, preferLocal: false);
    }

    private async Task RunAsync()
    {
        while (Next() is { } batch)
            await writer.CommitAsync(batch[0].Encoded.Append.Key.Chain, batch).ConfigureAwait(false);
    }

    private AppendRequest[]? Next()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _running = false;
                return null;
            }

            return Take();
        }
    }

    // A member or an id that comes a second time waits for the next commit, which will see what became of the first.
    private AppendRequest[] Take()
    {
        var batch = new List<AppendRequest>(Math.Min(_waiting.Count, MostInOneCommit));
        var members = new HashSet<MemberId>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var kept = 0;
        var index = 0;
        for (; index < _waiting.Count && batch.Count < MostInOneCommit; index++)
        {
            var request = _waiting[index];
            if (members.Add(request.Encoded.Append.Key.Member) && AddIds(request, ids))
                batch.Add(request);
            else
                _waiting[kept++] = request;
        }

        _waiting.RemoveRange(kept, index - kept);
        return [.. batch];
    }

    private static bool AddIds(AppendRequest request, HashSet<string> ids)
    {
        foreach (ref readonly var happened in request.Encoded.Events.AsSpan())
        {
            if (happened.Key is { } key && !ids.Add(key.Id))
                return false;
        }

        return true;
    }
}
