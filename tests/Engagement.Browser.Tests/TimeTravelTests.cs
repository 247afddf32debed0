using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

public sealed class TimeTravelTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task The_board_and_a_member_are_shown_as_they_were_and_nothing_can_be_done_there()
    {
        await Node.OpenChainAsync();
        var (first, second) = (DateTimeOffset.UtcNow.AddDays(-40), DateTimeOffset.UtcNow.AddDays(-5));
        await Node.SendAsync(
            new { id = "v-1", type = "visit", member = "M-1", store = "bund", at = first },
            new { id = "v-2", type = "visit", member = "M-1", store = "bund", at = second });
        var window = await OpenBoardAsync();
        window.Tolerate("status of 404");
        await Expect(window.Count("Effective")).ToHaveTextAsync("1");
        var then = first.AddDays(10).ToString("yyyy-MM-dd'T'HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture);

        await window.Page.GotoAsync($"{Node.Address}/?chain=glow&at={then}");
        await Expect(window.Page.GetByRole(AriaRole.Region, new() { Name = "The past" })).ToBeVisibleAsync();
        await Expect(window.Count("New")).ToHaveTextAsync("1");
        await Expect(window.Count("Effective")).ToHaveTextAsync("0");

        await window.Page.GotoAsync($"{Node.Address}/?chain=glow&page=member&member=M-1&at={then}");
        await Expect(window.Page.GetByRole(AriaRole.Region, new() { Name = "Her standing" })).ToContainTextAsync("New");
        await Expect(window.Button("Record")).ToHaveCountAsync(0);

        await window.Button("Back to now").First.ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Region, new() { Name = "Her standing" })).ToContainTextAsync("Effective");
        await Expect(window.Button("Record")).ToBeVisibleAsync();
    }
}
