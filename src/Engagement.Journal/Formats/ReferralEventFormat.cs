using System.Text.Json;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Referral;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>The events of referrals as they are stored.</summary>
internal static class ReferralEventFormat
{
    public static string? NameOf(MemberEvent happened) => happened switch
    {
        ReferralClaimed => "referral_claimed.v1",
        ReferralConfirmed => "referral_confirmed.v1",
        ReferralRefused => "referral_refused.v1",
        ReferralRewarded => "referral_rewarded.v1",
        ReferralRewardReturned => "referral_reward_returned.v1",
        FriendWelcomed => "friend_welcomed.v1",
        FriendRefused => "friend_refused.v1",
        FriendRewarded => "friend_rewarded.v1",
        FriendRewardReturned => "friend_reward_returned.v1",
        _ => null,
    };

    public static bool TryWrite(Utf8JsonWriter writer, MemberEvent happened)
    {
        switch (happened)
        {
            case ReferralClaimed claimed:
                writer.WriteString("referrer"u8, claimed.Referrer.Value);
                writer.Time("since", claimed.Since);
                break;
            case ReferralConfirmed confirmed:
                writer.WriteString("referrer"u8, confirmed.Referrer.Value);
                break;
            case ReferralRefused refused:
                writer.WriteString("referrer"u8, refused.Referrer.Value);
                writer.WriteString("why"u8, refused.Why);
                break;
            case ReferralRewarded rewarded:
                writer.WriteString("referrer"u8, rewarded.Referrer.Value);
                writer.WriteNumber("purchase"u8, rewarded.Purchase);
                Reward(writer, rewarded.Points, rewarded.Round);
                break;
            case ReferralRewardReturned returned:
                writer.WriteString("referrer"u8, returned.Referrer.Value);
                Reward(writer, -returned.Points, returned.Round);
                break;
            case FriendWelcomed welcomed:
                writer.WriteString("friend"u8, welcomed.Friend.Value);
                break;
            case FriendRefused refused:
                writer.WriteString("friend"u8, refused.Friend.Value);
                writer.WriteString("why"u8, refused.Why);
                break;
            case FriendRewarded rewarded:
                writer.WriteString("friend"u8, rewarded.Friend.Value);
                Reward(writer, rewarded.Points, rewarded.Round);
                break;
            case FriendRewardReturned returned:
                writer.WriteString("friend"u8, returned.Friend.Value);
                Reward(writer, -returned.Points, returned.Round);
                break;
            default:
                return false;
        }

        return true;
    }

    public static MemberEvent? Read(string name, Instant at, JsonElement fields) => name switch
    {
        "referral_claimed.v1" => new ReferralClaimed(at, Referrer(fields)) { Since = fields.Time("since") },
        "referral_confirmed.v1" => new ReferralConfirmed(at, Referrer(fields)),
        "referral_refused.v1" => new ReferralRefused(at, Referrer(fields), fields.Text("why")!),
        "referral_rewarded.v1" => new ReferralRewarded(at, Referrer(fields), fields.Number("purchase")!.Value, Points(fields), Round(fields)),
        "referral_reward_returned.v1" => new ReferralRewardReturned(at, Referrer(fields), -Points(fields), Round(fields)),
        "friend_welcomed.v1" => new FriendWelcomed(at, Friend(fields)),
        "friend_refused.v1" => new FriendRefused(at, Friend(fields), fields.Text("why")!),
        "friend_rewarded.v1" => new FriendRewarded(at, Friend(fields), Points(fields), Round(fields)),
        "friend_reward_returned.v1" => new FriendRewardReturned(at, Friend(fields), -Points(fields), Round(fields)),
        _ => null,
    };

    private static void Reward(Utf8JsonWriter writer, long points, int round)
    {
        writer.WriteNumber("points"u8, points);
        writer.WriteNumber("round"u8, round);
    }

    private static MemberId Referrer(JsonElement fields) => new(fields.Text("referrer")!);

    private static MemberId Friend(JsonElement fields) => new(fields.Text("friend")!);

    private static long Points(JsonElement fields) => fields.GetProperty("points").GetInt64();

    private static int Round(JsonElement fields) => fields.Number("round")!.Value;
}
