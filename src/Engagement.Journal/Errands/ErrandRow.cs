using Engagement.Domain.Errands;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Referral;
using Engagement.Domain.Time;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Errands;

/// <summary>What one event asks of another member, as it is stored.</summary>
internal readonly record struct ErrandRow(MemberId To, string Name, byte[] Data)
{
    public static void Collect(MemberEvent happened, MemberId from, ref List<ErrandRow>? rows)
    {
        if (happened is not IAsksAnother asking)
            return;
        var errand = asking.Asks(from);
        (rows ??= []).Add(new(errand.To, CommandFormat.NameOf(errand.Command), CommandFormat.Write(errand.Command)));
    }
}

/// <summary>What one event says of somebody a member brought.</summary>
/// <param name="HasBought">Null for somebody who has just come.</param>
internal readonly record struct ReferralRow(MemberId Friend, Instant At, bool? HasBought)
{
    public static void Collect(MemberEvent happened, ref List<ReferralRow>? rows)
    {
        ReferralRow? row = happened switch
        {
            FriendWelcomed welcomed => new(welcomed.Friend, welcomed.At, null),
            FriendRewarded rewarded => new(rewarded.Friend, rewarded.At, true),
            FriendRewardReturned returned => new(returned.Friend, returned.At, false),
            _ => null,
        };
        if (row is { } told)
            (rows ??= []).Add(told);
    }
}
