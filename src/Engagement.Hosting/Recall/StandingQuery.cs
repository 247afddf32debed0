using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Recall;
using Engagement.Journal;
using Engagement.Journal.Campaigns;

namespace Engagement.Hosting.Recall;

/// <summary>
/// Finds who stands where in a playbook. That is known in the members alone (docs/adr/0016), so they are asked one after another in
/// the order of their ids; how many are asked for one page has a bound, however few of them stand there.
/// </summary>
public sealed class StandingQuery(ISegments members)
{
    /// <summary>How many members are asked at most before a page is answered as far as it has come.</summary>
    public const int MostAsked = 20_000;

    private const int PortionSize = 1000;

    /// <summary>Those found after <paramref name="after"/>, at most <paramref name="limit"/>, and from where to go on.</summary>
    public async ValueTask<StandingPage> PageAsync(
        Chain chain, StandingSought sought, MemberId? after, int limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(sought);
        StoreKey[] homes = sought.Store is { } store
            ? [new(store)]
            : [.. chain.Stores.Select(each => new StoreKey(each.Id)), new(null)];
        var search = new SegmentSearch(homes, []);
        var found = new List<Standing>();
        for (var asked = 0; asked < MostAsked; asked += PortionSize)
        {
            var portion = await members.RecordsAsync(chain.Id, search, after, null, PortionSize, cancellation).ConfigureAwait(false);
            foreach (var record in portion)
            {
                if (record.State.Recall.Runs.FirstOrDefault(sought.Matches) is not { } run)
                    continue;
                // One more than is wanted: whether anybody follows is known without going to the end.
                if (found.Count == limit)
                    return new(found, found[^1].Record.Key.Member);
                found.Add(new(record, run));
            }

            if (portion.Count < PortionSize)
                return new(found, null);
            after = portion[^1].Key.Member;
            // The reads of an embedded node do not wait: others are to have a turn as well.
            await Task.Yield();
        }

        return new(found, after);
    }
}

/// <summary>Whom to look for in a playbook.</summary>
/// <param name="Step">So many of its steps have come for her; null for any number.</param>
/// <param name="IsHeldOut">Whether she is left alone; null for either.</param>
/// <param name="Store">Where she is at home; null for anywhere.</param>
public sealed record StandingSought(string Playbook, int? Step, bool? IsHeldOut, StoreId? Store)
{
    /// <summary>Whether it is this run of hers that is looked for.</summary>
    public bool Matches(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Playbook == Playbook && (Step is null || run.Next == Step) && (IsHeldOut is null || run.IsHeldOut == IsHeldOut);
    }
}

/// <summary>A member in a playbook.</summary>
public sealed record Standing(MemberRecord Record, Run Run);

/// <summary>Members who stand in a playbook, in the order of their ids.</summary>
/// <param name="After">After whom to go on; null where nobody is left to be asked.</param>
public sealed record StandingPage(IReadOnlyList<Standing> Found, MemberId? After);
