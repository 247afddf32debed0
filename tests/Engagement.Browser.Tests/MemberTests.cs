using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

public sealed class MemberTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task She_is_found_by_her_name_which_stands_in_no_address_and_leads_to_her_page()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-1", "M-2");
        await Node.PutAsync("/v1/chains/glow/members/M-1/profile", new { name = "王小红", phone = "10012345678" });
        var window = await OpenBoardAsync();
        List<string> asked = [];
        window.Page.Request += (_, request) => asked.Add(request.Url);
        await OpenPageAsync(window, "Members");

        await window.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search members" }).FillAsync("小红");
        await Expect(window.Page.GetByText("M-2", new() { Exact = true })).ToHaveCountAsync(0);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "王小红" }).ClickAsync();

        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "王小红" })).ToBeVisibleAsync();
        Assert.DoesNotContain(asked.Append(window.Page.Url), url => Uri.UnescapeDataString(url).Contains("小红", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_visit_that_is_recorded_on_her_page_is_seen_on_the_board_of_another_window()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-1");
        var (desk, board) = (await OpenBoardAsync(), await OpenBoardAsync());
        await desk.Page.GotoAsync($"{Node.Address}/?chain=glow&store=bund&page=member&member=M-1");
        await Expect(desk.Connection).ToHaveTextAsync("Live");

        await desk.Button("Record").ClickAsync();
        var dialog = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "What happened?" });
        await dialog.GetByLabel("Which service").FillAsync("facial");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();

        await Expect(desk.Page.GetByRole(AriaRole.Region, new() { Name = "Her standing" })).ToContainTextAsync("Effective");
        await Expect(desk.Page.GetByText("came for facial")).ToHaveCountAsync(1);
        await Expect(board.Told("M-1", "came for facial")).ToHaveCountAsync(1);
        await Expect(board.Count("Effective")).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task What_happens_to_her_elsewhere_moves_her_page_at_once()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-1");
        var window = await OpenBoardAsync();
        await window.Page.GotoAsync($"{Node.Address}/?chain=glow&page=member&member=M-1");
        var standing = window.Page.GetByRole(AriaRole.Region, new() { Name = "Her standing" });
        await Expect(standing).ToContainTextAsync("New");

        await Node.VisitAsync("M-1");

        await Expect(standing).ToContainTextAsync("Effective");
    }

    private static async Task OpenPageAsync(Window window, string name) =>
        await window.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();
}
