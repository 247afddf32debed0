using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Tests.Channels;

/// <summary>Somebody else's server on this machine, which checks signatures for itself.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    /// <summary>What arrived, in order.</summary>
    public ConcurrentQueue<Delivery> Deliveries { get; } = [];

    /// <summary>Answers; 204 by default.</summary>
    public Func<HttpContext, Delivery, Task> Answer { get; set; } = (context, _) =>
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    };

    public Uri Url { get; private set; } = null!;

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        receiver._app.Map("/{**path}", receiver.TakeAsync);
        await receiver._app.StartAsync();
        var address = receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        receiver.Url = new(new Uri(address), "/hook");
        return receiver;
    }

    /// <summary>Always answers with this status.</summary>
    public void AnswerWith(int status, string? retryAfter = null, string? location = null) => Answer = (context, _) =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        if (location is not null)
            context.Response.Headers.Location = location;
        return Task.CompletedTask;
    };

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers;
        var delivery = new Delivery(
            context.Request.Path, headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), body.ToArray());
        Deliveries.Enqueue(delivery);
        await Answer(context, delivery);
    }
}

/// <summary>One POST as it arrived.</summary>
internal sealed record Delivery(string Path, string Id, string Timestamp, string Signature, byte[] Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>HMAC-SHA256 over id, timestamp and body, by hand and not by the code that is tested.</summary>
    public bool IsSignedWith(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes(Id));
        hmac.AppendData("."u8);
        hmac.AppendData(Encoding.UTF8.GetBytes(Timestamp));
        hmac.AppendData("."u8);
        hmac.AppendData(Body);
        return Signature.Split(' ').Contains("v1," + Convert.ToBase64String(hmac.GetHashAndReset()));
    }
}
