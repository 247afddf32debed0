using Engagement.Domain.Care;
using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Purchases;
using Engagement.Domain.Recall;
using Engagement.Domain.Referral;
using Engagement.Domain.Stages;
using Engagement.Domain.Tiers;

namespace Engagement.Domain.Simulation;

/// <summary>
/// Counts what happened to one member by UTC day, whether it really did or did in a replay: both are counted from events, so that they
/// can be compared. Where she stands in the end is kept as well.
/// </summary>
/// <param name="count">Is given a day, what is counted, and how much; stages as more or fewer.</param>
public sealed class MemberTally(Action<long, Measure, long> count)
{
    private readonly Dictionary<MessageNumber, string> _playbooks = [];

    public Stage? Stage { get; private set; }

    public string? Tier { get; private set; }

    public long Points { get; private set; }

    public void Observe(MemberEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var day = happened.At.UtcDay;
        Move(day, happened);
        switch (happened)
        {
            case StageChanged changed:
                if (changed.From is { } from)
                {
                    count(day, new(Measure.Stages, Name(from)), -1);
                    count(day, new(Measure.Movements, Name(from), Name(changed.To)), 1);
                }

                count(day, new(Measure.Stages, Name(changed.To)), 1);
                Stage = changed.To;
                break;
            case MessagePlanned { Message: var message }:
                _playbooks[message.Number] = message.Playbook;
                count(day, new(Measure.Messages, message.Playbook, "planned"), 1);
                break;
            case MessageMoved moved:
                count(day, new(Measure.Messages, PlaybookOf(moved.Number), "moved"), 1);
                break;
            case MessageReleased { Message: var message }:
                count(day, new(Measure.Messages, message.Playbook, "sent"), 1);
                break;
            case MessageCancelled cancelled:
                count(day, new(Measure.Messages, PlaybookOf(cancelled.Number), "cancelled"), 1);
                break;
            case TierChanged changed:
                if (changed.From is { } left)
                    count(day, new(Measure.Tiers, left), -1);
                if (changed.To is { } reached)
                    count(day, new(Measure.Tiers, reached), 1);
                Tier = changed.To;
                break;
            case TaskOpened opened:
                count(day, new(Measure.Tasks, opened.Task.Kind), 1);
                break;
        }
    }

    public static string Name(Stage stage) => stage switch
    {
        Stages.Stage.Potential => "potential",
        Stages.Stage.New => "new",
        Stages.Stage.Effective => "effective",
        Stages.Stage.Active => "active",
        Stages.Stage.Loyal => "loyal",
        Stages.Stage.Dormant => "dormant",
        _ => "lost",
    };

    private void Move(long day, MemberEvent happened)
    {
        var points = PointsMovement.Of(happened);
        Points += points;
        var what = happened switch
        {
            Refunded or ReferralRewardReturned or FriendRewardReturned => "taken_back",
            PointsRedeemed => "spent",
            PointsExpired => "expired",
            PointsAdjusted => "adjusted",
            _ => "granted",
        };
        Some(day, new(Measure.Points, what), what is "granted" or "adjusted" ? points : -points);
    }

    private void Some(long day, Measure measure, long amount)
    {
        if (amount != 0)
            count(day, measure, amount);
    }

    private string PlaybookOf(MessageNumber number) => _playbooks.GetValueOrDefault(number, "other");
}
