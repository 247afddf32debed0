using System.Collections.Concurrent;
using Engagement.Domain.Identity;
using Engagement.Hosting.Time;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Simulation;

/// <summary>The simulations of this node. They are kept in memory for an hour after they are over, and gone with the node.</summary>
internal sealed partial class SimulationRuns(Simulator simulator, NodeClock clock, TimeProvider time, ILogger<SimulationRuns> logger)
    : IHostedService, IDisposable
{
    /// <summary>Each keeps every core busy that it gets.</summary>
    public const int MostAtOnce = 2;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, SimulationRun> _runs = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _beginning = new();

    /// <summary>Begins a simulation; null where as many as may be are under way.</summary>
    public SimulationRun? Begin(SimulationPlan plan)
    {
        lock (_beginning)
        {
            Forget();
            if (_runs.Values.Count(run => run.OverAt is null) >= MostAtOnce)
                return null;
            var run = new SimulationRun(plan, clock.Now, _stopping.Token);
            _runs[run.Id] = run;
            run.Begin(simulator, time, fault => Failed(logger, run.Id, fault));
            return run;
        }
    }

    /// <summary>A run of that chain; null where there is none, or it was forgotten.</summary>
    public SimulationRun? Find(ChainId chain, string id) =>
        _runs.TryGetValue(id, out var run) && run.Plan.Chain == chain ? run : null;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_runs.Values.Select(run => run.Over)).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        foreach (var run in _runs.Values)
            run.Dispose();
        _stopping.Dispose();
    }

    private void Forget()
    {
        foreach (var run in _runs.Values.Where(run => run.OverAt + Kept < time.GetUtcNow()))
        {
            if (_runs.TryRemove(run.Id, out var old))
                old.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Simulation {Run} failed")]
    private static partial void Failed(ILogger logger, string run, Exception fault);
}
