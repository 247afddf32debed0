using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Hosting.Members;
using Engagement.Hosting.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Tests.Node;

/// <summary>A node put together as the server puts it together, on a socket and a folder of its own.</summary>
public sealed class TestNode : IAsyncDisposable
{
    public const string Key = "the-key-of-this-node";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-node-");
    private WebApplication? _app;

    private readonly TimeProvider _time;

    private TestNode(TimeProvider? time = null) => _time = time ?? TimeProvider.System;

    /// <summary>Where everything lies that it writes.</summary>
    public DirectoryInfo Folder => _folder;

    public Uri Address { get; private set; } = null!;

    /// <summary>Sends the key with every request.</summary>
    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    /// <summary>Starts a node; settings are written as on the command line, such as <c>Engagement:Clock:Speed=100</c>.</summary>
    public static async Task<TestNode> StartAsync(params string[] settings)
    {
        var node = new TestNode();
        await node.RunAsync(settings);
        return node;
    }

    /// <summary>Starts a node for which it is whatever time a test says.</summary>
    public static async Task<TestNode> StartAsync(TimeProvider time, params string[] settings)
    {
        var node = new TestNode(time);
        await node.RunAsync(settings);
        return node;
    }

    /// <summary>Stops the node as on SIGTERM and starts it on the same data, perhaps with other settings.</summary>
    public async Task RestartAsync(params string[] settings)
    {
        if (_app is not null)
            await StopAsync();
        await RunAsync(settings);
    }

    public async Task StopAsync()
    {
        Client.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>Starts a node that was stopped, on the same data.</summary>
    public Task StartAgainAsync(params string[] settings) => RunAsync(settings);

    public Task<Answer> GetAsync(string path) => CallAsync(HttpMethod.Get, path);

    public Task<Answer> PutAsync(string path, string json) => CallAsync(HttpMethod.Put, path, json);

    public Task<Answer> PostAsync(string path, string body, string contentType = "application/json") =>
        CallAsync(HttpMethod.Post, path, body, contentType);

    public async Task<Answer> CallAsync(HttpMethod method, string path, string? body = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        return await CallAsync(request);
    }

    public async Task<Answer> CallAsync(HttpRequestMessage request) => await Answer.OfAsync(Client, request);

    /// <summary>Creates a chain with a store in Shanghai and one in New York.</summary>
    public async Task OpenChainAsync(string chain)
    {
        Assert.Equal(201, (await PutAsync($"/v1/chains/{chain}", """{"name":"Glow 光彩"}""")).Status);
        Assert.Equal(201, (await PutAsync($"/v1/chains/{chain}/stores/bund", """{"name":"外滩店","timeZone":"Asia/Shanghai"}""")).Status);
        Assert.Equal(201, (await PutAsync($"/v1/chains/{chain}/stores/soho", """{"name":"Soho","timeZone":"America/New_York"}""")).Status);
    }

    /// <summary>Everything that was committed in a chain, in the order of positions.</summary>
    public async Task<List<JsonNode>> FeedAsync(string chain)
    {
        var all = new List<JsonNode>();
        for (string? after = "0"; after is not null;)
        {
            var page = (await GetAsync($"/v1/chains/{chain}/feed?after={after}&limit=5000")).Ok();
            all.AddRange(page["items"]!.AsArray().Select(item => item!));
            after = (string?)page["next"];
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await StopAsync();
        _folder.Delete(recursive: true);
    }

    private async Task RunAsync(string[] settings)
    {
        string[] arguments =
        [
            "--urls=http://127.0.0.1:0",
            $"--ConnectionStrings:Engagement=Data Source={Path.Combine(_folder.FullName, "engagement.db")}",
            $"--Engagement:KeyFolder={Path.Combine(_folder.FullName, "keys")}",
            $"--Engagement:Bootstrap:ApiKey={Key}",
            // All tests come from one address.
            "--Engagement:Limits:FailedSignIns=100000",
            "--Engagement:Limits:SignIns=100000",
            .. settings.Select(setting => "--" + setting),
        ];
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = _folder.FullName });
        builder.UseEngagementDefaults();
        builder.Services.AddSingleton(_time);
        builder.Services.AddEngagement(builder.Configuration).AddLocalMembers();
        builder.Logging.ClearProviders();
        _app = builder.Build().MapEngagement();
        await _app.StartAsync();
        Address = new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new() { BaseAddress = Address, DefaultRequestHeaders = { Authorization = new("Bearer", Key) } };
    }
}
