using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Errands;

/// <summary>Adds what brings members what others ask of them.</summary>
internal static class ErrandRegistration
{
    public static void AddErrands(this IServiceCollection services)
    {
        services.AddOptions<ErrandOptions>().BindConfiguration("Engagement:Errands")
            .Validate(
                options => options is { BatchSize: >= 1 and <= 10_000, MostAtOnce: >= 1 and <= 256 }
                    && options.Lease >= TimeSpan.FromSeconds(10) && options.LongestSleep > TimeSpan.Zero
                    && options.FirstRetry > TimeSpan.Zero && options.LongestRetry >= options.FirstRetry,
                "Engagement:Errands: BatchSize must be from 1 to 10,000, MostAtOnce from 1 to 256, Lease 10 seconds or more, LongestSleep and FirstRetry more than 0, LongestRetry not less.")
            .ValidateOnStart();
        services.AddHostedService<ErrandRunner>();
    }
}
