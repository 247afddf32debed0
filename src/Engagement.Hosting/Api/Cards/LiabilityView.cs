using Engagement.Journal;
using Engagement.Journal.Tallies;

namespace Engagement.Hosting.Api.Cards;

/// <summary>What members have paid for and not had yet (预付款, docs/domain/cards.md), in the chain's currency.</summary>
/// <param name="Store">Whose members; null for all.</param>
/// <param name="At">At the end of which UTC day; null for now.</param>
/// <param name="Paid">Their own money on stored-value cards.</param>
/// <param name="UsesWorth">What was paid for the uses that are left on count cards.</param>
/// <param name="Prepaid">Both together: what a regulator asks for.</param>
/// <param name="Bonus">What was given on top and is not spent: it is owed as service, and nobody has paid it.</param>
/// <param name="Owed">What members took on credit.</param>
/// <param name="Threshold">The chain's, from which on the flag is raised.</param>
/// <param name="IsOverThreshold">Whether what is prepaid has reached it; of one store, its part of it alone.</param>
public sealed record LiabilityView(
    string Chain,
    string? Store,
    DateOnly? At,
    string Currency,
    decimal Paid,
    decimal UsesWorth,
    decimal Prepaid,
    decimal Bonus,
    decimal Owed,
    decimal Threshold,
    bool IsOverThreshold,
    DateTimeOffset AsOf)
{
    internal static LiabilityView Of(
        Domain.Chains.Chain chain, string? store, DateOnly? at, IReadOnlyList<Tally> tallies, DateTimeOffset asOf)
    {
        var (paid, uses) = (Of(tallies, TallyMeasures.CardPaid), Of(tallies, TallyMeasures.CardUsesWorth));
        var threshold = chain.Policy.Cards.Liability.Threshold;
        return new(
            chain.Id.Value,
            store,
            at,
            chain.Currency,
            paid,
            uses,
            paid + uses,
            Of(tallies, TallyMeasures.CardBonus),
            Of(tallies, TallyMeasures.CardOwed),
            threshold,
            paid + uses >= threshold,
            asOf);
    }

    private static decimal Of(IReadOnlyList<Tally> tallies, string measure) =>
        tallies.Where(tally => tally.Measure == measure).Sum(tally => tally.Amount) / TallyMeasures.MoneyScale;
}
