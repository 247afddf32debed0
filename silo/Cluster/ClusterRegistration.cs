using System.Net;
using System.Net.Sockets;
using Engagement.Silo.Members;
using Orleans.Configuration;

namespace Engagement.Silo.Cluster;

/// <summary>Makes this process a node of its cluster.</summary>
public static class ClusterRegistration
{
    /// <summary>
    /// Joins the cluster whose membership is in the shared database. The due index is the only timer there is, so that no
    /// reminder service runs (docs/adr/0013).
    /// </summary>
    public static WebApplicationBuilder UseCluster(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<ClusterNodeOptions>().BindConfiguration("Engagement:Cluster");
        builder.Services.AddSingleton<IValidateOptions<ClusterNodeOptions>, ClusterNodeValidation>();
        builder.Services.AddHealthChecks().AddCheck<SiloReadiness>("silo");
        var connection = SharedDatabase.OfCluster(builder.Configuration);
        builder.UseOrleans(silo =>
        {
            silo.UseAdoNetClustering(clustering =>
            {
                clustering.Invariant = SharedDatabase.Invariant;
                clustering.ConnectionString = connection;
            });
            silo.UseGrainState(connection);
            silo.UseMembers();
            silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, LookBeforeJoining>();
        });
        builder.Services.AddOptions<ClusterOptions>().Configure<IOptions<ClusterNodeOptions>>((cluster, node) =>
        {
            cluster.ClusterId = node.Value.ClusterId;
            cluster.ServiceId = node.Value.ServiceId;
        });
        builder.Services.AddOptions<EndpointOptions>().Configure<IOptions<ClusterNodeOptions>>((endpoints, node) =>
        {
            endpoints.AdvertisedIPAddress = Resolve(node.Value.AdvertisedAddress);
            endpoints.SiloPort = node.Value.SiloPort;
            endpoints.GatewayPort = node.Value.GatewayPort;
        });
        builder.Services.AddOptions<ClusterMembershipOptions>().Configure<IOptions<ClusterNodeOptions>>(Watch);
        return builder;
    }

    /// <summary>Keeps the small settings of the cluster in the database that <paramref name="connection"/> leads to.</summary>
    internal static ISiloBuilder UseGrainState(this ISiloBuilder silo, string connection) =>
        silo.AddAdoNetGrainStorage(GrainState.Storage, storage =>
        {
            storage.Invariant = SharedDatabase.Invariant;
            storage.ConnectionString = connection;
            storage.DeleteStateOnClear = true;
            storage.GrainStorageSerializer = new GrainState();
        });

    private static void Watch(ClusterMembershipOptions membership, IOptions<ClusterNodeOptions> node)
    {
        membership.ProbeTimeout = node.Value.Probe;
        membership.NumMissedProbesLimit = node.Value.MissedProbes;
        // Who missed the news of a node that joined or left reads it soon.
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
        // A node that was silent for three of these looks lost to those who join (LookBeforeJoining).
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(1);
        // Else it ends, to be started again by whatever looks after it.
        membership.MaxJoinAttemptTime = TimeSpan.FromSeconds(30);
        membership.DefunctSiloExpiration = TimeSpan.FromDays(1);
    }

    private static IPAddress Resolve(string address)
    {
        if (IPAddress.TryParse(address, out var parsed))
            return parsed;
        try
        {
            var found = Dns.GetHostAddresses(address);
            return found.FirstOrDefault(ip => ip.AddressFamily == AddressFamily.InterNetwork) ?? found[0];
        }
        catch (SocketException exception)
        {
            throw new OptionsValidationException(
                nameof(ClusterNodeOptions),
                typeof(ClusterNodeOptions),
                [$"Engagement:Cluster:AdvertisedAddress '{address}' is no IP address and no host name known here ({exception.Message})."]);
        }
    }

    private sealed class ClusterNodeValidation : IValidateOptions<ClusterNodeOptions>
    {
        public ValidateOptionsResult Validate(string? name, ClusterNodeOptions options) =>
            options.Fault() is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
