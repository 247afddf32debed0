using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Erasure;

/// <summary>Adds what forgets members.</summary>
internal static class ErasureRegistration
{
    public static void AddErasure(this IServiceCollection services)
    {
        services.AddOptions<ErasureOptions>().BindConfiguration("Engagement:Erasure")
            .Validate(
                options => options.SweepAtOnceUpToMebibytes >= 0 && options.Lease >= TimeSpan.FromSeconds(30) && options.LongestSleep > TimeSpan.Zero,
                "Engagement:Erasure: SweepAtOnceUpToMebibytes must be 0 or more, Lease 30 seconds or more, LongestSleep more than 0.")
            .ValidateOnStart();
        services.AddSingleton<ErasureLog>();
        services.AddSingleton<Erasing>();
        services.AddSingleton<Retention>();
        services.AddSingleton<RetentionJob>();
        services.AddHostedService<ErasureRunner>();
    }
}
