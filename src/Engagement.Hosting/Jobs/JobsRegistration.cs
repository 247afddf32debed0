using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Jobs;

/// <summary>Adds what follows a calendar: campaigns and digests.</summary>
internal static class JobsRegistration
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddOptions<JobsOptions>().BindConfiguration("Engagement:Jobs")
            .Validate(
                options => options is { MostAtOnce: >= 1 and <= 256, PageSize: >= 1 and <= 5000 }
                    && options.MissedWithin >= TimeSpan.Zero && options.MissedWithin <= TimeSpan.FromDays(7)
                    && options.Lease >= TimeSpan.FromSeconds(5) && options.BetweenLooks > TimeSpan.Zero,
                "Engagement:Jobs: MostAtOnce must be from 1 to 256, PageSize from 1 to 5,000, MissedWithin from 0 to 7 days, Lease 5 seconds or more, BetweenLooks more than 0.")
            .ValidateOnStart();
        services.AddSingleton<RunBell>();
        services.AddSingleton<CampaignTimes>();
        services.AddSingleton<Segments.SegmentReading>();
        services.AddSingleton<CampaignPreviews>();
        services.AddSingleton<DigestMaking>();
        services.AddSingleton<CampaignJob>();
        services.AddSingleton<DigestJob>();
        services.AddSingleton<CampaignRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<CampaignRunner>());
        services.AddHostedService<Timetable>();
    }
}
