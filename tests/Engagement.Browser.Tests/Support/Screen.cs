namespace Engagement.Browser.Tests.Support;

/// <summary>A page of the app as somebody comes to it by its address.</summary>
/// <param name="Name">What its picture is called.</param>
/// <param name="Query">What its address has behind the question mark; <c>{member}</c> stands for a member.</param>
public sealed record Screen(string Name, string Query)
{
    /// <summary>Every page, and every part of one that looks unlike the others.</summary>
    public static IReadOnlyList<Screen> All { get; } =
    [
        new("board", ""),
        new("queue", "page=queue"),
        new("members", "page=members"),
        new("member", "page=member&member={member}"),
        new("recall", "page=recall"),
        new("campaigns", "page=campaigns"),
        new("insights", "page=insights"),
        new("stores", "page=stores"),
        new("policy", "page=policy"),
        new("past", "at={past}"),
    ];

    /// <summary>Those of <see cref="All"/>, and the parts of pages behind their tabs.</summary>
    public static IReadOnlyList<Screen> AllWithTabs { get; } =
    [
        .. All,
        .. Tabs("member", "page=member&member={member}&tab=", "timeline", "value", "membership", "care", "people", "sheet"),
        .. Tabs("insights", "page=insights&tab=", "retention", "visits", "renewals", "nps", "prepaid", "growth", "forecast"),
        .. Tabs("recall", "page=recall&view=", "messages", "digests"),
        new("recall-playbook", "page=recall&playbook=second_visit"),
        new("campaigns-new", "page=campaigns&view=new"),
        .. Tabs("policy", "page=policy&tab=", "draft", "versions"),
        .. Tabs("policy-rules", "page=policy&view=", "playbooks", "tiers", "cards", "hours", "texts"),
        new("policy-store", "page=policy&store=glow-sh"),
        new("member-past", "page=member&member={member}&at={past}"),
    ];

    private static IEnumerable<Screen> Tabs(string page, string query, params string[] tabs) =>
        tabs.Select(tab => new Screen($"{page}-{tab}", query + tab));

    /// <summary>Opens it, and waits for everything that it loads.</summary>
    public Task OpenAsync(Window window, DemoNode node, string language) => OpenAsync(window, node.Address, node.Member, language);

    /// <summary>Opens it on a demonstration, showing this member where it shows one.</summary>
    public async Task OpenAsync(Window window, string address, string member, string language)
    {
        // Within the year that a demonstration has behind it.
        var query = Query.Replace("{member}", member, StringComparison.Ordinal).Replace("{past}", "2025-11-11T04:00:00Z", StringComparison.Ordinal);
        await window.Page.GotoAsync($"{address}/?chain=glow&lang={language}&{query}");
        await Expect(window.Connection).ToHaveTextAsync(Window.LiveText());
        await Expect(window.Page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
        await Expect(window.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    public override string ToString() => Name;
}
