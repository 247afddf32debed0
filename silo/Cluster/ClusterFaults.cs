using Microsoft.AspNetCore.Connections;

namespace Engagement.Silo.Cluster;

/// <summary>Which faults of a call between nodes pass by themselves, once the cluster knows who is there.</summary>
internal static class ClusterFaults
{
    public static bool ArePassing(Exception exception) =>
        // Gone, going, not there yet, moving; the call ran out of time; the line broke.
        exception is OrleansException or TimeoutException or ConnectionAbortedException or ObjectDisposedException;
}
