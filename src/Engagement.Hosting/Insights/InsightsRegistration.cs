using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Insights;

/// <summary>Adds what is worked out of chains' pasts when somebody asks.</summary>
internal static class InsightsRegistration
{
    public static void AddInsights(this IServiceCollection services)
    {
        services.AddOptions<InsightsOptions>().BindConfiguration("Engagement:Insights")
            .Validate(
                options => options.FreshFor >= TimeSpan.Zero && options.RememberFor > TimeSpan.Zero && options.MostRemembered >= 1,
                "Engagement:Insights: FreshFor must not be negative, RememberFor and MostRemembered must be more than 0.")
            .ValidateOnStart();
        services.AddSingleton<ChainInsights>();
        services.AddSingleton<RenewalList>();
    }
}
