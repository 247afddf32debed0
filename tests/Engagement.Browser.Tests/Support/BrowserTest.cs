namespace Engagement.Browser.Tests.Support;

/// <summary>
/// A person before a browser, and a node of her own. Whatever else a test looks at, it fails if the page's scripts failed
/// or its security policy had to step in, and leaves pictures of what was to be seen.
/// </summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    private readonly List<Window> _windows = [];

    protected ThrowawayNode Node { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _ = chromium.Browser;
        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "staff", "index.html")))
            Missing.Because("The staff app was not built with the server: see the build's warning STAFF001.");
        Node = await ThrowawayNode.StartAsync();
    }

    protected async Task<Window> OpenWindowAsync(BrowserNewContextOptions? options = null)
    {
        var window = await Window.OpenAsync(chromium.Browser, options);
        _windows.Add(window);
        return window;
    }

    /// <summary>A window that is signed in and shows the board of the chain.</summary>
    protected async Task<Window> OpenBoardAsync(BrowserNewContextOptions? options = null)
    {
        var window = await OpenWindowAsync(options);
        await window.SignInAsync(Node);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var faults = _windows.SelectMany(window => window.Faults).ToList();
        var hasFailed = TestContext.Current.TestState?.Result == TestResult.Failed;
        var pictures = new List<string>();
        foreach (var window in _windows)
        {
            if (hasFailed || faults.Count > 0)
                pictures.Add(await window.PhotographAsync(TestContext.Current.Test?.TestDisplayName ?? "test"));
            await window.DisposeAsync();
        }

        if (Node is not null)
            await Node.DisposeAsync();
        if (pictures.Count > 0)
            TestContext.Current.TestOutputHelper?.WriteLine("What was to be seen: " + string.Join(", ", pictures));
        if (faults.Count > 0)
            Assert.Fail("The page reported faults:" + Environment.NewLine + string.Join(Environment.NewLine, faults));
    }
}
