using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Simulation;

internal static class SimulationRegistration
{
    public static void AddSimulation(this IServiceCollection services)
    {
        services.AddSingleton<Simulator>();
        services.AddSingleton<SimulationRuns>();
        services.AddHostedService(provider => provider.GetRequiredService<SimulationRuns>());
    }
}
