using System.IO.Compression;
using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

public sealed class WeightTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int MostBytes = 300 * 1024;

    [Fact]
    public async Task The_board_loads_with_at_most_300_KB_compressed_before_its_charts()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-1");
        var window = await OpenWindowAsync();
        List<IResponse> loaded = [];
        window.Page.Response += (_, response) => loaded.Add(response);

        await window.SignInAsync(Node);
        await Expect(window.Page.Locator("canvas").First).ToBeVisibleAsync();

        var weights = new Dictionary<string, int>();
        foreach (var response in loaded.Where(response => response.Request.ResourceType is "document" or "script" or "stylesheet"))
            weights[new Uri(response.Url).AbsolutePath] = Compressed(await response.BodyAsync());
        var charts = weights.Keys.Where(path => path.Contains("Chart", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(charts);
        var before = weights.Where(file => !charts.Contains(file.Key)).Sum(file => file.Value);
        Assert.True(before is > 50_000 and <= MostBytes, $"{before:N0} bytes: {string.Join(", ", weights)}");
    }

    private static int Compressed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            packing.Write(body);
        return (int)packed.Length;
    }
}
