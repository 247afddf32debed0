using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Hosting.Value;

/// <summary>Reads what a member brings through those she brought, and those they brought in turn (docs/domain §5).</summary>
internal static class SocialReading
{
    /// <summary>Beyond so many people the tree is not followed: who brings more is asked for in the list of those who bring most.</summary>
    private const int MostRead = 500;

    /// <param name="find">Finds somebody as of <paramref name="now"/>; null for nobody.</param>
    public static async ValueTask<SocialValue> OfAsync(
        ChainRules chain, Member member, Instant now, Func<MemberId, ValueTask<Member?>> find)
    {
        var policy = chain.For(member.Home).Policy.Value;
        var read = 0;
        var friends = new List<ReferredFriend>();
        foreach (var friend in member.Referral.Friends)
        {
            if (await FindAsync(friend.Id).ConfigureAwait(false) is not { } known)
                continue;
            var inTurn = new List<decimal>();
            foreach (var further in known.Referral.Friends)
            {
                if (await FindAsync(further.Id).ConfigureAwait(false) is { } brought)
                    inTurn.Add(WorthOf(brought));
            }

            friends.Add(new(WorthOf(known), inTurn));
        }

        return SocialValue.Of(SocialValue.WillingnessOf(policy, member.Value.LastScore), friends);

        decimal WorthOf(Member somebody) => LifetimeValue.Of(chain.For(somebody.Home).Policy.Value, somebody, now)?.Value ?? 0m;

        async ValueTask<Member?> FindAsync(MemberId id) =>
            read++ < MostRead ? await find(id).ConfigureAwait(false) : null;
    }
}
