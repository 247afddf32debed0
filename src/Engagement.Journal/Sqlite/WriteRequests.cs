namespace Engagement.Journal.Sqlite;

/// <summary>Something that waits for the writer.</summary>
internal interface IWriteRequest
{
    /// <summary>Does the work inside a transaction of its own.</summary>
    void Run(SqliteSession session);

    void Complete();

    void Fail(Exception fault);
}

/// <summary>A member's append, committed together with others.</summary>
internal sealed class AppendRequest(EncodedAppend encoded) : IWriteRequest
{
    // Completed in bulk on a pool thread, which goes on with each turn at once instead of queueing them all again.
    private readonly TaskCompletionSource<AppendResult> _done = new();

    public EncodedAppend Encoded { get; } = encoded;

    public AppendResult Result { get; set; }

    public Task<AppendResult> Done => _done.Task;

    public void Run(SqliteSession session) => throw new NotSupportedException("Appends are committed in batches.");

    public void Complete() => _done.TrySetResult(Result);

    public void Fail(Exception fault) => _done.TrySetException(fault);
}

/// <summary>Anything else that writes.</summary>
internal sealed class WriteRequest<T>(Func<SqliteSession, T> work) : IWriteRequest
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Done => _done.Task;

    public void Run(SqliteSession session) => _result = work(session);

    public void Complete() => _done.TrySetResult(_result);

    public void Fail(Exception fault) => _done.TrySetException(fault);
}
