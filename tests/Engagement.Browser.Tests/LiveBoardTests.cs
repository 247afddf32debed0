using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

public sealed class LiveBoardTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_server_without_chains_says_how_to_create_one_and_shows_it_once_it_is_there()
    {
        var window = await OpenWindowAsync();
        await window.Page.GotoAsync(await Node.SignInLinkAsync());
        await Expect(window.Page.GetByText("No chain yet")).ToBeVisibleAsync();

        await Node.OpenChainAsync();

        await Expect(window.Page.GetByText("No members yet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_empty_chain_says_how_to_send_the_first_event_and_becomes_a_board_with_it()
    {
        await Node.OpenChainAsync();
        var window = await OpenBoardAsync();
        await Expect(window.Page.GetByText("No members yet")).ToBeVisibleAsync();
        await Expect(window.Page.GetByText($"curl {Node.Address}/v1/chains/{ThrowawayNode.Chain}/events").First).ToBeVisibleAsync();

        await Node.VisitAsync("M-1");

        await Expect(window.Count("New")).ToHaveTextAsync("1");
        await Expect(window.Page.GetByText("No members yet")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Events_show_in_the_feed_and_move_the_funnel_without_a_reload()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-1");
        var window = await OpenBoardAsync();
        await window.Page.EvaluateAsync("window.isTheSamePage = true");

        await Node.PurchaseAsync("M-2", 380.5m);
        await Expect(window.Told("M-2", "made a purchase of ¥380.50")).ToHaveCountAsync(1);
        await Expect(window.Count("New")).ToHaveTextAsync("2");
        await Expect(Figure(window, "Revenue")).ToHaveTextAsync("¥380.50");

        await Node.VisitAsync("M-1");
        await Expect(window.Count("New")).ToHaveTextAsync("1");
        await Expect(window.Count("Effective")).ToHaveTextAsync("1");
        await Expect(window.Told("M-1", "became effective")).ToHaveCountAsync(1);
        Assert.True(await window.Page.EvaluateAsync<bool>("window.isTheSamePage"));
    }

    [Fact]
    public async Task Two_windows_show_the_same()
    {
        await Node.OpenChainAsync();
        var windows = new[] { await OpenBoardAsync(), await OpenBoardAsync() };

        await Node.VisitAsync("M-1", "M-2", "M-3");

        foreach (var window in windows)
        {
            await Expect(window.Count("New")).ToHaveTextAsync("3");
            foreach (var member in new[] { "M-1", "M-2", "M-3" })
                await Expect(window.Told(member, "came in")).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task A_store_shows_its_own_members_alone()
    {
        await Node.OpenChainAsync();
        await Node.PurchaseAsync("M-1", 100m, "bund");
        await Node.PurchaseAsync("M-2", 200m, "jingan");
        var window = await OpenBoardAsync();

        await window.Page.GetByLabel("Store").SelectOptionAsync("jingan");

        await Expect(Figure(window, "Revenue")).ToHaveTextAsync("¥200");
        await Expect(window.Count("New")).ToHaveTextAsync("1");
        await Expect(window.Told("M-2", "purchase")).ToHaveCountAsync(1);
        await Expect(window.Told("M-1", "purchase")).ToHaveCountAsync(0);
        await Expect(window.Page).ToHaveURLAsync(Node.Address + "/?store=jingan");
    }

    [Fact]
    public async Task A_paused_feed_keeps_still_and_has_everything_once_it_goes_on()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-1");
        var window = await OpenBoardAsync();
        await window.Button("Pause").ClickAsync();

        await Node.VisitAsync("M-2");
        await Expect(window.Count("New")).ToHaveTextAsync("2");
        await Expect(window.Told("M-2", "came in")).ToHaveCountAsync(0);

        await window.Button("Resume").ClickAsync();
        await Expect(window.Told("M-2", "came in")).ToHaveCountAsync(1);
    }

    private static ILocator Figure(Window window, string label) => window.Page.GetByRole(AriaRole.Region, new() { Name = "Today" })
        .Locator("div", new() { Has = window.Page.GetByRole(AriaRole.Term).GetByText(label, new() { Exact = true }) })
        .GetByRole(AriaRole.Definition).First;
}
