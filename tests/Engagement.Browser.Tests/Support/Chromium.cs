using Engagement.Browser.Tests.Support;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Engagement.Browser.Tests.Support;

/// <summary>
/// The machine's own Chromium, started once for all tests: each opens contexts of its own, which share nothing. Nothing is
/// ever downloaded.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser
    {
        get
        {
            if (_browser is null)
                Missing.Because("There is no Chromium here: install it, or name one in the environment variable CHROMIUM.");
            return _browser;
        }
    }

    public async ValueTask InitializeAsync()
    {
        var executable = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : UsualPlaces.FirstOrDefault(File.Exists);
        if (executable is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Flags, Timeout = 120_000 });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
