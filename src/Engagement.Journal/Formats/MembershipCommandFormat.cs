using System.Text.Json;
using Engagement.Domain.Benefits;
using Engagement.Domain.Errands;
using Engagement.Domain.Families;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Referral;
using Engagement.Domain.Tiers;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>The commands of points, tiers, benefits, families and referrals; <see cref="CommandFormat"/> is the way in.</summary>
internal static class MembershipCommandFormat
{
    public static string? NameOf(MemberCommand command) => command switch
    {
        RedeemPoints => "redeem_points.v1",
        AdjustPoints => "adjust_points.v1",
        InviteToTier => "invite_to_tier.v1",
        UseBenefit => "use_benefit.v1",
        AddToFamily => "add_to_family.v1",
        RemoveFromFamily => "remove_from_family.v1",
        LeaveFamily => "leave_family.v1",
        WelcomeFriend => "welcome_friend.v1",
        AnswerReferral => "answer_referral.v1",
        RewardReferrer => "reward_referrer.v1",
        ReturnReward => "return_reward.v1",
        JoinFamily => "join_family.v1",
        AnswerFamily => "answer_family.v1",
        PartFromFamily => "part_from_family.v1",
        _ => null,
    };

    public static void Write(Utf8JsonWriter writer, MemberCommand command)
    {
        if (command is ErrandCommand errand)
            writer.WriteString("from"u8, errand.From.Value);
        switch (command)
        {
            case RedeemPoints redeem:
                if (redeem.Points is { } points)
                    writer.WriteNumber("points"u8, points);
                writer.Text("goods", redeem.Goods);
                writer.WriteNumber("count"u8, redeem.Count);
                break;
            case AdjustPoints adjust:
                writer.WriteNumber("points"u8, adjust.Points);
                writer.WriteString("reason"u8, adjust.Reason);
                writer.WriteString("by"u8, adjust.By.Value);
                break;
            case InviteToTier invite:
                writer.WriteString("tier"u8, invite.Tier);
                writer.WriteBoolean("given"u8, invite.IsGiven);
                break;
            case UseBenefit use:
                writer.WriteString("benefit"u8, use.Benefit);
                writer.Text("relative", use.Relative?.Value);
                break;
            case AddToFamily add:
                writer.WriteString("relative"u8, add.Relative.Value);
                break;
            case RemoveFromFamily remove:
                writer.WriteString("relative"u8, remove.Relative.Value);
                break;
            case WelcomeFriend welcome:
                writer.WriteNumber("joined"u8, welcome.Joined.Microseconds);
                break;
            case AnswerReferral answer:
                writer.Text("why", answer.Why);
                break;
            case AnswerFamily answer:
                writer.Text("why", answer.Why);
                break;
            case RewardReferrer reward:
                writer.WriteNumber("round"u8, reward.Round);
                break;
            case ReturnReward back:
                writer.WriteNumber("round"u8, back.Round);
                break;
        }
    }

    public static ErrandCommand? ReadErrand(string name, JsonElement fields)
    {
        if (fields.Text("from") is not { } sender)
            return null;
        var from = new MemberId(sender);
        return name switch
        {
            "welcome_friend.v1" => new WelcomeFriend(from, new(fields.GetProperty("joined").GetInt64())),
            "answer_referral.v1" => new AnswerReferral(from, fields.Text("why")),
            "reward_referrer.v1" => new RewardReferrer(from, fields.Number("round")!.Value),
            "return_reward.v1" => new ReturnReward(from, fields.Number("round")!.Value),
            "join_family.v1" => new JoinFamily(from),
            "answer_family.v1" => new AnswerFamily(from, fields.Text("why")),
            "part_from_family.v1" => new PartFromFamily(from),
            _ => null,
        };
    }

    public static ActCommand? ReadAct(string name, EventKey key, Instant? at, StoreId? store, JsonElement fields, string? extra) => name switch
    {
        "redeem_points.v1" => new RedeemPoints(
            key,
            at,
            store,
            fields.TryGetProperty("points", out var points) ? points.GetInt64() : null,
            fields.Text("goods"),
            fields.Number("count") ?? 1,
            extra),
        "adjust_points.v1" => new AdjustPoints(
            key, at, store, fields.GetProperty("points").GetInt64(), fields.Text("reason")!, new(fields.Text("by")!), extra),
        "invite_to_tier.v1" => new InviteToTier(key, at, store, fields.Text("tier")!, fields.GetProperty("given").GetBoolean(), extra),
        "use_benefit.v1" => new UseBenefit(
            key, at, store, fields.Text("benefit")!, fields.Text("relative") is { } relative ? new MemberId(relative) : null, extra),
        "add_to_family.v1" => new AddToFamily(key, at, store, new(fields.Text("relative")!), extra),
        "remove_from_family.v1" => new RemoveFromFamily(key, at, store, new(fields.Text("relative")!), extra),
        "leave_family.v1" => new LeaveFamily(key, at, store, extra),
        _ => null,
    };
}
