using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Insights;

/// <summary>
/// When a card of a member was to end, as it was told. It says which cards may be due for renewal; whether they are is asked of the
/// member herself.
/// </summary>
internal sealed class CardCourse(int member, CardId card)
{
    private readonly List<(Instant At, Instant? End)> _ends = new(1);
    private CardForm? _form;

    public int Member => member;

    public CardId Card => card;

    public void Tell(MemberEvent happened)
    {
        switch (happened)
        {
            case CardIssued issued:
                _form = issued.Form;
                _ends.Add((issued.At, issued.ExpiresAt));
                break;
            case CardRenewed renewed:
                _ends.Add((renewed.At, renewed.ExpiresAt));
                break;
            // While it is frozen, a card that is bought by the day has no end.
            case CardFrozen frozen when _form == CardForm.Period:
                _ends.Add((frozen.At, null));
                break;
            case CardUnfrozen unfrozen:
                _ends.Add((unfrozen.At, unfrozen.ExpiresAt));
                break;
            case CardSent sent:
                _ends.Add((sent.At, null));
                break;
            case CardReceived received:
                Arrive(received.At, received.Whole);
                break;
            case CardCameBack back:
                Arrive(back.At, back.Whole);
                break;
        }
    }

    /// <summary>When it was to end, as of an instant; null for never, or where she did not have it then.</summary>
    public Instant? EndAt(Instant asOf)
    {
        for (var index = _ends.Count - 1; index >= 0; index--)
        {
            if (_ends[index].At <= asOf)
                return _ends[index].End;
        }

        return null;
    }

    private void Arrive(Instant at, Card whole)
    {
        _form = whole.Form;
        _ends.Add((at, whole.ExpiresAt));
    }
}
