using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Journal.Campaigns;

/// <summary>
/// What campaigns have done and are doing. A time of a campaign has one run in a zone, whoever opens it; whoever claims an open run
/// is alone with it until the lease ends, and goes on where it stood.
/// </summary>
public interface ICampaignRuns
{
    /// <summary>Opens a run; false, and nothing changed, if that time of the campaign has had its run, or there is no such chain.</summary>
    ValueTask<bool> OpenAsync(RunKey key, RunOrigin origin, Instant at, CancellationToken cancellation);

    /// <summary>The run of one time of a campaign in a zone; null if there was none.</summary>
    ValueTask<CampaignRun?> FindAsync(RunKey key, CancellationToken cancellation);

    /// <summary>The runs of a campaign, the latest first; of one time, in the order of their zones.</summary>
    ValueTask<IReadOnlyList<CampaignRun>> ListAsync(
        ChainId chain, string campaign, RunPlace? after, int limit, CancellationToken cancellation);

    /// <summary>Takes open runs for one node that nobody has.</summary>
    ValueTask<IReadOnlyList<ClaimedRun>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation);

    /// <summary>
    /// The run has come so far; the lease begins anew, or ends at once where none is given. False, and nothing changed, if it is no
    /// longer this node's.
    /// </summary>
    ValueTask<bool> MoveAsync(ClaimedRun claimed, RunProgress progress, TimeSpan lease, CancellationToken cancellation);

    /// <summary>The run is over. False, and nothing changed, if it is no longer this node's.</summary>
    /// <param name="why">Why it was stopped, a stable code; null where it is done.</param>
    ValueTask<bool> FinishAsync(ClaimedRun claimed, RunProgress progress, string? why, Instant at, CancellationToken cancellation);

    /// <summary>How many of a campaign's messages stand where, over all of its runs.</summary>
    ValueTask<IReadOnlyDictionary<MessageState, long>> MessagesAsync(ChainId chain, string campaign, CancellationToken cancellation);
}

/// <summary>Which run: the instant at which the campaign was to go, and for the members of which zone.</summary>
public readonly record struct RunKey(ChainId Chain, string Campaign, Instant Occurrence, string Zone);

/// <summary>A place in a list of runs.</summary>
public readonly record struct RunPlace(Instant Occurrence, string Zone);

/// <summary>Where a run comes from.</summary>
public enum RunOrigin
{
    /// <summary>Its time had come.</summary>
    Scheduled,

    /// <summary>Its time came while nobody was there, and was made up for.</summary>
    Missed,

    /// <summary>Somebody asked for it.</summary>
    Asked,
}

/// <summary>Where a run stands.</summary>
public enum RunState
{
    Open,
    Done,

    /// <summary>Its campaign was paused or taken away: whoever had not been reached was not.</summary>
    Stopped,
}

/// <summary>How far a run has come.</summary>
/// <param name="Cursor">The last member who was dealt with; null at the beginning.</param>
/// <param name="Matched">Members in the segment.</param>
/// <param name="Reached">Those of them whom the campaign has reached.</param>
/// <param name="Refused">Those who want no messages, or could not be asked.</param>
public sealed record RunProgress(MemberId? Cursor, long Matched, long Reached, long Refused)
{
    public static readonly RunProgress None = new(null, 0, 0, 0);
}

/// <summary>A run of a campaign.</summary>
/// <param name="Why">Why it was stopped; null where it was not.</param>
public sealed record CampaignRun(
    RunKey Key, RunOrigin Origin, RunState State, string? Why, RunProgress Progress, Instant StartedAt, Instant? FinishedAt);

/// <summary>A run in this node's hands.</summary>
/// <param name="Lease">What this claim is known by.</param>
public sealed record ClaimedRun(CampaignRun Run, string Lease);
