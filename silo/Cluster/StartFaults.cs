using Microsoft.AspNetCore.Connections;
using Orleans.Runtime.MembershipService;

namespace Engagement.Silo.Cluster;

/// <summary>Says what a person can do where a silo does not start.</summary>
internal static class StartFaults
{
    /// <summary>The reason in a sentence; null for what nobody expected.</summary>
    public static string? ReasonOf(Exception? exception) => exception switch
    {
        null => null,
        AddressInUseException =>
            "Another program uses the port that the nodes of this cluster speak to. Choose another in Engagement:Cluster:SiloPort.",
        OrleansClusterConnectivityCheckFailedException =>
            "Nodes that are said to be of this cluster cannot be reached (Engagement:Cluster:AdvertisedAddress, SiloPort, a firewall); start this one again once they can, or once they are gone.",
        OrleansConfigurationException configuration => configuration.Message,
        AggregateException several => several.InnerExceptions.Select(ReasonOf).FirstOrDefault(reason => reason is not null),
        _ => ReasonOf(exception.InnerException),
    };
}
