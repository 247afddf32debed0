using Npgsql;

namespace Engagement.Silo.Cluster;

/// <summary>The one PostgreSQL that all nodes share: journal, membership and grain storage alike.</summary>
internal static class SharedDatabase
{
    /// <summary>The name by which Orleans finds the driver.</summary>
    public const string Invariant = "Npgsql";

    /// <summary>Why a cluster cannot run on what is configured; null if it can.</summary>
    public static string? RefusalOf(IConfiguration configuration)
    {
        var database = configuration["Engagement:Database"] ?? "sqlite";
        if (!database.Equals("postgres", StringComparison.OrdinalIgnoreCase))
            return $"Engagement:Database is '{database}'; the nodes of a cluster share a PostgreSQL: set it to 'postgres', or run Engagement.Server, which stands alone.";
        return string.IsNullOrWhiteSpace(ConnectionString(configuration))
            ? "ConnectionStrings:Engagement is empty; name the PostgreSQL database that the nodes of this cluster share."
            : null;
    }

    public static string? ConnectionString(IConfiguration configuration) => configuration.GetConnectionString("Engagement");

    /// <summary>The same database for what belongs to the cluster itself: it says little, so that it gets few connections.</summary>
    public static string OfCluster(IConfiguration configuration) => new NpgsqlConnectionStringBuilder(ConnectionString(configuration))
    {
        ApplicationName = "engagement-cluster",
        MaxPoolSize = 4,
    }.ConnectionString;
}
