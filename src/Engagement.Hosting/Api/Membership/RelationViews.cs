using Engagement.Domain.Families;
using Engagement.Domain.Referral;

namespace Engagement.Hosting.Api.Membership;

/// <summary>Who brought a member, and whom she brought (转介绍, docs/domain §10).</summary>
/// <param name="Referrer">Who she said brought her; null for nobody.</param>
/// <param name="Standing">none, claimed, confirmed, refused.</param>
/// <param name="Friends">Whom she brought, the first 100.</param>
/// <param name="FriendCount">How many that are.</param>
/// <param name="Bought">How many of them have bought.</param>
public sealed record ReferralView(string? Referrer, string Standing, IReadOnlyList<FriendView> Friends, int FriendCount, int Bought)
{
    private const int Most = 100;

    internal static ReferralView Of(ReferralState referral) => new(
        referral.Referrer?.Value,
        referral.Standing switch
        {
            ReferralStanding.Claimed => "claimed",
            ReferralStanding.Confirmed => "confirmed",
            ReferralStanding.Refused => "refused",
            _ => "none",
        },
        [.. referral.Friends.Take(Most).Select(friend => new FriendView(friend.Id.Value, friend.At.ToDateTimeOffset(), friend.HasBought, friend.Points))],
        referral.Friends.Length,
        referral.Bought);
}

/// <summary>Somebody a member brought.</summary>
/// <param name="Points">What that has brought her.</param>
public sealed record FriendView(string Id, DateTimeOffset At, bool HasBought, long Points);

/// <summary>A member's family (家庭, docs/domain §6).</summary>
/// <param name="Head">Whose family she belongs to; null where it is her own, or none.</param>
/// <param name="Relatives">Who belongs to hers.</param>
public sealed record FamilyView(string? Head, IReadOnlyList<RelativeView> Relatives)
{
    internal static FamilyView Of(Family family) =>
        new(family.Head?.Value, [.. family.Relatives.Select(relative => new RelativeView(relative.Id.Value, relative.HasAgreed))]);
}

/// <summary>Somebody of a family.</summary>
/// <param name="HasAgreed">She belongs to it; false until she has been asked.</param>
public sealed record RelativeView(string Id, bool HasAgreed);
