using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Hosting.Members;
using Engagement.Journal;
using Engagement.Silo.Cluster;

namespace Engagement.Silo.Members;

/// <summary>
/// The clustered engine. What a lost node left unanswered is sent again, to wherever the member wakes next: commands are taken
/// once by their ids, and time passes but once, so that asking twice does nothing twice.
/// </summary>
public sealed partial class GrainMembers(
    IGrainFactory grains, IOptions<ClusterNodeOptions> options, TimeProvider time, ILogger<GrainMembers> logger) : IMembers
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    public async ValueTask<IReadOnlyList<Reply>> SendAsync(
        MemberKey member, IReadOnlyList<MemberCommand> commands, CancellationToken cancellation)
    {
        var batch = new CommandBatch(member, commands);
        var grain = grains.GetGrain<IMemberGrain>(GrainKey.Of(member));
        var started = time.GetTimestamp();
        for (var wait = ShortestWait; ; wait = wait + wait < LongestWait ? wait + wait : LongestWait)
        {
            try
            {
                return (await grain.SendAsync(batch, cancellation).ConfigureAwait(false)).Read();
            }
            catch (Exception exception) when (ClusterFaults.ArePassing(exception))
            {
                if (time.GetElapsedTime(started) + wait > options.Value.Patience)
                {
                    NodeDoesNotAnswer(exception);
                    throw new JournalUnavailableException("The node this member is on does not answer.", exception)
                    {
                        RetryAfter = TimeSpan.FromSeconds(2),
                    };
                }
            }

            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A member's node does not answer; the caller is told to try again")]
    private partial void NodeDoesNotAnswer(Exception exception);
}
