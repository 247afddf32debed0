using System.Collections.Concurrent;

namespace Engagement.Tests.Shared.Fuzzing;

/// <summary>What a node made of what was thrown at it.</summary>
internal sealed class Findings
{
    private const int MostFaults = 200;

    private long _requests;
    private long _frames;

    /// <summary>How often each status was answered; 0 where a broken request was not answered at all.</summary>
    public ConcurrentDictionary<int, long> ByStatus { get; } = new();

    /// <summary>What must never be: an answer of 500 or more without a reason, an unhandled fault in the hub, no answer.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    public long Requests => Interlocked.Read(ref _requests);

    public long Frames => Interlocked.Read(ref _frames);

    public long FaultCount { get; private set; }

    public void Request(int status)
    {
        Interlocked.Increment(ref _requests);
        ByStatus.AddOrUpdate(status, 1, static (_, count) => count + 1);
    }

    public void Frame() => Interlocked.Increment(ref _frames);

    public void Fault(string what)
    {
        FaultCount++;
        if (Faults.Count < MostFaults)
            Faults.Enqueue(what);
    }

    public override string ToString() =>
        $"{Requests:N0} requests, {Frames:N0} hub frames: "
        + string.Join(", ", ByStatus.OrderBy(each => each.Key).Select(each => $"{each.Key}: {each.Value:N0}")) + $"; faults: {FaultCount:N0}";
}
