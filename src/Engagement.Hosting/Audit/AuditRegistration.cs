using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Audit;

/// <summary>Adds the audit trail. It comes before everything else that runs, so that it is the last to stop.</summary>
internal static class AuditRegistration
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddOptions<AuditOptions>().BindConfiguration("Engagement:Audit")
            .Validate(
                options => options.HeadsEvery >= TimeSpan.FromSeconds(1) && options.HeadsEvery <= TimeSpan.FromDays(1)
                    && options.Gather > TimeSpan.Zero && options.Gather <= TimeSpan.FromSeconds(10) && options.MostWaiting >= 100,
                "Engagement:Audit: HeadsEvery must be from a second to a day, Gather more than 0 and at most 10 seconds, MostWaiting 100 or more.")
            .ValidateOnStart();
        services.AddHttpContextAccessor();
        services.AddSingleton<AuditHeads>();
        services.AddHostedService(provider => provider.GetRequiredService<AuditHeads>());
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<IAuditTrail>(provider => provider.GetRequiredService<AuditTrail>());
        services.AddHostedService(provider => provider.GetRequiredService<AuditTrail>());
    }
}
