using System.Collections.Concurrent;
using System.Diagnostics;
using Engagement.Domain.Identity;

namespace Engagement.Journal.Postgres;

/// <summary>
/// Stores turns: a lane for each chain, in which whatever has gathered while the last commit was under way goes with the
/// next, in one round trip. While the server is away everybody is told at once, and one try after the other finds out when it
/// is back.
/// </summary>
internal sealed class PostgresWriter(
    PostgresConnections connections, string node, PostgresOptions options, TimeProvider time, Action<CommittedBatch> committed) : IAsyncDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<ChainId, ChainLane> _lanes = new();
    private readonly SemaphoreSlim _slots = new(Math.Clamp(options.MostWriters, 1, Math.Max(1, options.MostConnections - 2)));
    private int _waiting;
    private volatile bool _stopping;
    private volatile Outage? _outage;

    /// <summary>Queues a turn's outcome; its task ends after the commit that holds it.</summary>
    /// <exception cref="JournalUnavailableException">Too much is waiting already, or the server is away.</exception>
    public Task<AppendResult> EnqueueAsync(EncodedAppend encoded)
    {
        if (_stopping)
            throw new JournalUnavailableException("The node is stopping.");
        RefuseDuringOutage();
        if (Interlocked.Increment(ref _waiting) > options.MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new JournalUnavailableException("The journal is busy: too much is waiting to be stored.");
        }

        var request = new AppendRequest(encoded);
        _lanes.GetOrAdd(encoded.Append.Key.Chain, static (_, writer) => new(writer), this).Add(request);
        return request.Done;
    }

    /// <summary>Commits what belongs together and answers everybody. Never throws.</summary>
    internal async Task CommitAsync(ChainId chain, AppendRequest[] batch)
    {
        await _slots.WaitAsync().ConfigureAwait(false);
        try
        {
            RefuseDuringOutage();
            await StoreAsync(chain, batch).ConfigureAwait(false);
            _outage = null;
        }
        catch (Exception exception) when ((batch.Length > 1 && PostgresFaults.IsOfContent(exception)) || PostgresFaults.IsConflict(exception))
        {
            // One of them is to blame: the others must not suffer for it.
            foreach (var request in batch)
                await AloneAsync(chain, request).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            AppendRequest.FailAll(batch, Note(exception));
        }
        finally
        {
            _slots.Release();
            Interlocked.Add(ref _waiting, -batch.Length);
        }
    }

    private async Task AloneAsync(ChainId chain, AppendRequest request)
    {
        try
        {
            await StoreAsync(chain, [request]).ConfigureAwait(false);
        }
        catch (Exception exception) when (PostgresFaults.IsConflict(exception))
        {
            // Somebody wrote past the chain's lock. Whoever asked loads her again and decides anew.
            request.Result = AppendResult.Conflict;
            request.Complete();
        }
        catch (Exception exception)
        {
            request.Fail(Note(exception));
        }
    }

    private async Task StoreAsync(ChainId chain, AppendRequest[] batch)
    {
        var turns = new TurnArrays(chain, node, batch, time);
        for (var tries = 1; ; tries++)
        {
            try
            {
                var connection = await connections.OpenAsync(CancellationToken.None).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                    await turns.StoreAsync(connection).ConfigureAwait(false);
                break;
            }
            catch (Exception exception) when (tries < 3 && PostgresFaults.IsQuarrel(exception))
            {
                // Nothing was stored; whoever won is through by now.
            }
        }

        if (turns.Committed() is { } told)
            committed(told);
        AppendRequest.CompleteAll(batch);
    }

    private void RefuseDuringOutage()
    {
        if (_outage is { } outage && Stopwatch.GetElapsedTime(outage.Since) < BetweenTries)
            throw new JournalUnavailableException(outage.Fault.Message, outage.Fault) { RetryAfter = outage.Fault.RetryAfter };
    }

    private JournalUnavailableException Note(Exception exception)
    {
        if (exception is JournalUnavailableException known)
            return known;
        if (PostgresFaults.Translate(exception) is not { } fault)
            return new JournalUnavailableException("The journal failed; whether this was stored is not known. Sending it again is safe.", exception);
        if (!PostgresFaults.IsOfContent(exception))
            _outage = new(fault, Stopwatch.GetTimestamp());
        return fault;
    }

    /// <summary>Takes nothing more and ends when all that was waiting is stored.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        while (Volatile.Read(ref _waiting) > 0)
            await Task.Delay(5).ConfigureAwait(false);
    }

    private sealed record Outage(JournalUnavailableException Fault, long Since);
}
