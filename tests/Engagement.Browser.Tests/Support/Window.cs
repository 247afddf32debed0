using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Browser.Tests.Support;

/// <summary>A browser window with nobody signed in, in a context that shares nothing with the others.</summary>
public sealed partial class Window : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _faults = new();
    private Func<string, bool> _tolerates = _ => false;

    private Window(IBrowserContext context, IPage page)
    {
        Context = context;
        Page = page;
        page.PageError += (_, error) => _faults.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _faults.Enqueue($"{message.Type} {message.Location}: {message.Text}");
        };
        // The browser's own word on every answer that is no success: nobody being signed in is answered that way.
        Tolerate("/v1/session:.*status of 401");
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>What went wrong in the page's scripts, or was refused by its security policy.</summary>
    public IReadOnlyList<string> Faults => [.. _faults.Where(fault => !_tolerates(fault))];

    public static async Task<Window> OpenAsync(IBrowser browser, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.Locale ??= "en-GB";
        options.ViewportSize ??= new() { Width = 1440, Height = 900 };
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(30_000);
        return new(context, await context.NewPageAsync());
    }

    /// <summary>Lets faults pass that are the very thing a test is about, a cut connection for example.</summary>
    public void Tolerate([StringSyntax(StringSyntaxAttribute.Regex)] string pattern)
    {
        var (before, tolerated) = (_tolerates, new Regex(pattern));
        _tolerates = fault => before(fault) || tolerated.IsMatch(fault);
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Feed(string name = "Activity") => Page.GetByRole(AriaRole.List, new() { Name = name });

    /// <summary>What the feed tells of a member.</summary>
    public ILocator Told(string member, string what) => Feed().GetByRole(AriaRole.Listitem)
        .Filter(new() { Has = Page.GetByText(member, new() { Exact = true }), HasText = what });

    /// <summary>The number of members in a stage, as the funnel has it.</summary>
    public ILocator Count(string stage) => Page.GetByRole(AriaRole.Row)
        .Filter(new() { Has = Page.GetByRole(AriaRole.Rowheader, new() { Name = stage, Exact = true }) })
        .GetByRole(AriaRole.Cell).First;

    /// <summary>How the page says its connection stands.</summary>
    public ILocator Connection => Page.GetByRole(AriaRole.Status, new() { NameRegex = new("^(Connection|连接状态)$") });

    public ILocator SignInForm => Page.GetByRole(AriaRole.Form, new() { NameRegex = new("^(Sign in|登录)$") });

    /// <summary>Signs in by a one-time link, and waits for the board to stand.</summary>
    public async Task SignInAsync(ThrowawayNode node)
    {
        await Page.GotoAsync(await node.SignInLinkAsync());
        await Expect(Connection).ToHaveTextAsync(LiveText());
    }

    /// <summary>Chooses a password by an invitation, and waits for the board to stand.</summary>
    public async Task AcceptAsync(string invitation, string password)
    {
        await Page.GotoAsync(invitation);
        await Page.GetByLabel("New password").FillAsync(password);
        await Page.GetByLabel("The same again").FillAsync(password);
        await Button("Save and sign in").ClickAsync();
        await Expect(Connection).ToHaveTextAsync(LiveText());
    }

    /// <summary>
    /// Brings what <see cref="ViolationsAsync"/> judges by. As an init script it is no business of the page's security policy, which
    /// stays in force.
    /// </summary>
    public async Task AddAxeAsync() => await Context.AddInitScriptAsync(
        await File.ReadAllTextAsync(Checkout.PathTo("dashboards/node_modules/axe-core/axe.min.js"), TestContext.Current.CancellationToken));

    /// <summary>Where the page is against the rules of WCAG 2.2 AA and good practice.</summary>
    public Task<string[]> ViolationsAsync() => Page.EvaluateAsync<string[]>(
        """
        async () => (await axe.run()).violations.flatMap(({ id, help, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target} ${failureSummary}`))
        """);

    /// <summary>What this window shows, for whoever must find out why a test failed.</summary>
    public async Task<string> PhotographAsync(string name)
    {
        var folder = Checkout.PathTo("TestResults/screenshots");
        var file = Path.Combine(folder, NoFileName().Replace(name, "-").Trim('-')
            + DateTime.UtcNow.ToString("'-'HHmmssfff", CultureInfo.InvariantCulture) + ".png");
        await Page.ScreenshotAsync(new() { Path = file, FullPage = true });
        return file;
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    [GeneratedRegex("^(Live|实时)$")]
    public static partial Regex LiveText();

    [GeneratedRegex("[^A-Za-z0-9_]+")]
    private static partial Regex NoFileName();
}
