using System.Text.Json;
using Engagement.Domain.Benefits;
using Engagement.Domain.Families;
using Engagement.Domain.Members;
using Engagement.Domain.Referral;
using Engagement.Domain.Tiers;

namespace Engagement.Journal.Formats;

/// <summary>Tier, benefits, family and referrals in the snapshot.</summary>
internal static class MembershipFormat
{
    public static void Write(Utf8JsonWriter writer, Member member)
    {
        if (member.MemberSince is { } since)
            writer.WriteNumber("memberSince"u8, since.Microseconds);
        WriteTier(writer, member.Tier);
        MemberFormat.WriteList(writer, "benefits"u8, member.BenefitsTaken, WriteTaken);
        if (member.Family.Head is { } head)
            writer.WriteString("head"u8, head.Value);
        MemberFormat.WriteList(writer, "relatives"u8, member.Family.Relatives, WriteRelative);
        WriteReferral(writer, member.Referral);
    }

    public static bool TryRead(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ref Member member)
    {
        if (name.SequenceEqual("memberSince"u8))
            member = member with { MemberSince = new(reader.GetInt64()) };
        else if (name.SequenceEqual("tier"u8))
            member = member with { Tier = ReadTier(ref reader, member.Tier) };
        else if (name.SequenceEqual("spent"u8))
            member = member with { Tier = member.Tier with { Spent = reader.GetDecimal() } };
        else if (name.SequenceEqual("orders"u8))
            member = member with { Tier = member.Tier with { Orders = reader.GetInt32() } };
        else if (name.SequenceEqual("invitations"u8))
            member = member with { Tier = member.Tier with { Invitations = MemberFormat.ReadList(ref reader, MemberFormat.ReadText) } };
        else if (name.SequenceEqual("benefits"u8))
            member = member with { BenefitsTaken = MemberFormat.ReadList(ref reader, ReadTaken) };
        else if (name.SequenceEqual("head"u8))
            member = member with { Family = member.Family with { Head = new(reader.GetString()!) } };
        else if (name.SequenceEqual("relatives"u8))
            member = member with { Family = member.Family with { Relatives = MemberFormat.ReadList(ref reader, ReadRelative) } };
        else if (name.SequenceEqual("referral"u8))
            member = member with { Referral = ReadReferral(ref reader, member.Referral) };
        else if (name.SequenceEqual("friends"u8))
            member = member with { Referral = WithFriends(ref reader, member.Referral) };
        else
            return false;
        return true;
    }

    private static void WriteTier(Utf8JsonWriter writer, TierState tier)
    {
        if (tier.Spent != 0m)
            writer.WriteNumber("spent"u8, tier.Spent);
        if (tier.Orders != 0)
            writer.WriteNumber("orders"u8, tier.Orders);
        MemberFormat.WriteList(writer, "invitations"u8, tier.Invitations, static (writer, name) => writer.WriteStringValue(name));
        if (tier.Name is null && tier.Since == default)
            return;
        writer.WriteStartArray("tier"u8);
        writer.WriteStringValue(tier.Name);
        writer.WriteNumberValue(tier.Since.Microseconds);
        writer.WriteNumberValue(tier.Until.Microseconds);
        writer.WriteNumberValue(tier.IsAtRisk ? 1 : 0);
        writer.WriteEndArray();
    }

    private static TierState ReadTier(ref Utf8JsonReader reader, TierState tier)
    {
        tier = tier with
        {
            Name = MemberFormat.NextTextOrNull(ref reader),
            Since = MemberFormat.NextInstant(ref reader),
            Until = MemberFormat.NextInstant(ref reader),
            IsAtRisk = MemberFormat.NextNumber(ref reader) == 1,
        };
        reader.Read();
        return tier;
    }

    private static void WriteTaken(Utf8JsonWriter writer, BenefitTaken taken)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(taken.Benefit);
        writer.WriteNumberValue(taken.At.Microseconds);
        writer.WriteEndArray();
    }

    private static BenefitTaken ReadTaken(ref Utf8JsonReader reader)
    {
        var taken = new BenefitTaken(MemberFormat.NextText(ref reader), MemberFormat.NextInstant(ref reader));
        reader.Read();
        return taken;
    }

    private static void WriteRelative(Utf8JsonWriter writer, Relative relative)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(relative.Id.Value);
        writer.WriteNumberValue(relative.HasAgreed ? 1 : 0);
        writer.WriteEndArray();
    }

    private static Relative ReadRelative(ref Utf8JsonReader reader)
    {
        var relative = new Relative(new(MemberFormat.NextText(ref reader)), MemberFormat.NextNumber(ref reader) == 1);
        reader.Read();
        return relative;
    }

    private static void WriteReferral(Utf8JsonWriter writer, ReferralState referral)
    {
        if (referral.Referrer is { } referrer)
        {
            writer.WriteStartArray("referral"u8);
            writer.WriteStringValue(referrer.Value);
            writer.WriteNumberValue((int)referral.Standing);
            writer.WriteNumberValue(referral.RewardedPurchase);
            writer.WriteNumberValue(referral.RewardedPoints);
            writer.WriteNumberValue(referral.Round);
            writer.WriteEndArray();
        }

        MemberFormat.WriteList(writer, "friends"u8, referral.Friends, WriteFriend);
    }

    private static ReferralState ReadReferral(ref Utf8JsonReader reader, ReferralState referral)
    {
        referral = referral with
        {
            Referrer = new(MemberFormat.NextText(ref reader)),
            Standing = (ReferralStanding)MemberFormat.NextNumber(ref reader),
            RewardedPurchase = MemberFormat.NextNumber(ref reader),
            RewardedPoints = NextLong(ref reader),
            Round = MemberFormat.NextNumber(ref reader),
        };
        reader.Read();
        return referral;
    }

    private static void WriteFriend(Utf8JsonWriter writer, Friend friend)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(friend.Id.Value);
        writer.WriteNumberValue(friend.At.Microseconds);
        writer.WriteNumberValue(friend.Round);
        writer.WriteNumberValue(friend.Points);
        writer.WriteNumberValue(friend.HasBought ? 1 : 0);
        writer.WriteEndArray();
    }

    private static Friend ReadFriend(ref Utf8JsonReader reader)
    {
        var friend = new Friend(
            new(MemberFormat.NextText(ref reader)),
            MemberFormat.NextInstant(ref reader),
            MemberFormat.NextNumber(ref reader),
            NextLong(ref reader),
            MemberFormat.NextNumber(ref reader) == 1);
        reader.Read();
        return friend;
    }

    private static ReferralState WithFriends(ref Utf8JsonReader reader, ReferralState referral)
    {
        var friends = MemberFormat.ReadList(ref reader, ReadFriend);
        return referral with { Friends = friends, Bought = friends.Count(friend => friend.HasBought) };
    }

    private static long NextLong(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt64();
    }
}
