using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

public sealed class ConnectionTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task What_happened_while_the_network_was_cut_shows_exactly_once_when_it_is_back()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-before");
        // So tall that all of the feed is in sight: what is not in sight is not drawn.
        var window = await OpenBoardAsync(new() { ViewportSize = new() { Width = 1440, Height = 14_000 } });
        window.Tolerate("ERR_INTERNET_DISCONNECTED");

        await window.Context.SetOfflineAsync(true);
        await Expect(window.Connection).ToHaveTextAsync("Offline");
        await Expect(window.Page.GetByText("from before the connection broke")).ToBeVisibleAsync();
        string[] missed = [.. Enumerable.Range(1, 40).Select(number => $"M-missed-{number}")];
        await Node.VisitAsync(missed);
        await window.Context.SetOfflineAsync(false);

        await Expect(window.Count("New")).ToHaveTextAsync("41");
        await Expect(window.Connection).ToHaveTextAsync("Live");
        foreach (var member in missed.Prepend("M-before"))
            await Expect(window.Told(member, "came in")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_restarted_node_is_found_again_and_nothing_shows_twice()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-before");
        var window = await OpenBoardAsync();
        window.Tolerate("ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|WebSocket connection to");
        // The page is all there before its server goes away.
        await Expect(window.Page.Locator("canvas").First).ToBeVisibleAsync();

        await Node.StopAsync();
        await Expect(window.Connection).ToHaveTextAsync("Reconnecting…");
        await Expect(window.Page.GetByText("from before the connection broke")).ToBeVisibleAsync();
        await Node.RunAsync();
        await Node.VisitAsync("M-after");

        await Expect(window.Told("M-after", "came in")).ToHaveCountAsync(1);
        await Expect(window.Told("M-before", "came in")).ToHaveCountAsync(1);
        await Expect(window.Count("New")).ToHaveTextAsync("2");
        await Expect(window.Connection).ToHaveTextAsync("Live");
    }
}
