using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Journal.Referrals;

namespace Engagement.Hosting.Api.Events;

/// <summary>Finds out whose codes those are that the items of a batch name (docs/domain §10).</summary>
internal static class ReferralCodes
{
    /// <summary>Puts the member in the place of her code; an item whose code nobody has is refused.</summary>
    public static async ValueTask ResolveAsync(IReferrals referrals, ChainId chain, List<EventItem> items, CancellationToken cancellation)
    {
        var codes = items.Select(item => item.ReferralCode).OfType<string>().Select(Canonical).ToHashSet(StringComparer.Ordinal);
        if (codes.Count == 0)
            return;
        var found = await referrals.FindAsync(chain, codes, cancellation).ConfigureAwait(false);
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is not { ReferralCode: { } code, Command: Join join } item)
                continue;
            items[index] = found.TryGetValue(Canonical(code), out var referrer)
                ? item with { Command = join with { Referrer = referrer } }
                : EventItem.Reject(item.Id, "unknown_code", $"nobody has the referral code '{code}'");
        }
    }

    // As it is heard on the phone.
    private static string Canonical(string code) => code.Trim().ToUpperInvariant();
}
