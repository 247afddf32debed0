using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

public sealed class PolicyTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_changed_rule_is_a_draft_until_it_is_published_and_holds_for_members_from_then_on()
    {
        await Node.OpenChainAsync();
        await Node.SendAsync(new { id = "v-1", type = "visit", member = "M-1", store = "bund", at = DateTimeOffset.UtcNow.AddDays(-70) });
        var window = await OpenBoardAsync();
        await Expect(window.Count("New")).ToHaveTextAsync("1");
        await window.Page.GotoAsync($"{Node.Address}/?chain=glow&page=policy");

        var field = window.Page.GetByLabel("Dormant: Dormant after");
        await field.FillAsync("60");
        await field.PressAsync("Tab");
        await window.Button("Review and publish").ClickAsync();
        await Expect(window.Page.GetByText("60 days")).ToBeVisibleAsync();
        await window.Button("Publish").ClickAsync();
        await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();

        await Expect(window.Page.GetByText("Nothing is being changed")).ToBeVisibleAsync();
        await window.Page.GotoAsync($"{Node.Address}/?chain=glow");
        await Expect(window.Count("Dormant")).ToHaveTextAsync("1");
    }
}
