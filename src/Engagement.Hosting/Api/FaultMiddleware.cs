using System.Globalization;
using System.Text.Json;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Api;

/// <summary>Turns faults, and answers without a body, into problem details; nothing of the inside is told to the outside.</summary>
internal sealed partial class FaultMiddleware(RequestDelegate next, ILogger<FaultMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            if (exception is JournalUnavailableException { RetryAfter: var wait })
                context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await AnswerAsync(context, Translate(exception)).ConfigureAwait(false);
            return;
        }

        if (!context.Response.HasStarted && context.Response is { StatusCode: >= 400, ContentLength: null, ContentType: null })
            await AnswerAsync(context, Bare(context)).ConfigureAwait(false);
    }

    private static async Task AnswerAsync(HttpContext context, ProblemHttpResult problem)
    {
        if (problem.StatusCode is 429 or 503 && context.Response.Headers.RetryAfter.Count == 0)
            context.Response.Headers.RetryAfter = "1";
        await problem.ExecuteAsync(context).ConfigureAwait(false);
    }

    private ProblemHttpResult Translate(Exception exception)
    {
        switch (exception)
        {
            case JournalUnavailableException unavailable:
                StoreUnavailable(unavailable);
                return Problems.Unavailable(unavailable);
            case Profiles.ProfilesUnreadableException unreadable:
                Failed(unreadable);
                return Problems.ProfileUnreadable();
            case BadHttpRequestException { StatusCode: 413 }:
                return Problems.TooLarge("The body is larger than this call takes.");
            case BadHttpRequestException { InnerException: JsonException json }:
                return Problems.InvalidBody($"It is no valid JSON for this call{(json.Path is { Length: > 1 } path ? $" (at {path})" : "")}.");
            case BadHttpRequestException { StatusCode: 415 }:
                return Problems.UnsupportedBody();
            case BadHttpRequestException bad:
                return Problems.Of(
                    bad.StatusCode, "bad_request", "The request cannot be understood", "Its parameters or its body are not what this call takes; see /openapi/v1.json.");
            default:
                Failed(exception);
                return Problems.Of(500, "internal_error", "Something failed here", "It has been logged. The request may be sent again.");
        }
    }

    private static ProblemHttpResult Bare(HttpContext context) => context.Response.StatusCode switch
    {
        401 => Problems.Unauthorized(),
        403 => Problems.Forbidden(),
        404 => Problems.Of(404, "not_found", "There is nothing here", "No such path; see /openapi/v1.json."),
        405 => Problems.Of(405, "method_not_allowed", "Not with this method", "See /openapi/v1.json for the methods of this path."),
        413 => Problems.TooLarge("The body is larger than this call takes."),
        415 => Problems.UnsupportedBody(),
        429 => Problems.Busy(),
        var status => Problems.Of(status, "bad_request", "The request cannot be understood", "See /openapi/v1.json."),
    };

    [LoggerMessage(LogLevel.Error, "A request failed")]
    private partial void Failed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "The store is unavailable")]
    private partial void StoreUnavailable(Exception exception);
}

internal static class FaultMiddlewareExtensions
{
    public static void UseFaults(this IApplicationBuilder app) => app.UseMiddleware<FaultMiddleware>();
}
