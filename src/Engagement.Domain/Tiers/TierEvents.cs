using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tiers;

/// <summary>She is invited to a tier, or no longer (docs/domain §6).</summary>
public sealed record InviteToTier(EventKey Key, Instant? At, StoreId? Store, string Tier, bool IsGiven, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>She was invited to a tier, or no longer is.</summary>
public sealed record TierInvited(Instant At, EventKey Key, StoreId? Store, string Tier, bool IsGiven, string? Extra)
    : ActEvent(At, Key, Store, Extra);

/// <summary>She has another tier now.</summary>
/// <param name="From">Null for none.</param>
/// <param name="To">Null for none.</param>
/// <param name="Until">The end of the year for which it is hers; null where she has none.</param>
public sealed record TierChanged(Instant At, string? From, string? To, TierReason Reason, Instant? Until) : MemberEvent(At);

/// <summary>She has deserved her tier for another year.</summary>
public sealed record TierKept(Instant At, string Tier, Instant Until) : MemberEvent(At);

/// <summary>Unless she deserves it by then she will lose a tier.</summary>
/// <param name="To">What she will have; null for none.</param>
/// <param name="On">When that will be.</param>
public sealed record TierAtRisk(Instant At, string Tier, string? To, Instant On) : MemberEvent(At);

/// <summary>Why a tier changed.</summary>
/// <param name="Code">What programs go by.</param>
/// <param name="Amount">The money, points or friends that were asked for.</param>
/// <param name="Days">Within how many days.</param>
public sealed record TierReason(string Code, decimal? Amount = null, int? Days = null)
{
    public static readonly TierReason NotDeserved = new("not_deserved");
    public static readonly TierReason PolicyChanged = new("policy_changed");
    public static readonly TierReason Invited = new("invited");

    /// <summary>In words a person understands.</summary>
    public string Text => Code switch
    {
        "spend" => string.Create(CultureInfo.InvariantCulture, $"{Amount:#,0.##} paid{(Days is { } days ? $" within {days} days" : "")}"),
        "points" => string.Create(CultureInfo.InvariantCulture, $"{Amount:#,0} points earned"),
        "friends" => string.Create(CultureInfo.InvariantCulture, $"{Amount:#,0} friends referred"),
        "invited" => "invited",
        "policy_changed" => "the policy changed",
        _ => "not deserved again within the year",
    };

    internal static TierReason Of(TierRule rule) => rule switch
    {
        { Spend: { } spend } => new("spend", spend, rule.WithinDays),
        { Points: { } points } => new("points", points),
        { Friends: { } friends } => new("friends", friends),
        _ => Invited,
    };
}
