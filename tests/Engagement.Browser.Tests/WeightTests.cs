using System.Collections.Concurrent;
using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

public sealed class WeightTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int MostBytes = 300 * 1024;

    [Fact]
    public async Task The_board_loads_with_at_most_300_KB_on_the_wire_before_its_charts()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-1");
        var window = await OpenWindowAsync();
        var loaded = new ConcurrentQueue<IResponse>();
        window.Page.Response += (_, response) => loaded.Enqueue(response);

        await window.SignInAsync(Node);
        await Expect(window.Page.Locator("canvas").First).ToBeVisibleAsync();

        var weights = new Dictionary<string, int>();
        foreach (var response in loaded.ToList().Where(response => response.Request.ResourceType is "document" or "script" or "stylesheet"))
        {
            await response.FinishedAsync();
            weights[new Uri(response.Url).AbsolutePath] = (await response.Request.SizesAsync()).ResponseBodySize;
        }

        var charts = Assert.Single(weights.Keys, path => path.StartsWith("/assets/charts-", StringComparison.Ordinal));
        var before = weights.Where(file => file.Key != charts).Sum(file => file.Value);
        Assert.True(before is > 50_000 and <= MostBytes, $"{before:N0} bytes: {string.Join(", ", weights)}");
    }
}
