using Engagement.Hosting.Members;
using Engagement.Journal;
using Orleans.Concurrency;
using Orleans.Placement;

namespace Engagement.Silo.Members;

/// <summary>
/// A member who is awake somewhere in the cluster: the same cell and the same turn as in an embedded node. Calls interleave,
/// because the cell takes one turn at a time itself and lets those that arrive meanwhile share the next commit. She wakes on
/// the node that spoke to her first, which is where the batch came in or the due members were claimed.
/// </summary>
[Reentrant, PreferLocalPlacement, GrainType("member")]
public sealed partial class MemberGrain(MemberTurn turn, ILogger<MemberGrain> logger) : Grain, IMemberGrain
{
    private MemberCell? _cell;

    public async ValueTask<TurnAnswer> SendAsync(CommandBatch batch, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Read(out var unknown) is not { } commands)
        {
            // She goes to sleep, to wake on the newer node that speaks to her next.
            UnknownCommand(unknown!);
            DeactivateOnIdle();
            return TurnAnswer.Unknown(unknown);
        }

        try
        {
            // Her key does not tell who she is, the first batch does.
            _cell ??= new(batch.Member, turn);
            // This cell is never retired: she leaves memory as a whole, when Orleans deactivates her.
            _ = _cell.TrySend(commands, now: 0, cancellation, out var replies);
            return TurnAnswer.Of(await replies);
        }
        catch (JournalUnavailableException exception)
        {
            return TurnAnswer.Of(exception);
        }
        catch (JournalRefusedException exception)
        {
            return TurnAnswer.Of(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A newer node sent '{Command}', which this version does not know; its member moves away")]
    private partial void UnknownCommand(string command);
}
