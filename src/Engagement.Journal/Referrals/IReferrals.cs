using Engagement.Domain.Identity;
using Engagement.Domain.Referral;

namespace Engagement.Journal.Referrals;

/// <summary>Who brought whom in a chain, and the codes that members hand to their friends (docs/domain §10).</summary>
public interface IReferrals
{
    /// <summary>Whom members of the chain brought, in the order of the friends' ids.</summary>
    ValueTask<IReadOnlyList<ReferralLink>> ListAsync(ChainId chain, CancellationToken cancellation);

    /// <summary>The code of a member, made when it is first asked for; it never changes.</summary>
    ValueTask<string> CodeAsync(MemberKey key, CancellationToken cancellation);

    /// <summary>Whose codes these are; codes nobody has are left out.</summary>
    ValueTask<IReadOnlyDictionary<string, MemberId>> FindAsync(ChainId chain, IReadOnlyCollection<string> codes, CancellationToken cancellation);
}
