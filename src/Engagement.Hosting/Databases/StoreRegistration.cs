using Engagement.Journal;
using Engagement.Journal.Postgres;
using Engagement.Journal.Sqlite;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Databases;

/// <summary>Opens the database that the configuration names.</summary>
internal static class StoreRegistration
{
    private const string DefaultFile = "Data Source=data/engagement.db";

    public static void AddStore(this IServiceCollection services)
    {
        services.AddSingleton(Open);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Journal);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Queries);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Due);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Chains);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Care);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Outbox);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Webhooks);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Tallies);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Segments);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().CampaignRuns);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Digests);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Errands);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Referrals);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Roll);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().PolicyVersions);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Histories);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Traces);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().IntegrationKeys);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Audit);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Accounts);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Sessions);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Erasures);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Profiles);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Suppressions);
        services.AddSingleton<IPostConfigureOptions<KeyManagementOptions>, SharedProtectionKeys>();
    }

    private static IStore Open(IServiceProvider provider)
    {
        var configuration = provider.GetRequiredService<IConfiguration>();
        var time = provider.GetRequiredService<TimeProvider>();
        var connection = configuration.GetConnectionString("Engagement");
        return (configuration["Engagement:Database"] ?? "sqlite").ToUpperInvariant() switch
        {
            "SQLITE" => new SqliteStore(new SqliteOptions { ConnectionString = connection ?? DefaultFile }, time),
            "POSTGRES" => new PostgresStore(Options(configuration, connection), time),
            _ => throw new JournalRefusedException(
                $"Engagement:Database is '{configuration["Engagement:Database"]}'; it must be 'sqlite' or 'postgres'."),
        };
    }

    private static PostgresOptions Options(IConfiguration configuration, string? connection)
    {
        if (connection is null)
        {
            throw new JournalRefusedException(
                "Engagement:Database is 'postgres', but ConnectionStrings:Engagement does not say where it is (such as Host=db;Database=engagement;Username=engagement).");
        }

        var options = configuration.GetSection("Engagement:Postgres").Get<PostgresOptions>() ?? new() { ConnectionString = connection };
        if (options is not { MostConnections: >= 4 and <= 1000, MostWriters: >= 1 and <= 64, MostWaiting: >= 1 }
            || options.StatementTimeout < TimeSpan.FromSeconds(1) || options.StartTimeout < TimeSpan.Zero)
        {
            throw new JournalRefusedException(
                "Engagement:Postgres: MostConnections must be from 4 to 1,000, MostWriters from 1 to 64, MostWaiting 1 or more, StatementTimeout a second or more.");
        }

        return options with { ConnectionString = connection };
    }
}
