using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Engagement.Hosting.Api.Health;

/// <summary>For those who watch over the process; they tell nothing but yes or no.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", () => TypedResults.Ok(new HealthView("ok")))
            .WithName("isAlive").WithSummary("The process is up").WithTags("health").Produces<HealthView>();
        endpoints.MapGet("/readyz", ReadyAsync)
            .WithName("isReady").WithSummary("The store is reachable and migrated, and the node has joined its cluster if it is of one").WithTags("health")
            .Produces<HealthView>().ProducesProblem(503);
    }

    private static async Task<IResult> ReadyAsync(IChainDirectory directory, HealthCheckService checks, CancellationToken cancellation)
    {
        await directory.ListAsync(cancellation).ConfigureAwait(false);
        // An engine that has more to get ready than the store says so by a check of its own.
        var report = await checks.CheckHealthAsync(cancellation).ConfigureAwait(false);
        return report.Status == HealthStatus.Healthy
            ? TypedResults.Ok(new HealthView("ready"))
            : Problems.NotReady();
    }
}

/// <summary>How the node is.</summary>
public sealed record HealthView(string Status);
