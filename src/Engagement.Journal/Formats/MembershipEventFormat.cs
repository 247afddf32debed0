using System.Text.Json;
using Engagement.Domain.Benefits;
using Engagement.Domain.Families;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Tiers;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>The events of tiers, benefits and families as they are stored.</summary>
internal static class MembershipEventFormat
{
    public static string? NameOf(MemberEvent happened) => happened switch
    {
        TierInvited => "tier_invited.v1",
        TierChanged => "tier_changed.v1",
        TierKept => "tier_kept.v1",
        TierAtRisk => "tier_at_risk.v1",
        BenefitUsed => "benefit_used.v1",
        GiftPackGiven => "gift_pack_given.v1",
        FamilyAsked => "family_asked.v1",
        FamilyGrown => "family_grown.v1",
        FamilyShrunk => "family_shrunk.v1",
        FamilyDismissed => "family_dismissed.v1",
        FamilyJoined => "family_joined.v1",
        FamilyDeclined => "family_declined.v1",
        FamilyLeft => "family_left.v1",
        FamilyParted => "family_parted.v1",
        _ => null,
    };

    public static bool TryWrite(Utf8JsonWriter writer, MemberEvent happened)
    {
        switch (happened)
        {
            case TierInvited invited:
                writer.WriteString("tier"u8, invited.Tier);
                writer.WriteBoolean("given"u8, invited.IsGiven);
                break;
            case TierChanged changed:
                writer.Text("from", changed.From);
                writer.Text("to", changed.To);
                writer.WriteString("reason"u8, changed.Reason.Text);
                writer.WriteString("code"u8, changed.Reason.Code);
                if (changed.Reason.Amount is { } amount)
                    writer.WriteNumber("amount"u8, amount);
                writer.Number("days", changed.Reason.Days);
                writer.Time("until", changed.Until);
                break;
            case TierKept kept:
                writer.WriteString("tier"u8, kept.Tier);
                writer.Time("until", kept.Until);
                break;
            case TierAtRisk risk:
                writer.WriteString("tier"u8, risk.Tier);
                writer.Text("to", risk.To);
                writer.Time("on", risk.On);
                break;
            case BenefitUsed used:
                writer.WriteString("benefit"u8, used.Benefit);
                writer.Text("relative", used.Relative?.Value);
                writer.Number("left", used.Left);
                break;
            case GiftPackGiven given:
                writer.WriteString("for"u8, given.For);
                writer.WriteNumber("value"u8, given.Value);
                writer.Text("title", given.Title);
                break;
            case FamilyAsked asked:
                writer.WriteString("relative"u8, asked.Relative.Value);
                break;
            case FamilyGrown grown:
                writer.WriteString("relative"u8, grown.Relative.Value);
                break;
            case FamilyShrunk shrunk:
                writer.WriteString("relative"u8, shrunk.Relative.Value);
                writer.WriteString("why"u8, shrunk.Why);
                break;
            case FamilyDismissed dismissed:
                writer.WriteString("relative"u8, dismissed.Relative.Value);
                break;
            case FamilyJoined joined:
                writer.WriteString("head"u8, joined.Head.Value);
                break;
            case FamilyDeclined declined:
                writer.WriteString("head"u8, declined.Head.Value);
                writer.WriteString("why"u8, declined.Why);
                break;
            case FamilyLeft left:
                writer.WriteString("head"u8, left.Head.Value);
                break;
            case FamilyParted parted:
                writer.WriteString("head"u8, parted.Head.Value);
                break;
            default:
                return false;
        }

        return true;
    }

    public static ActEvent? ReadAct(string name, Instant at, StoreId? store, EventKey key, JsonElement fields, string? extra) => name switch
    {
        "tier_invited.v1" => new TierInvited(at, key, store, fields.Text("tier")!, fields.GetProperty("given").GetBoolean(), extra),
        "benefit_used.v1" => new BenefitUsed(
            at, key, store, fields.Text("benefit")!, fields.Text("relative") is { } relative ? new MemberId(relative) : null, fields.Number("left"), extra),
        "family_asked.v1" => new FamilyAsked(at, key, store, Relative(fields), extra),
        "family_dismissed.v1" => new FamilyDismissed(at, key, store, Relative(fields), extra),
        "family_left.v1" => new FamilyLeft(at, key, store, Head(fields), extra),
        _ => null,
    };

    public static MemberEvent? Read(string name, Instant at, JsonElement fields) => name switch
    {
        "tier_changed.v1" => new TierChanged(
            at,
            fields.Text("from"),
            fields.Text("to"),
            new(fields.Text("code")!, fields.TryGetProperty("amount", out var amount) ? amount.GetDecimal() : null, fields.Number("days")),
            fields.Time("until")),
        "tier_kept.v1" => new TierKept(at, fields.Text("tier")!, fields.Time("until")!.Value),
        "tier_at_risk.v1" => new TierAtRisk(at, fields.Text("tier")!, fields.Text("to"), fields.Time("on")!.Value),
        "gift_pack_given.v1" => new GiftPackGiven(at, fields.Text("for")!, fields.GetProperty("value").GetDecimal(), fields.Text("title")),
        "family_grown.v1" => new FamilyGrown(at, Relative(fields)),
        "family_shrunk.v1" => new FamilyShrunk(at, Relative(fields), fields.Text("why")!),
        "family_joined.v1" => new FamilyJoined(at, Head(fields)),
        "family_declined.v1" => new FamilyDeclined(at, Head(fields), fields.Text("why")!),
        "family_parted.v1" => new FamilyParted(at, Head(fields)),
        _ => null,
    };

    private static MemberId Relative(JsonElement fields) => new(fields.Text("relative")!);

    private static MemberId Head(JsonElement fields) => new(fields.Text("head")!);
}
