using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using Engagement.Journal.Care;
using static Engagement.Journal.Tallies.TallyMeasures;

namespace Engagement.Journal.Tallies;

/// <summary>
/// Counts what the events of one turn mean for the tallies, event by event. What an event does not say of a run, where in its
/// playbook it stood and when it began, is known from the member as the turn found her.
/// </summary>
internal sealed class TallyCount
{
    private readonly MemberKey _member;
    private readonly RecallCount _recall;
    private readonly CardCount _cards;

    /// <param name="found">The member as the turn found her.</param>
    public TallyCount(MemberKey member, Member found)
    {
        (_member, _recall) = (member, new(found.Recall));
        _cards = new(found.Cards, _recall.Moves);
    }

    public List<TallyMove> Moves => _recall.Moves;

    /// <summary>Whether an event counts for anything here, so that a turn without such pays nothing.</summary>
    public static bool Concerns(MemberEvent happened) => happened is Surveyed or PlaybookEntered or PlaybookLeft or StepWithheld
        or StepsPassedOver or CampaignReached or MemberReturned or ReturnRefunded or MessagePlanned or MessageMoved or MessageReleased
        or MessageCancelled or MessageReported or TaskOpened or TaskCompleted or TaskExpired or TaskEscalated or HomeStoreSet or ICardEvent;

    /// <param name="home">Her home store when it happened; for <see cref="HomeStoreSet"/>, from then on.</param>
    public void Add(MemberEvent happened, StoreKey home)
    {
        _recall.Add(happened, home);
        _cards.Add(happened, home);
        switch (happened)
        {
            case Surveyed surveyed:
                Add(TallySubjects.Survey, surveyed.Score.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case MessageReleased released:
                Add(TallySubjects.Of(released.Message.Playbook), Sent);
                break;
            case MessageMoved moved:
                OfMessage(moved.Number, Moved);
                break;
            case MessageCancelled cancelled:
                OfMessage(cancelled.Number, Cancelled);
                break;
            case MessageReported { Fate: MessageFate.Delivered } delivered:
                OfMessage(delivered.Number, Delivered);
                break;
            case MessageReported { Fate: MessageFate.Failed } failed:
                OfMessage(failed.Number, Failed);
                break;
            case TaskOpened:
                Add(TallySubjects.Tasks, Opened);
                break;
            case TaskCompleted completed:
                Add(TallySubjects.Tasks, Done);
                Add(TallySubjects.Staff + completed.By.Value, Done);
                break;
            case TaskExpired:
                Add(TallySubjects.Tasks, Expired);
                break;
            case TaskEscalated:
                Add(TallySubjects.Tasks, Escalated);
                break;
        }

        void Add(string subject, string measure) => Moves.Add(new(home, happened.At.UtcDay, subject, measure, 1m));

        void OfMessage(MessageNumber number, string measure) =>
            Moves.Add(new(home, happened.At.UtcDay, null, measure, 1m, PublicIds.OfMessage(_member, number)));
    }
}
