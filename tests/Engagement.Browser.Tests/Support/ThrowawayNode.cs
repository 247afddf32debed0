using System.Net.Http.Headers;
using System.Net.Http.Json;
using Engagement.Hosting;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Members;
using Engagement.Hosting.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Browser.Tests.Support;

/// <summary>A whole node put together as the server does it, on a port and a folder of its own.</summary>
public sealed class ThrowawayNode : IAsyncDisposable
{
    public const string Key = "the-key-of-a-throwaway-node";

    /// <summary>The chain that most tests look at.</summary>
    public const string Chain = "glow";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-browser-");
    private readonly HttpClient _api = new() { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Key) } };
    private WebApplication? _application;
    private int _sent;

    private ThrowawayNode()
    {
    }

    /// <summary>The same before and after a restart.</summary>
    public string Address { get; private set; } = "http://127.0.0.1:0";

    public static async Task<ThrowawayNode> StartAsync()
    {
        var node = new ThrowawayNode();
        await node.RunAsync();
        return node;
    }

    public async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = Address,
            ["ConnectionStrings:Engagement"] = $"Data Source={Path.Combine(_folder.FullName, "engagement.db")}",
            ["Engagement:KeyFolder"] = Path.Combine(_folder.FullName, "keys"),
            ["Engagement:Bootstrap:ApiKey"] = Key,
        });
        builder.Logging.ClearProviders();
        builder.UseEngagementDefaults();
        builder.Services.AddEngagement(builder.Configuration).AddLocalMembers();
        _application = builder.Build().MapEngagement();
        await _application.StartAsync();
        Address = _application.Urls.Single();
    }

    public async Task StopAsync()
    {
        if (_application is null)
            return;
        await _application.StopAsync();
        await _application.DisposeAsync();
        _application = null;
    }

    /// <summary>The address that signs a browser in once, as the server prints it.</summary>
    public async Task<string> SignInLinkAsync() =>
        $"{Address}/#code={await _application!.Services.GetRequiredService<AccessKeys>().IssueCodeAsync(TestContext.Current.CancellationToken)}";

    /// <summary>A chain with two stores and nobody in it.</summary>
    public async Task OpenChainAsync()
    {
        await PutAsync($"/v1/chains/{Chain}", new { name = "Glow 光彩", currency = "CNY" });
        await PutAsync($"/v1/chains/{Chain}/stores/bund", new { name = "Bund 外滩店", timeZone = "Asia/Shanghai" });
        await PutAsync($"/v1/chains/{Chain}/stores/jingan", new { name = "Jing’an 静安店", timeZone = "Asia/Shanghai" });
    }

    /// <summary>Makes an account of the chain's; the link that its owner chooses a password by.</summary>
    /// <param name="stores">The stores that it is confined to; none for one of headquarters.</param>
    public async Task<string> InviteAsync(string signInName, string role, params string[] stores)
    {
        using var answer = await _api.PostAsJsonAsync($"{Address}/v1/chains/{Chain}/staff", new { signInName, role, stores }, TestContext.Current.CancellationToken);
        var invited = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken);
        return Address + invited.GetProperty("link").GetString();
    }

    /// <summary>A visit of each of the members, now.</summary>
    public Task VisitAsync(params string[] members) =>
        SendAsync([.. members.Select(member => new { id = NextId(), type = "visit", member, store = "bund" })]);

    public Task PurchaseAsync(string member, decimal amount, string store = "bund") =>
        SendAsync(new { id = NextId(), type = "purchase", member, store, amount });

    public async Task SendAsync(params object[] events)
    {
        using var answer = await _api.PostAsJsonAsync($"{Address}/v1/chains/{Chain}/events", events, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        Assert.Contains("\"rejected\":[]", text);
    }

    public async Task PutAsync(string path, object body)
    {
        using var answer = await _api.PutAsJsonAsync(Address + path, body, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task PostAsync(string path, object body)
    {
        using var answer = await _api.PostAsJsonAsync(Address + path, body, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _api.Dispose();
        _folder.Delete(recursive: true);
    }

    private string NextId() => $"event-{Interlocked.Increment(ref _sent)}";
}
