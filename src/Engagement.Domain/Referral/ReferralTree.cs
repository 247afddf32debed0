using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Domain.Referral;

/// <summary>Who brought whom.</summary>
/// <param name="HasBought">The friend made the first purchase.</param>
public sealed record ReferralLink(MemberId Friend, MemberId Referrer, Instant At, bool HasBought);

/// <summary>Somebody in a tree.</summary>
/// <param name="Depth">1 for whom the member at the root brought herself, 2 for whom those brought, and so on.</param>
public sealed record ReferralBranch(ReferralLink Link, int Depth);

/// <summary>How much of a referrer a member is.</summary>
/// <param name="Friends">Whom she brought herself.</param>
/// <param name="Bought">How many of those have bought.</param>
/// <param name="Reach">Whom she and those she brought have brought, and so on: all of her tree.</param>
/// <param name="Depth">How many links the longest chain of her tree has.</param>
public sealed record Referrer(MemberId Member, int Friends, int Bought, int Reach, int Depth);

/// <summary>The referrals of a chain as trees (裂变, docs/domain §10). Whoever brings somebody was a member before, so there are no loops.</summary>
public sealed class ReferralTree(IEnumerable<ReferralLink> links)
{
    private readonly ILookup<MemberId, ReferralLink> _friends = links.ToLookup(link => link.Referrer);

    /// <summary>The tree of a member, level by level, to <paramref name="depth"/> levels and <paramref name="most"/> people at most.</summary>
    public ImmutableArray<ReferralBranch> Of(MemberId member, int depth, int most)
    {
        var branches = ImmutableArray.CreateBuilder<ReferralBranch>();
        var seen = new HashSet<MemberId> { member };
        var level = new List<MemberId> { member };
        for (var at = 1; at <= depth && level.Count > 0 && branches.Count < most; at++)
        {
            var next = new List<MemberId>();
            foreach (var link in level.SelectMany(referrer => _friends[referrer]).OrderBy(link => link.At).ThenBy(link => link.Friend.Value, StringComparer.Ordinal))
            {
                if (branches.Count >= most || !seen.Add(link.Friend))
                    continue;
                branches.Add(new(link, at));
                next.Add(link.Friend);
            }

            level = next;
        }

        return branches.DrainToImmutable();
    }

    /// <summary>All who brought somebody, in no particular order.</summary>
    public IEnumerable<Referrer> Referrers()
    {
        var known = new Dictionary<MemberId, (int Reach, int Depth)>();
        foreach (var friends in _friends)
        {
            var (reach, depth) = Measure(friends.Key, known);
            yield return new(friends.Key, friends.Count(), friends.Count(link => link.HasBought), reach, depth);
        }
    }

    // By a stack of its own, for a chain of referrals may be longer than the machine's.
    private (int Reach, int Depth) Measure(MemberId member, Dictionary<MemberId, (int Reach, int Depth)> known)
    {
        var open = new Stack<(MemberId Member, bool IsDescended)>();
        open.Push((member, false));
        while (open.TryPop(out var next))
        {
            if (known.ContainsKey(next.Member))
                continue;
            if (!next.IsDescended)
            {
                open.Push((next.Member, true));
                foreach (var link in _friends[next.Member].Where(link => !known.ContainsKey(link.Friend)))
                    open.Push((link.Friend, false));
                continue;
            }

            var (reach, depth) = (0, 0);
            foreach (var link in _friends[next.Member])
            {
                var below = known[link.Friend];
                (reach, depth) = (reach + 1 + below.Reach, Math.Max(depth, 1 + below.Depth));
            }

            known[next.Member] = (reach, depth);
        }

        return known[member];
    }
}
