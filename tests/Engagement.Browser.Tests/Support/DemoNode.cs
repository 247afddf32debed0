using System.Net.Http.Headers;
using System.Text.Json;
using Engagement.Browser.Tests.Support;
using Engagement.Hosting;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Demo;
using Engagement.Hosting.Members;
using Engagement.Hosting.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(DemoNode))]

namespace Engagement.Browser.Tests.Support;

/// <summary>
/// A node with a small demonstration chain that has a year behind it and lives on, started when the first test asks for it: for
/// what needs every page to have something to show. Tests look at it, and leave it as it is.
/// </summary>
public sealed class DemoNode : IAsyncLifetime
{
    private const int Members = 150;
    private const string Key = "the-key-of-a-demonstration";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-demo-");
    private readonly SemaphoreSlim _starting = new(1);
    private WebApplication? _application;

    public string Address { get; private set; } = "";

    /// <summary>A member who has bought, comes, and has a card.</summary>
    public string Member { get; private set; } = "";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Has it running, with its past told.</summary>
    public async Task StartAsync()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_application is null)
                await OpenAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>The address that signs a browser in once.</summary>
    public async Task<string> SignInLinkAsync() =>
        $"{Address}/#code={await _application!.Services.GetRequiredService<AccessKeys>().IssueCodeAsync(TestContext.Current.CancellationToken)}";

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
        }

        _starting.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task OpenAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.UseEngagementDefaults();
        builder.Services.AddEngagement(builder.Configuration).AddLocalMembers();
        builder.AddDemoChain();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings:Engagement"] = $"Data Source={InFolder("demo.db")}",
            ["Engagement:Channels:File:Path"] = InFolder("messages.jsonl"),
            ["Engagement:Erasure:LogFile"] = InFolder("erasures.jsonl"),
            ["Engagement:Audit:HeadsFile"] = InFolder("heads.jsonl"),
            ["Engagement:KeyFolder"] = InFolder("keys"),
            ["Engagement:Bootstrap:ApiKey"] = Key,
            ["Engagement:Clock:Speed"] = "60",
            ["Engagement:Demo:Members"] = $"{Members}",
        });
        var application = builder.Build().MapEngagement();
        await application.StartAsync(TestContext.Current.CancellationToken);
        Address = application.Urls.Single();
        _application = application;
        using var api = new HttpClient { BaseAddress = new(Address), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Key) } };
        while (await CountAsync(api) < Members)
            await Task.Delay(500, TestContext.Current.CancellationToken);
        var loyal = await ReadAsync(api, "/v1/chains/glow/members?stage=loyal&limit=1");
        Member = loyal.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private static async Task<int> CountAsync(HttpClient api)
    {
        var board = await ReadAsync(api, "/v1/chains/glow/board");
        return board.GetProperty("stages").EnumerateObject().Sum(stage => stage.Value.GetInt32());
    }

    private static async Task<JsonElement> ReadAsync(HttpClient api, string path)
    {
        using var document = JsonDocument.Parse(await api.GetStringAsync(path, TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    private string InFolder(string name) => Path.Combine(_folder.FullName, name);
}
