using System.Text.Json;
using Engagement.Hosting.Tests.Node;
using Engagement.Tests.Shared.Fuzzing;

namespace Engagement.Hosting.Tests.Fuzzing;

/// <summary>Whatever is thrown at a node, it has an answer. The bench does the same for longer.</summary>
public sealed class FuzzTests
{
    [Fact]
    public async Task Nothing_made_up_from_the_description_makes_a_node_fail()
    {
        await using var node = await TestNode.StartAsync();
        await node.OpenChainAsync("glow");
        await node.PostAsync("/v1/chains/glow/events", JsonSerializer.Serialize(
            Enumerable.Range(0, 20).Select(number => new { id = $"j{number}", type = "purchase", member = $"m{number}", store = "bund", amount = 100 })));

        var findings = await Fuzz.RunAsync(node.Address, TestNode.Key, 5_000, seed: 20261122, atOnce: 4, TestContext.Current.CancellationToken);

        Assert.True(findings.Faults.IsEmpty, $"{findings}\n{string.Join('\n', findings.Faults.Take(20))}");
        Assert.True(findings.ByStatus.GetValueOrDefault(200) > 500, findings.ToString());
    }
}
