using Engagement.Hosting.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;
using Quartz.Extensibility;

namespace Engagement.Hosting.Jobs;

/// <summary>
/// The Quartz scheduler of a node (docs/adr/0018): clustered in the database where nodes share one, in memory where a node is alone
/// or lives by a simulated clock, which it shares with nobody.
/// </summary>
internal static class NodeScheduler
{
    /// <summary>Connections to the database that the scheduler has of its own at most.</summary>
    public const int MostConnections = 4;

    private const string Name = "engagement";

    // The scheduler reads our clock, but sleeps by the machine's: asked so often, it is never later than this on a clock that races.
    private static readonly TimeSpan SimulatedIdle = TimeSpan.FromSeconds(1);

    public static StandaloneSchedulerFactory Create(IServiceProvider node)
    {
        var clock = node.GetRequiredService<NodeClock>();
        var configuration = node.GetRequiredService<IConfiguration>();
        var isSimulated = clock.Time is SimulatedTime;
        var isShared = string.Equals(configuration["Engagement:Database"], "postgres", StringComparison.OrdinalIgnoreCase) && !isSimulated;
        return QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.Services.AddSingleton(node.GetRequiredService<ILoggerFactory>());
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = Name;
                options.GenerateInstanceId = isShared;
                if (isSimulated)
                    options.IdleWaitTime = SimulatedIdle;
            });
            quartz.UseTimeProvider(clock.Time);
            quartz.UseDefaultThreadPool(4);
            quartz.UseJobFactory(new JobsOfNode(node));
            if (isShared)
                quartz.UsePersistentStore(store => Share(store, configuration.GetConnectionString("Engagement")!));
            else
                quartz.UseInMemoryStore(options => options.MisfireThreshold = TimeSpan.FromMinutes(1) * Math.Max(1, clock.Speed));
        }).Build();
    }

    private static void Share(IPersistentStoreBuilder store, string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = MostConnections,
            ApplicationName = "Engagement jobs",
            IncludeErrorDetail = false,
        };
        store.UsePostgres(NpgsqlFactory.Instance, settings.ToString());
        store.UseClustering();
        store.ConfigureStore(options =>
        {
            options.TablePrefix = "quartz_";
            options.StoreJobDataAsStrings = true;
            options.UseDbLocks = true;
        });
    }

    /// <summary>Jobs have what the node has.</summary>
    private sealed class JobsOfNode(IServiceProvider node) : IJobFactory
    {
        public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default) =>
            new(new JobScope((IJob)node.GetRequiredService(bundle.JobDetail.JobType.Type)));

        public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => default;
    }
}
