using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

/// <summary>What docs/security/rights.md promises, as far as staff would notice it.</summary>
public sealed class RolesTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Password = "a long walk by the river";

    [Fact]
    public async Task Care_staff_of_a_store_see_its_tasks_and_members_and_nobody_elses()
    {
        await OpenTwoStoresAsync();
        var mei = await SignInAsync("mei", "care_staff", "bund");

        await GoAsync(mei, "page=queue");
        await Expect(Task(mei, "M-bund")).ToBeVisibleAsync();
        await Expect(Task(mei, "M-jingan")).ToHaveCountAsync(0);

        await GoAsync(mei, "page=members");
        await Expect(PageOf(mei).GetByText("M-bund", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(PageOf(mei).GetByText("M-jingan", new() { Exact = true })).ToHaveCountAsync(0);

        mei.Tolerate("/members/M-jingan.*status of 404");
        await GoAsync(mei, "page=member&member=M-jingan");
        await Expect(PageOf(mei).GetByRole(AriaRole.Alert)).ToContainTextAsync("M-jingan");
        await Expect(mei.Button("Record")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_address_of_another_store_shows_care_staff_their_own()
    {
        await OpenTwoStoresAsync();
        var mei = await SignInAsync("mei", "care_staff", "bund");

        await GoAsync(mei, "page=queue&store=jingan");

        await Expect(Task(mei, "M-bund")).ToBeVisibleAsync();
        await Expect(Task(mei, "M-jingan")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Care_staff_are_offered_no_campaigns_and_told_so_at_their_address()
    {
        await OpenTwoStoresAsync();
        var mei = await SignInAsync("mei", "care_staff", "bund");
        await Expect(Link(mei, "Care queue")).ToBeVisibleAsync();
        await Expect(Link(mei, "Campaigns")).ToHaveCountAsync(0);

        await GoAsync(mei, "page=campaigns&view=new");

        await Expect(PageOf(mei).GetByRole(AriaRole.Heading, new() { Name = "Campaigns" })).ToBeVisibleAsync();
        await Expect(PageOf(mei).GetByRole(AriaRole.Alert)).ToContainTextAsync("not part of what your role shows");
    }

    [Fact]
    public async Task A_manager_gives_a_task_to_somebody_whose_window_shows_it_at_once()
    {
        await OpenTwoStoresAsync();
        var mei = await SignInAsync("mei", "care_staff", "bund");
        var manager = await SignInAsync("wang", "store_manager", "bund");
        await GoAsync(mei, "page=queue");
        await GoAsync(manager, "page=queue");
        await Expect(Task(mei, "M-bund")).ToContainTextAsync("Nobody has it yet");
        await Expect(mei.Page.GetByLabel("Give to…")).ToHaveCountAsync(0);

        await Task(manager, "M-bund").GetByRole(AriaRole.Button).ClickAsync();
        await manager.Page.GetByLabel("Give to…").SelectOptionAsync(new SelectOptionValue { Label = "mei" });

        await Expect(Task(mei, "M-bund")).ToContainTextAsync("mei (you) has it");
        await Expect(Task(manager, "M-bund")).ToContainTextAsync("mei has it");
    }

    [Fact]
    public async Task A_manager_sees_campaigns_and_begins_none()
    {
        await OpenTwoStoresAsync();
        var manager = await SignInAsync("wang", "store_manager", "bund");

        await Link(manager, "Campaigns").ClickAsync();

        await Expect(PageOf(manager).GetByRole(AriaRole.Heading, new() { Name = "Campaigns", Level = 1 })).ToBeVisibleAsync();
        await Expect(PageOf(manager).GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await Expect(PageOf(manager).Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await Expect(PageOf(manager).GetByText("New campaign")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Headquarters_publish_rules_for_the_chain_and_see_no_other_chain()
    {
        await OpenTwoStoresAsync();
        await Node.PutAsync("/v1/chains/rival", new { name = "Rival", currency = "CNY" });
        var headquarters = await SignInAsync("zhao", "chain_headquarters");
        await GoAsync(headquarters, "page=policy");
        var field = headquarters.Page.GetByLabel("Dormant: Dormant after");
        await field.FillAsync("60");
        await field.PressAsync("Tab");
        await headquarters.Button("Review and publish").ClickAsync();
        await headquarters.Button("Publish").ClickAsync();
        await headquarters.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Expect(headquarters.Page.GetByText("Nothing is being changed")).ToBeVisibleAsync();

        await headquarters.Page.GotoAsync($"{Node.Address}/?chain=rival");

        await Expect(PageOf(headquarters).GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no chain “rival”, or it is not yours to see.");
        await Expect(headquarters.Page.GetByText("Rival", new() { Exact = true })).ToHaveCountAsync(0);
    }

    private async Task OpenTwoStoresAsync()
    {
        await Node.OpenChainAsync();
        foreach (var store in (string[])["bund", "jingan"])
        {
            await Node.SendAsync(
                new { id = $"v-{store}", type = "visit", member = $"M-{store}", store },
                new { id = $"c-{store}", type = "complaint", member = $"M-{store}", store });
        }
    }

    private async Task<Window> SignInAsync(string name, string role, params string[] stores)
    {
        var window = await OpenWindowAsync();
        await window.AcceptAsync(await Node.InviteAsync(name, role, stores), Password);
        return window;
    }

    private async Task GoAsync(Window window, string query)
    {
        await window.Page.GotoAsync($"{Node.Address}/?chain={ThrowawayNode.Chain}&{query}");
        await Expect(window.Connection).ToHaveTextAsync(Window.LiveText());
        await Expect(PageOf(window).Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    private static ILocator PageOf(Window window) => window.Page.GetByRole(AriaRole.Main);

    private static ILocator Link(Window window, string name) => window.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static ILocator Task(Window window, string member) =>
        window.Feed("Care queue").GetByRole(AriaRole.Listitem).Filter(new() { HasText = member });
}
