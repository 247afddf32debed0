namespace Engagement.Journal.Sqlite;

/// <summary>Something that waits for the writer.</summary>
internal interface IWriteRequest
{
    /// <summary>It begins and commits by itself, or does what no transaction may hold.</summary>
    bool IsBare => false;

    /// <summary>Does the work, inside a transaction of its own unless it is bare.</summary>
    void Run(SqliteSession session);

    void Complete();

    void Fail(Exception fault);
}

/// <summary>A member's append, committed together with others.</summary>
internal sealed class SqliteAppendRequest(EncodedAppend encoded) : AppendRequest(encoded), IWriteRequest
{
    public void Run(SqliteSession session) => throw new NotSupportedException("Appends are committed in batches.");
}

/// <summary>Anything else that writes.</summary>
internal sealed class WriteRequest<T>(Func<SqliteSession, T> work) : IWriteRequest
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public bool IsBare { get; init; }

    public Task<T> Done => _done.Task;

    public void Run(SqliteSession session) => _result = work(session);

    public void Complete() => _done.TrySetResult(_result);

    public void Fail(Exception fault) => _done.TrySetException(fault);
}
