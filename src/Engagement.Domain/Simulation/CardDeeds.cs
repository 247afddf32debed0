using Engagement.Domain.Cards;
using Engagement.Domain.Members;

namespace Engagement.Domain.Simulation;

/// <summary>What was done with cards, from what was told of it (docs/domain, what-if).</summary>
internal static class CardDeeds
{
    public static CardCommand CommandOf(ActEvent happened) => happened switch
    {
        CardIssued it => new IssueCard(it.Key, it.At, it.Store, it.Card, it.Kind, it.ExpiresAt, it.Extra)
        {
            Paid = it.Form is null ? null : it.Paid,
            // What the steps gave they give again; else it was begun elsewhere.
            Balance = it is { Form: CardForm.StoredValue, Opening: { Steps.IsEmpty: true, Bonus: > 0m } opening } ? opening.Paid + opening.Bonus : null,
            Uses = it is { Form: CardForm.Count, Opening: { } uses } ? uses.Uses : null,
        },
        CardRenewed it => new RenewCard(it.Key, it.At, it.Store, it.Card, it.ExpiresAt, it.Extra)
        {
            Paid = it.Paid == 0m ? null : it.Paid,
            Uses = it.Added?.Uses,
        },
        CardToppedUp it => new TopUpCard(it.Key, it.At, it.Store, it.Card, it.Lot.Paid, it.Extra),
        CardUsed it => new UseCard(
            it.Key,
            it.At,
            it.Store,
            it.Card,
            it.Amount == 0m ? null : it.Amount,
            it.Parts.Any(part => part.Uses > 0) ? it.Uses : null,
            it.Service,
            it.Device,
            it.Visit is not null,
            it.Extra),
        CardUseCancelled it => new CancelCardUse(it.Key, it.At, it.Store, it.UseId, it.Extra),
        CardFrozen it => new FreezeCard(it.Key, it.At, it.Store, it.Card, it.Reason, it.Extra),
        CardUnfrozen it => new UnfreezeCard(it.Key, it.At, it.Store, it.Card, it.Extra),
        CardRefunded it => new RefundCard(it.Key, it.At, it.Store, it.Card, it.Parts.Any(part => part.Uses > 0) ? null : it.Parts.Sum(part => part.Paid), it.Extra),
        CardSent it => new TransferCard(it.Key, it.At, it.Store, it.Whole.Id, it.To, it.Extra),
        CardReceived it => new ReceiveCard(it.Key, it.At, it.Store, it.Whole, it.From, it.Extra),
        CardTurnedAway it => new ReceiveCard(it.Key, it.At, it.Store, it.Whole, it.From, it.Extra),
        CardCameBack it => new TakeCardBack(it.Key, it.At, it.Store, it.Whole, it.To, it.Why, it.Extra),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "an act with a card that has no command"),
    };
}
