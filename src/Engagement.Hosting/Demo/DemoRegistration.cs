using Engagement.Domain.Time;
using Engagement.Hosting.Demo.Lives;
using Engagement.Hosting.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Demo;

/// <summary>Adds the demonstration chain to a node.</summary>
public static class DemoRegistration
{
    // Monday morning in China, Sunday evening in New York. A day takes two minutes.
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["ConnectionStrings:Engagement"] = DemoDatabase.ConnectionString,
        ["Engagement:Channels:File:Path"] = DemoDatabase.Messages,
        ["Engagement:Erasure:LogFile"] = DemoDatabase.Erasures,
        ["Engagement:Audit:HeadsFile"] = DemoDatabase.AuditHeads,
        ["Engagement:Clock:Start"] = "2026-03-02T01:00:00Z",
        ["Engagement:Clock:Speed"] = "720",
    };

    /// <summary>Adds the chain, its past and its running life, and the settings it has before anything is configured.</summary>
    public static void AddDemoChain(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        AddDefaults(builder.Configuration);
        var services = builder.Services;
        services.AddOptions<DemoOptions>().BindConfiguration("Engagement:Demo")
            .Validate(
                options => options.Members is >= 1 and <= 200_000, "Engagement:Demo:Members must be from 1 to 200,000.")
            .ValidateOnStart();
        services.AddSingleton<DemoDatabase>();
        services.AddSingleton<DemoChain>();
        services.AddSingleton<DemoAccounts>();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<DemoOptions>>().Value;
            var start = provider.GetRequiredService<IOptions<ClockOptions>>().Value.Start;
            var clock = provider.GetRequiredService<NodeClock>();
            return new Population(
                options.Seed, options.Members, start is { } at ? Instant.FromDateTimeOffset(at) : clock.Now);
        });
        services.AddSingleton<DemoFeeder>();
        services.AddSingleton<DemoHistory>();
        services.AddSingleton<DemoFaces>();
        services.AddHostedService<DemoOpening>();
        services.AddHostedService<DemoLife>();
        services.AddHostedService<DemoStaff>();
    }

    // Above the files, which are there for a node of its own and name its database, and below what was said for this run.
    private static void AddDefaults(ConfigurationManager configuration)
    {
        IList<IConfigurationSource> sources = configuration.Sources;
        var place = 0;
        for (var index = 0; index < sources.Count; index++)
        {
            if (sources[index] is JsonConfigurationSource)
                place = index + 1;
        }

        sources.Insert(place, new MemoryConfigurationSource { InitialData = Defaults });
    }
}
