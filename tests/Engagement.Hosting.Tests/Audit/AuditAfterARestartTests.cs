using System.Diagnostics;
using System.Text.Json.Nodes;
using Engagement.Hosting.Audit;
using Engagement.Hosting.Tests.Node;
using Engagement.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Engagement.Hosting.Tests.Audit;

/// <summary>A trail outlives its node, and other programs can verify it.</summary>
public sealed class AuditAfterARestartTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_nobody_waited_for_is_stored_when_a_node_stops_and_the_heads_are_written_beside_the_keys()
    {
        await using var node = await TestNode.StartAsync("Engagement:Audit:Gather=00:00:10");
        await node.OpenChainAsync("glow");
        await node.PostAsync("/v1/chains/glow/events", """[{"id":"v1","type":"visit","member":"li"}]""");
        var heads = node.Services.GetRequiredService<AuditHeads>().Path;
        await node.RestartAsync();

        var page = (await node.GetAsync("/v1/chains/glow/audit?limit=1000")).Ok();

        Assert.Contains(page["items"]!.AsArray(), item => ((string)item!["entry"]!).Contains("ingestEvents", StringComparison.Ordinal));
        var written = (await File.ReadAllLinesAsync(heads, Cancel)).Select(line => JsonNode.Parse(line)!).ToList();
        var head = written.Last(line => (string?)line["trail"] == "glow");
        var entry = page["items"]!.AsArray().Single(item => (long)item!["number"]! == (long)head["number"]!)!;
        Assert.Equal((string?)entry["hash"], (string?)head["hash"]);
    }

    [Fact]
    public async Task No_part_of_a_node_fails_when_it_stops()
    {
        await using var node = await TestNode.StartAsync();
        await node.OpenChainAsync("glow");
        var parts = node.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        Assert.Contains(parts, part => part is AuditTrail);

        await node.StopAsync();

        Assert.All(parts, part => Assert.False(part.ExecuteTask?.IsFaulted, $"{part.GetType().Name}: {part.ExecuteTask?.Exception?.InnerException}"));
    }

    [Fact]
    public async Task A_program_that_knows_only_the_documentation_verifies_a_trail()
    {
        if (!HasPython())
            Missing.Because("there is no python3 on this machine");
        await using var node = await TestNode.StartAsync();
        await node.OpenChainAsync("glow");
        for (var member = 0; member < 20; member++)
            await node.GetAsync($"/v1/chains/glow/members/{Uri.EscapeDataString($"会员\"\\{member}")}");
        var page = (await node.GetAsync("/v1/chains/glow/audit?limit=1000")).Ok();
        Assert.True(page["items"]!.AsArray().Count >= 20);

        Assert.Equal("whole", await VerifyAsync(page.ToJsonString()));
        var forged = (JsonNode)page.DeepClone();
        forged["items"]![10]!["entry"] = ((string)forged["items"]![10]!["entry"]!).Replace("404", "200", StringComparison.Ordinal);
        Assert.Equal("broken at 11", await VerifyAsync(forged.ToJsonString()));
        var shortened = (JsonNode)page.DeepClone();
        shortened["items"]!.AsArray().RemoveAt(5);
        Assert.Equal("broken at 7", await VerifyAsync(shortened.ToJsonString()));
    }

    private const string Verifier =
        """
        import hashlib, json, sys
        before, number = "0" * 64, 0
        for item in json.load(sys.stdin)["items"]:
            number += 1
            told = json.loads(item["entry"])
            before = hashlib.sha256((before + "\n" + item["entry"]).encode("utf-8")).hexdigest()
            if item["hash"] != before or told["number"] != number or told["trail"] != "glow":
                print("broken at", item["number"])
                break
        else:
            print("whole")
        """;

    private static async Task<string> VerifyAsync(string page)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Verifier])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await python.StandardInput.WriteAsync(page);
        python.StandardInput.Close();
        var told = await python.StandardOutput.ReadToEndAsync(Cancel);
        await python.WaitForExitAsync(Cancel);
        return told.Trim();
    }

    private static bool HasPython()
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["-c", ""]))!;
            python.WaitForExit();
            return python.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
