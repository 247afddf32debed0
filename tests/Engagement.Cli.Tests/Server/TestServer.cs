using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Engagement.Cli.Tests.Server;

/// <summary>The contract as far as the command line uses it, in memory, on a real socket.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string Key = "test-key";

    private readonly WebApplication application;
    private readonly Dictionary<string, string> taken = [];
    private readonly ConcurrentQueue<Trouble> troubles = new();

    private TestServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        application = builder.Build();
        application.Use(CheckKeyAsync);
        application.MapGet("/v1/chains/{chain}", (string chain) =>
            Chains.TryGetValue(chain, out var name) ? Results.Json(new { id = chain, name }) : NotFound(chain));
        application.MapPut("/v1/chains/{chain}", (string chain, JsonElement body) =>
        {
            Chains[chain] = body.GetProperty("name").GetString()!;
            return Results.Created($"/v1/chains/{chain}", body);
        });
        application.MapPost("/v1/chains/{chain}/events", (Delegate)TakeEventsAsync);
        application.MapGet("/{**path}", (HttpContext context) => Answer(context));
        application.MapDelete("/{**path}", (HttpContext context) =>
        {
            Deletes.Add(context.Request.Path);
            return Results.NoContent();
        });
        application.MapPut("/{**path}", async (HttpContext context) =>
        {
            using var body = new StreamReader(context.Request.Body);
            Puts.Add((context.Request.Path + context.Request.QueryString, context.Request.Headers.IfMatch.ToString(), await body.ReadToEndAsync(context.RequestAborted)));
            return Answer(context);
        });
        application.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var body = new StreamReader(context.Request.Body);
            Posts.Add((context.Request.Path, await body.ReadToEndAsync(context.RequestAborted)));
            return Answer(context);
        });
    }

    public string Address => application.Urls.Single();

    public Dictionary<string, string> Chains { get; } = new() { ["shop"] = "Shop" };

    /// <summary>Events taken, in order.</summary>
    public List<JsonElement> Events { get; } = [];

    /// <summary>Item counts of the requests that arrived, those that met trouble included.</summary>
    public List<int> Requests { get; } = [];

    public List<int> BodySizes { get; } = [];

    /// <summary>Bodies of other posts, with where they went.</summary>
    public List<(string Path, string Body)> Posts { get; } = [];

    /// <summary>What was to be deleted.</summary>
    public List<string> Deletes { get; } = [];

    /// <summary>Bodies of other puts, with where they went and what they were to change.</summary>
    public List<(string Path, string IfMatch, string Body)> Puts { get; } = [];

    /// <summary>Answers to other calls, by path and query.</summary>
    public Dictionary<string, Func<IResult>> Answers { get; } = [];

    /// <summary>Rejects items: code, or null to take one.</summary>
    public Func<JsonElement, string?> Rejects { get; set; } = _ => null;

    public Action<int> OnRequest { get; set; } = _ => { };

    public static async Task<TestServer> StartAsync()
    {
        var server = new TestServer();
        await server.application.StartAsync();
        return server;
    }

    /// <summary>What happens to the next requests with events, one each.</summary>
    public void Meet(params Trouble[] next) => Array.ForEach(next, troubles.Enqueue);

    public async ValueTask DisposeAsync() => await application.DisposeAsync();

    private static async Task CheckKeyAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.Authorization == $"Bearer {Key}")
            await next(context);
        else
            await Problem(401, "Not signed in", "this key is not known", "invalid_key").ExecuteAsync(context);
    }

    private static IResult NotFound(string chain) => Problem(404, "No such chain", $"there is no {chain}", "unknown_chain");

    public static IResult Problem(int status, string title, string detail, string code, int? accepted = null) => Results.Json(
        new { title, detail, code, status, accepted }, contentType: "application/problem+json", statusCode: status);

    private async Task<IResult> TakeEventsAsync(HttpContext context)
    {
        var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        var items = JsonSerializer.Deserialize<JsonElement[]>(bytes.ToArray())!;
        Requests.Add(items.Length);
        BodySizes.Add((int)bytes.Length);
        OnRequest(Requests.Count);
        var trouble = troubles.TryDequeue(out var next) ? next : Trouble.None;
        switch (trouble)
        {
            case Trouble.Overload:
                context.Response.Headers.RetryAfter = "7";
                return Problem(503, "Overloaded", "come back later", "overloaded");
            case Trouble.OverloadAfterHalf:
                return Problem(503, "Overloaded", "half is done", "overloaded", Take(items[..(items.Length / 2)]).Accepted);
            case Trouble.ConnectionLostBefore:
                context.Abort();
                return Results.Empty;
            case Trouble.AnswerLost:
                Take(items);
                context.Abort();
                return Results.Empty;
            case Trouble.Forbidden:
                return Problem(403, "Not allowed", "this key may only read", "forbidden");
            case Trouble.WrongCounts:
                return Results.Json(new Taken(items.Length - 1, 0, [], 1));
            default:
                return Results.Json(Take(items));
        }
    }

    private Taken Take(JsonElement[] items)
    {
        int accepted = 0, duplicates = 0;
        var rejected = new List<object>();
        for (var index = 0; index < items.Length; index++)
        {
            var (id, text) = (items[index].GetProperty("id").GetString()!, items[index].GetRawText());
            var code = taken.TryGetValue(id, out var before) && before != text ? "id_reused" : Rejects(items[index]);
            if (code is not null)
                rejected.Add(new { index, id, code, detail = $"because of {code}" });
            else if (before is not null)
                duplicates++;
            else
            {
                taken.Add(id, text);
                Events.Add(items[index]);
                accepted++;
            }
        }

        return new Taken(accepted, duplicates, rejected, Events.Count);
    }

    private IResult Answer(HttpContext context) =>
        Answers.TryGetValue(context.Request.Path + context.Request.QueryString, out var answer)
            ? answer()
            : Problem(404, "Nothing here", context.Request.Path + context.Request.QueryString, "not_found");

    private sealed record Taken(int Accepted, int Duplicates, List<object> Rejected, long Position);
}
