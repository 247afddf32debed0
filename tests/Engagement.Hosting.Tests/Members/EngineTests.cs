using Engagement.Hosting.Members;

namespace Engagement.Hosting.Tests.Members;

/// <summary>The suite in the embedded engine, and what is particular to it: its memory has a bound.</summary>
public sealed class EngineTests : EngineSuite
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Members_who_leave_memory_all_the_time_lose_nothing_and_memory_stays_bounded(int mostAwake)
    {
        await using var engine = await LocalEngine.StartAsync(mostAwake);

        for (var round = 0; round < 4; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 60).Select(member => Task.Run(
                () => engine.BuyAsync($"m{member}", $"p{member}-{round}", 2m), TestContext.Current.CancellationToken)));
        }

        // Whoever is woken next makes room for herself.
        for (var member = 0; member < 60; member++)
            await engine.BuyAsync($"n{member}", $"n{member}", 2m);
        Assert.InRange(engine.Awake, 1, mostAwake + 16);
        for (var member = 0; member < 60; member++)
            Assert.Equal(8, (await engine.StoredAsync($"m{member}")).Points);
    }

    [Fact]
    public async Task What_was_withdrawn_before_its_turn_was_never_taken()
    {
        await using var engine = await LocalEngine.StartAsync();
        using var impatient = new CancellationTokenSource();
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.BuyUnlessAsync("li", "p", 7m, impatient.Token));

        Assert.Equal(Outcome.Accepted, (await engine.BuyAsync("li", "p", 7m)).Outcome);
    }

    protected override async Task<Engine> StartAsync() => await LocalEngine.StartAsync();
}
