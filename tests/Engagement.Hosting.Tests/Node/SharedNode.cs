using Engagement.Hosting.Tests.Node;

[assembly: AssemblyFixture(typeof(SharedNode))]

namespace Engagement.Hosting.Tests.Node;

/// <summary>One node for all tests that need nothing special of it; each has chains of its own there.</summary>
public sealed class SharedNode : IAsyncLifetime
{
    private int _chains;

    public TestNode Node { get; private set; } = null!;

    public string NewChain() => $"chain-{Interlocked.Increment(ref _chains)}";

    public async ValueTask InitializeAsync() => Node = await TestNode.StartAsync();

    public ValueTask DisposeAsync() => Node.DisposeAsync();
}
