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
        try
        {
            return string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(ConnectionString(configuration)).Host)
                ? "ConnectionStrings:Engagement names no host; it says where the PostgreSQL is that the nodes of this cluster share."
                : null;
        }
        catch (ArgumentException exception)
        {
            return $"ConnectionStrings:Engagement does not lead to a PostgreSQL: {exception.Message}";
        }
    }

    private static string? ConnectionString(IConfiguration configuration) => configuration.GetConnectionString("Engagement");

    /// <summary>The same database for what belongs to the cluster itself: it says little, so that it gets few connections.</summary>
    public static string OfCluster(IConfiguration configuration) => new NpgsqlConnectionStringBuilder(ConnectionString(configuration))
    {
        ApplicationName = "engagement-cluster",
        MaxPoolSize = 4,
    }.ConnectionString;
}
