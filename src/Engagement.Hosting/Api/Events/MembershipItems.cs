using Engagement.Domain.Benefits;
using Engagement.Domain.Families;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Tiers;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Api.Events;

/// <summary>The items of points, tiers, benefits and families.</summary>
internal static class MembershipItems
{
    private const long MostPoints = 1_000_000_000;
    private const int MostPieces = 10_000;

    public static readonly string[] Types =
        ["redeem", "tier_invite", "tier_uninvite", "benefit_use", "family_add", "family_remove", "family_leave"];

    public static ActCommand Read(string type, EventKey key, Instant? at, StoreId? store, ItemFields fields) => type switch
    {
        "redeem" => Redeem(key, at, store, fields),
        "tier_invite" => new InviteToTier(key, at, store, fields.Text("tier", required: true) ?? "", IsGiven: true),
        "tier_uninvite" => new InviteToTier(key, at, store, fields.Text("tier", required: true) ?? "", IsGiven: false),
        "benefit_use" => new UseBenefit(
            key, at, store, fields.Text("benefit", required: true) ?? "", fields.Text("relative") is { } relative ? new MemberId(relative) : null),
        "family_add" => new AddToFamily(key, at, store, new(fields.Text("relative", required: true) ?? "")),
        "family_remove" => new RemoveFromFamily(key, at, store, new(fields.Text("relative", required: true) ?? "")),
        "family_leave" => new LeaveFamily(key, at, store),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "a type without a reader"),
    };

    // Goods by their name, or so many points towards a fee; never both.
    private static RedeemPoints Redeem(EventKey key, Instant? at, StoreId? store, ItemFields fields)
    {
        var goods = fields.Text("goods");
        return goods is null
            ? new(key, at, store, fields.Long("points", 1, MostPoints, required: true), null)
            : new(key, at, store, fields.Absent("points", "'goods' is given"), goods, (int)(fields.Long("count", 1, MostPieces) ?? 1));
    }
}
