using Engagement.Hosting.Jobs;
using Quartz;

namespace Engagement.Hosting.Value;

/// <summary>Lets the scheduler wake the night's work on this node.</summary>
internal sealed class ValueBell : IDisposable
{
    private readonly RunBell _bell = new();

    public void Ring() => _bell.Ring();

    public Task WaitAsync(TimeSpan longest, CancellationToken cancellation) => _bell.WaitAsync(longest, cancellation);

    public void Dispose() => _bell.Dispose();
}

/// <summary>What the scheduler fires when the night's work of a chain is due. It only wakes (docs/adr/0018).</summary>
internal sealed class ValueJob(ValueBell bell) : IJob
{
    public static readonly JobKey Key = new("value", "engagement");

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        bell.Ring();
        return default;
    }
}
