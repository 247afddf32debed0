using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Webhooks;

/// <summary>Adds what tells webhooks of events.</summary>
internal static class WebhookRegistration
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration("Engagement:Webhooks")
            .Validate(
                options => options is { MostAtOnce: >= 1 and <= 256, PageSize: >= 1 and <= 5000 }
                    && options.Lease >= TimeSpan.FromSeconds(30) && options.BetweenLooks > TimeSpan.Zero
                    && options.Timeout >= TimeSpan.FromSeconds(0.1) && options.Timeout <= TimeSpan.FromSeconds(15),
                "Engagement:Webhooks: MostAtOnce must be from 1 to 256, PageSize from 1 to 5,000, Lease 30 seconds or more, BetweenLooks more than 0, Timeout from 0.1 to 15 seconds.")
            .Validate(
                options => options.FirstRetry > TimeSpan.Zero && options.LongestRetry >= options.FirstRetry && options.PauseAfter >= TimeSpan.Zero,
                "Engagement:Webhooks: FirstRetry must be more than 0, LongestRetry not less, PauseAfter not negative.")
            .ValidateOnStart();
        services.AddHostedService<WebhookFollower>();
    }
}
