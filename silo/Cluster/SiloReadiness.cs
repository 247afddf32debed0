using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Engagement.Silo.Cluster;

/// <summary>A node is ready once it has joined its cluster, and until it begins to leave it.</summary>
internal sealed class SiloReadiness(ISiloStatusOracle silos) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(silos.CurrentStatus == SiloStatus.Active
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"The silo is {silos.CurrentStatus}."));
}
