using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Value;

/// <summary>Adds what is worked out of the value of members.</summary>
internal static class ValueRegistration
{
    public static void AddValue(this IServiceCollection services)
    {
        services.AddSingleton<NightlyValue>();
        services.AddSingleton<ForecastTrial>();
        services.AddSingleton<PastGrids>();
        services.AddSingleton<ValueBell>();
        services.AddSingleton<ValueJob>();
        services.AddHostedService<ValueNights>();
    }
}
