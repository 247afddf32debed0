using Orleans.Configuration;

namespace Engagement.Silo.Cluster;

/// <summary>
/// Waits, before this node joins, until each other node has given a sign of life or has been silent for so long that it counts
/// as lost. A node that joins must reach all others that look alive and does not look again: after all nodes were lost at once,
/// the first that is back would go on knocking at the doors of the others until it gives up.
/// </summary>
internal sealed class LookBeforeJoining(
    IMembershipTable table, ILocalSiloDetails self, IOptions<ClusterMembershipOptions> options, TimeProvider time)
    : ILifecycleParticipant<ISiloLifecycle>
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    public void Participate(ISiloLifecycle observer) =>
        observer.Subscribe(nameof(LookBeforeJoining), ServiceLifecycleStage.RuntimeGrainServices - 1, LookAsync);

    private async Task LookAsync(CancellationToken cancellation)
    {
        await table.InitializeMembershipTableAsync(tryInitTableVersion: true, cancellation).ConfigureAwait(false);
        var silence = options.Value.IAmAliveTablePublishTimeout * options.Value.NumMissedTableIAmAliveLimit;
        // A clock that is wrong elsewhere must not keep this node waiting.
        var giveUp = time.GetUtcNow() + silence + silence;
        var unsure = await SignsOfLifeAsync(cancellation).ConfigureAwait(false);
        while (unsure.Count > 0 && time.GetUtcNow() < giveUp)
        {
            await Task.Delay(BetweenLooks, time, cancellation).ConfigureAwait(false);
            var now = await SignsOfLifeAsync(cancellation).ConfigureAwait(false);
            var lost = time.GetUtcNow().UtcDateTime - silence;
            foreach (var (node, seen) in unsure.ToList())
            {
                if (!now.TryGetValue(node, out var latest) || latest > seen || latest < lost)
                    unsure.Remove(node);
            }
        }
    }

    private async Task<Dictionary<SiloAddress, DateTime>> SignsOfLifeAsync(CancellationToken cancellation)
    {
        var all = await table.ReadAllAsync(cancellation).ConfigureAwait(false);
        return all.Members.Select(member => member.Item1)
            // An earlier life of this node ends with its new one.
            .Where(node => node.Status == SiloStatus.Active && !node.SiloAddress.Endpoint.Equals(self.SiloAddress.Endpoint))
            .ToDictionary(node => node.SiloAddress, node => node.IAmAliveTime > node.StartTime ? node.IAmAliveTime : node.StartTime);
    }
}
