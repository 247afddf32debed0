using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Hosting.Simulation;
using Engagement.Hosting.Time;
using Engagement.Journal.Histories;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Hosting.Tests.Simulation;

/// <summary>A node runs no more simulations at once than it can bear, and lets go of them when it is told to.</summary>
public sealed class SimulationRunsTests
{
    private static readonly SimulationPlan Plan = new(
        new("glow"), ChainRules.Default, null, new(2026, 1, 1), new(2026, 1, 2), new(1_767_400_000_000_000), new HashSet<StoreId>());

    [Fact]
    public async Task A_third_simulation_has_to_wait_until_one_is_over()
    {
        using var runs = Runs(new Endless());
        var first = runs.Begin(Plan)!;
        Assert.NotNull(runs.Begin(Plan));

        Assert.Null(runs.Begin(Plan));
        first.Cancel();
        await first.Over;

        Assert.NotNull(runs.Begin(Plan));
        await runs.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task One_that_is_cancelled_ends_and_says_so()
    {
        using var runs = Runs(new Endless());
        var run = runs.Begin(Plan)!;

        run.Cancel();
        await run.Over;

        Assert.Equal((SimulationState.Cancelled, true), (run.State, run.Report is null));
        Assert.Same(run, runs.Find(Plan.Chain, run.Id));
        Assert.Null(runs.Find(new("other"), run.Id));
    }

    [Fact]
    public async Task A_node_that_stops_ends_all_of_them()
    {
        using var runs = Runs(new Endless());
        var run = runs.Begin(Plan)!;

        await runs.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(SimulationState.Cancelled, run.State);
    }

    [Fact]
    public async Task One_that_fails_says_so_and_leaves_room_for_others()
    {
        using var runs = Runs(new Broken());
        var run = runs.Begin(Plan)!;

        await run.Over;

        Assert.Equal(SimulationState.Failed, run.State);
        Assert.NotNull(runs.Begin(Plan));
    }

    private static SimulationRuns Runs(IHistories histories) => new(
        new(histories), new NodeClock(TimeProvider.System), TimeProvider.System, NullLogger<SimulationRuns>.Instance);

    /// <summary>A history that is never read to its end.</summary>
    private sealed class Endless : IHistories
    {
        public ValueTask<HistoryExtent?> ExtentAsync(ChainId chain, CancellationToken cancellation) => new(new HistoryExtent(1, 1, long.MaxValue / 2));

        public async ValueTask<IReadOnlyList<MemberHistory>> ReadAsync(
            ChainId chain, long first, long last, long head, IReadOnlySet<StoreId> stores, Func<string, bool> needsData, CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return [];
        }
    }

    private sealed class Broken : IHistories
    {
        public ValueTask<HistoryExtent?> ExtentAsync(ChainId chain, CancellationToken cancellation) => throw new InvalidOperationException("broken");

        public ValueTask<IReadOnlyList<MemberHistory>> ReadAsync(
            ChainId chain, long first, long last, long head, IReadOnlySet<StoreId> stores, Func<string, bool> needsData, CancellationToken cancellation) =>
            throw new InvalidOperationException("broken");
    }
}
