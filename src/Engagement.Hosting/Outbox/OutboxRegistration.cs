using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Outbox;

/// <summary>Adds what brings released messages to their channels.</summary>
internal static class OutboxRegistration
{
    public static void AddOutbox(this IServiceCollection services)
    {
        services.AddOptions<OutboxOptions>().BindConfiguration("Engagement:Outbox")
            .Validate(
                options => options is { BatchSize: >= 1 and <= 10_000, MostAtOnce: >= 1 and <= 256 }
                    && options.Lease >= TimeSpan.FromSeconds(30) && options.LongestSleep > TimeSpan.Zero,
                "Engagement:Outbox: BatchSize must be from 1 to 10,000, MostAtOnce from 1 to 256, Lease 30 seconds or more, LongestSleep more than 0.")
            .Validate(
                options => options.FirstRetry > TimeSpan.Zero && options.LongestRetry >= options.FirstRetry
                    && options.GiveUpAfter >= TimeSpan.Zero && options.LateAfter >= TimeSpan.Zero,
                "Engagement:Outbox: FirstRetry must be more than 0, LongestRetry not less, GiveUpAfter and LateAfter not negative.")
            .ValidateOnStart();
        services.AddSingleton<MessageDelivery>();
        services.AddHostedService<OutboxDispatcher>();
    }
}
