namespace Engagement.Journal;

/// <summary>An append that waits to be committed together with others.</summary>
internal class AppendRequest(EncodedAppend encoded)
{
    // Completed in bulk on a pool thread, which goes on with each turn at once instead of queueing them all again.
    private readonly TaskCompletionSource<AppendResult> _done = new();

    public EncodedAppend Encoded { get; } = encoded;

    public AppendResult Result { get; set; }

    public Task<AppendResult> Done => _done.Task;

    public void Complete() => _done.TrySetResult(Result);

    public void Fail(Exception fault) => _done.TrySetException(fault);

    /// <summary>
    /// Answers all of a commit, on as many threads as there are processors: the next one is written while their turns go on.
    /// </summary>
    public static void CompleteAll(AppendRequest[] committed)
    {
        var share = Math.Max(64, (committed.Length + Environment.ProcessorCount - 1) / Environment.ProcessorCount);
        for (var first = 0; first < committed.Length; first += share)
        {
            var part = new ArraySegment<AppendRequest>(committed, first, Math.Min(share, committed.Length - first));
            ThreadPool.UnsafeQueueUserWorkItem(static part => CompletePart(part), part, preferLocal: false);
        }
    }

    /// <summary>Tells all that nothing of theirs was stored, or that nobody knows.</summary>
    public static void FailAll(AppendRequest[] failed, Exception fault) =>
        ThreadPool.UnsafeQueueUserWorkItem(_ => Array.ForEach(failed, request => request.Fail(fault)), null);

    private static void CompletePart(ArraySegment<AppendRequest> part)
    {
        foreach (var request in part)
            request.Complete();
    }
}
