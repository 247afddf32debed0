using System.Text.Json.Serialization;
using Engagement.Hosting.Api;
using Engagement.Hosting.Api.Documentation;
using Engagement.Hosting.Audit;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Auth.Oidc;
using Engagement.Hosting.Boards;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Channels;
using Engagement.Hosting.Databases;
using Engagement.Hosting.Due;
using Engagement.Hosting.Erasure;
using Engagement.Hosting.Errands;
using Engagement.Hosting.Insights;
using Engagement.Hosting.Jobs;
using Engagement.Hosting.Limits;
using Engagement.Hosting.Live;
using Engagement.Hosting.Members;
using Engagement.Hosting.Outbox;
using Engagement.Hosting.Profiles;
using Engagement.Hosting.Recall;
using Engagement.Hosting.Simulation;
using Engagement.Hosting.Time;
using Engagement.Hosting.Value;
using Engagement.Hosting.Webhooks;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting;

/// <summary>Puts together everything that a node runs around its members.</summary>
public static class EngagementRegistration
{
    /// <summary>
    /// Adds the journal, the due clock, the outbox, webhooks, jobs, the live feed, sign-in and the API: everything but the engine that members run
    /// in, of which a node has one (<see cref="Members.LocalMembersRegistration.AddLocalMembers"/>, or the silo's).
    /// </summary>
    public static IServiceCollection AddEngagement(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddClock();
        services.AddStore();
        services.AddAudit();
        services.AddSingleton<ChainCatalogue>();
        services.AddHostedService<ChainRefresh>();
        services.AddTurns();
        services.AddProfiles();
        services.AddChannels();
        services.AddOutbox();
        services.AddErrands();
        services.AddErasure();
        services.AddWebhooks();
        services.AddSingleton<BoardQuery>();
        services.AddSingleton<StoreFiguresQuery>();
        services.AddSingleton<PastMembers>();
        services.AddJobs();
        services.AddValue();
        services.AddInsights();
        services.AddSingleton<RecallQuery>();
        services.AddSingleton<StandingQuery>();
        services.AddSingleton<LeaderboardQuery>();
        services.AddSimulation();
        services.AddLive();
        services.AddAccess();
        services.AddOidc(configuration);
        services.AddApi();
        services.AddLimits(configuration);
        return services;
    }

    private static void AddClock(this IServiceCollection services)
    {
        services.AddOptions<ClockOptions>().BindConfiguration("Engagement:Clock")
            .Validate(options => options.Speed is > 0 and <= 10_000_000, "Engagement:Clock:Speed must be more than 0 and at most 10,000,000.")
            .ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<ClockOptions>>().Value;
            var real = provider.GetRequiredService<TimeProvider>();
            return options.Start is null && options.Speed == 1
                ? new NodeClock(real)
                : new NodeClock(new SimulatedTime(options.Start ?? real.GetUtcNow(), options.Speed, real), options.Speed);
        });
    }

    private static void AddTurns(this IServiceCollection services)
    {
        services.AddOptions<DueOptions>().BindConfiguration("Engagement:Due")
            .Validate(
                options => options is { MostPerSecond: >= 1, BatchSize: >= 1 and <= 10_000 } && options.Lease > TimeSpan.Zero && options.LongestSleep > TimeSpan.Zero,
                "Engagement:Due: MostPerSecond, Lease and LongestSleep must be more than 0, BatchSize from 1 to 10,000.")
            .ValidateOnStart();
        services.AddSingleton<DueAlarm>();
        services.AddSingleton<HistoryGate>();
        services.AddSingleton<MemberTurn>();
        services.AddHostedService<DueClock>();
    }

    private static void AddLive(this IServiceCollection services)
    {
        services.AddOptions<LiveOptions>().BindConfiguration("Engagement:Live")
            .Validate(
                options => options is { Window: >= 16, MostInOneItem: >= 1, MostBehind: >= 1, RecentInSnapshot: >= 0 } && options.BoardRefresh > TimeSpan.Zero
                    && options.RecallGap > TimeSpan.Zero,
                "Engagement:Live: Window must be 16 or more, MostInOneItem, MostBehind, BoardRefresh and RecallGap more than 0.")
            .ValidateOnStart();
        services.AddSingleton<HubFaults>();
        services.AddLogging(logging => logging.AddFilter(HubFaults.Framework, LogLevel.None));
        services.AddSingleton<LiveFeeds>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveFeeds>());
        services.AddSignalR(options => options.MaximumReceiveMessageSize = 16 * 1024)
            .AddJsonProtocol(options => Configure(options.PayloadSerializerOptions));
    }

    private static void AddApi(this IServiceCollection services)
    {
        services.Configure<JsonOptions>(options => Configure(options.SerializerOptions));
        // What is wrong with a body is told in problem details, not by a bare status.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddApiDocument();
        services.AddHealthChecks();
    }

    private static void Configure(System.Text.Json.JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.Converters.Add(new CommittedEventConverter());
        options.Converters.Add(new UtcConverter());
    }
}
