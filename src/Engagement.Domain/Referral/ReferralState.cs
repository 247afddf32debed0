using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Referral;

/// <summary>Where a referral stands.</summary>
public enum ReferralStanding
{
    /// <summary>Nobody referred her.</summary>
    None,

    /// <summary>She named somebody, who has not been asked yet.</summary>
    Claimed,

    /// <summary>It counts.</summary>
    Confirmed,

    /// <summary>It earns nothing.</summary>
    Refused,
}

/// <summary>Who brought a member, and whom she brought (docs/domain §10).</summary>
public sealed record ReferralState
{
    public static readonly ReferralState None = new();

    /// <summary>Who she said brought her; null for nobody.</summary>
    public MemberId? Referrer { get; init; }

    public ReferralStanding Standing { get; init; }

    /// <summary>The number of the purchase that she and her referrer were rewarded for; 0 for none.</summary>
    public int RewardedPurchase { get; init; }

    /// <summary>The points that she got for it.</summary>
    public long RewardedPoints { get; init; }

    /// <summary>How often she was rewarded: a first purchase that is given back whole can be made again.</summary>
    public int Round { get; init; }

    /// <summary>Whom she brought, in the order in which it was told.</summary>
    public ImmutableArray<Friend> Friends { get; init; } = [];

    /// <summary>How many of them have bought.</summary>
    public int Bought { get; init; }

    /// <summary>The friend of that name; null if she brought no such.</summary>
    public Friend? Find(MemberId friend)
    {
        foreach (var known in Friends)
        {
            if (known.Id == friend)
                return known;
        }

        return null;
    }

    internal ReferralState Evolve(MemberEvent happened) => happened switch
    {
        ReferralClaimed claimed => this with { Referrer = claimed.Referrer, Standing = ReferralStanding.Claimed },
        ReferralConfirmed => this with { Standing = ReferralStanding.Confirmed },
        // Who has a referrer keeps her, whoever else she names.
        ReferralRefused refused when Referrer is null || Referrer == refused.Referrer && Standing == ReferralStanding.Claimed =>
            this with { Referrer = refused.Referrer, Standing = ReferralStanding.Refused },
        ReferralRewarded rewarded => this with
        {
            RewardedPurchase = rewarded.Purchase,
            RewardedPoints = rewarded.Points,
            Round = rewarded.Round,
        },
        ReferralRewardReturned => this with { RewardedPurchase = 0, RewardedPoints = 0 },
        FriendWelcomed welcomed => this with { Friends = Friends.Add(new(welcomed.Friend, welcomed.At)) },
        FriendRewarded rewarded => With(rewarded.Friend, rewarded.Round, (Find(rewarded.Friend)?.Points ?? 0) + rewarded.Points, hasBought: true),
        FriendRewardReturned returned => With(returned.Friend, returned.Round, 0, hasBought: false),
        _ => this,
    };

    private ReferralState With(MemberId friend, int round, long points, bool hasBought)
    {
        if (Find(friend) is not { } known)
            return this;
        return this with
        {
            Friends = Friends.Replace(known, known with { Round = round, Points = points, HasBought = hasBought }),
            Bought = Bought + (hasBought ? 1 : 0) - (known.HasBought ? 1 : 0),
        };
    }

    public bool Equals(ReferralState? other) =>
        other is not null && Referrer == other.Referrer && Standing == other.Standing && RewardedPurchase == other.RewardedPurchase
        && RewardedPoints == other.RewardedPoints && Round == other.Round && Bought == other.Bought
        && Friends.AsSpan().SequenceEqual(other.Friends.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Referrer, Standing, Round, Friends.Length, Bought);
}

/// <summary>Somebody a member brought.</summary>
/// <param name="At">When that was told.</param>
/// <param name="Round">The latest reward that was heard of.</param>
/// <param name="Points">What it brought her.</param>
public sealed record Friend(MemberId Id, Instant At, int Round = 0, long Points = 0, bool HasBought = false);
