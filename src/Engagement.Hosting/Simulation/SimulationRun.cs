using System.Security.Cryptography;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Simulation;

/// <summary>How far a simulation has come.</summary>
internal enum SimulationState
{
    Running,
    Done,
    Cancelled,
    Failed,
}

/// <summary>One simulation, under way or over.</summary>
internal sealed class SimulationRun(SimulationPlan plan, Instant startedAt, CancellationToken stopping) : IDisposable
{
    private readonly CancellationTokenSource _cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private long _done;
    private long _of;

    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    public SimulationPlan Plan { get; } = plan;

    public Instant StartedAt { get; } = startedAt;

    public SimulationState State { get; private set; }

    /// <summary>Null until it is done.</summary>
    public SimulationReport? Report { get; private set; }

    /// <summary>When it was over, by real time; null before.</summary>
    public DateTimeOffset? OverAt { get; private set; }

    /// <summary>Ends with the run, whatever came of it.</summary>
    public Task Over { get; private set; } = Task.CompletedTask;

    /// <summary>How many events have been done, and of how many.</summary>
    public (long Done, long Of) Progress => (Interlocked.Read(ref _done), Interlocked.Read(ref _of));

    /// <param name="faulted">Is told what went wrong, if anything did.</param>
    public void Begin(Simulator simulator, TimeProvider time, Action<Exception> faulted) => Over = Task.Run(async () =>
    {
        try
        {
            Report = await simulator.RunAsync(Plan, Proceed, _cancellation.Token).ConfigureAwait(false);
            State = Report is null ? SimulationState.Failed : SimulationState.Done;
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            State = SimulationState.Cancelled;
        }
#pragma warning disable CA1031 // Nobody waits for it: whatever it is, the run says that it failed and the log says why.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            State = SimulationState.Failed;
            faulted(fault);
        }
        finally
        {
            OverAt = time.GetUtcNow();
        }
    });

    /// <summary>Ends it, if it is not over.</summary>
    public void Cancel()
    {
        if (OverAt is null)
            _cancellation.Cancel();
    }

    public void Dispose() => _cancellation.Dispose();

    private void Proceed(long done, long of)
    {
        Interlocked.Exchange(ref _of, of);
        // Workers tell of their own progress: what one of them knew a moment ago is no news.
        for (var known = Interlocked.Read(ref _done); known < done; known = Interlocked.Read(ref _done))
        {
            if (Interlocked.CompareExchange(ref _done, done, known) == known)
                return;
        }
    }
}
