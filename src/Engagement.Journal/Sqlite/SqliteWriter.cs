using System.Threading.Channels;
using Engagement.Domain.Identity;
using Microsoft.Data.Sqlite;

namespace Engagement.Journal.Sqlite;

/// <summary>
/// The one writer. Whatever has gathered while it was busy is committed next, in one transaction, so that hundreds of
/// members share the cost of one flush to disk. Everybody is answered after the commit, or told that there was none.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    /// <summary>
    /// More would make the first in a batch wait for too long, and leave the turns idle that could be deciding meanwhile.
    /// </summary>
    private const int MostInOneCommit = 2048;

    private readonly SqliteSession _session;
    private readonly int _mostWaiting;
    private readonly TimeProvider _time;
    private readonly Channel<IWriteRequest> _requests = Channel.CreateUnbounded<IWriteRequest>(new() { SingleReader = true });
    private readonly Action<CommittedBatch> _committed;
    private readonly Action<MemberKey> _stored;
    private readonly Thread _thread;
    private int _waiting;

    public SqliteWriter(SqliteSession session, int mostWaiting, TimeProvider time, Action<CommittedBatch> committed, Action<MemberKey> stored)
    {
        _session = session;
        _mostWaiting = mostWaiting;
        _time = time;
        _committed = committed;
        _stored = stored;
        _thread = new(Write) { Name = "journal writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Queues a request; its task ends after the commit that holds it.</summary>
    /// <exception cref="JournalUnavailableException">Too much is waiting already.</exception>
    public void Enqueue(IWriteRequest request)
    {
        if (Interlocked.Increment(ref _waiting) > _mostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new JournalUnavailableException("The journal is busy: too much is waiting to be stored.");
        }

        if (!_requests.Writer.TryWrite(request))
        {
            Interlocked.Decrement(ref _waiting);
            throw new JournalUnavailableException("The node is stopping.");
        }
    }

    private void Write()
    {
        var batch = new List<AppendRequest>(MostInOneCommit);
        var reader = _requests.Reader;
        while (Wait(reader))
        {
            batch.Clear();
            IWriteRequest? other = null;
            while (batch.Count < MostInOneCommit && other is null && reader.TryRead(out var request))
            {
                if (request is SqliteAppendRequest append)
                    batch.Add(append);
                else
                    other = request;
            }

            if (batch.Count > 0)
                Commit(batch);
            if (other is not null)
                Alone(other);
            Interlocked.Add(ref _waiting, -batch.Count - (other is null ? 0 : 1));
        }
    }

    private static bool Wait(ChannelReader<IWriteRequest> reader)
    {
        var waiting = reader.WaitToReadAsync();
        return waiting.IsCompletedSuccessfully ? waiting.Result : waiting.AsTask().GetAwaiter().GetResult();
    }

    private void Commit(List<AppendRequest> batch)
    {
        SqliteAppendTransaction transaction;
        try
        {
            _session.Run("BEGIN IMMEDIATE");
            transaction = new(_session, _time);
            foreach (var request in batch)
                request.Result = transaction.Store(request.Encoded);
            transaction.Finish();
            _session.Run("COMMIT");
        }
        catch (Exception exception)
        {
            AppendRequest.FailAll([.. batch], Undo(exception));
            return;
        }

        foreach (var committed in transaction.Committed)
            _committed(committed);
        foreach (var request in batch)
        {
            if (request.Result.IsCommitted)
                _stored(request.Encoded.Append.Key);
        }

        AppendRequest.CompleteAll([.. batch]);
    }

    private Exception Undo(Exception exception)
    {
        try
        {
            _session.RollBack();
        }
        catch (SqliteException)
        {
            // The transaction is gone with whatever broke it; the next one will tell.
        }

        return exception is SqliteException sqlite ? SqliteFaults.Translate(sqlite) : exception;
    }

    private void Alone(IWriteRequest request)
    {
        try
        {
            if (!request.IsBare)
                _session.Run("BEGIN IMMEDIATE");
            request.Run(_session);
            if (!request.IsBare)
                _session.Run("COMMIT");
        }
        catch (Exception exception)
        {
            request.Fail(Undo(exception));
            return;
        }

        request.Complete();
    }

    /// <summary>Takes nothing more, stores all that is waiting, and ends.</summary>
    public void Dispose()
    {
        _requests.Writer.TryComplete();
        _thread.Join();
        _session.Dispose();
    }
}
