namespace Engagement.Hosting.Tests.Node;

/// <summary>Waits for what must come to be, however slow the machine; only what never comes fails.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static async Task<T> HoldsAsync<T>(Func<Task<T>> look, Func<T, bool> holds, string what)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        while (true)
        {
            var seen = await look();
            if (holds(seen))
                return seen;
            if (deadline.IsCancellationRequested)
                Assert.Fail($"It never came to be that {what}; last seen: {seen}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
