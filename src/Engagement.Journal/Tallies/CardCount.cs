using System.Collections.Immutable;
using Engagement.Domain.Cards;
using Engagement.Domain.Members;
using static Engagement.Journal.Tallies.TallyMeasures;

namespace Engagement.Journal.Tallies;

/// <summary>
/// Counts what events mean for what is on the cards of members: how much more or less is on hers after each. The sum up to the
/// end of a day is what was outstanding then.
/// </summary>
internal sealed class CardCount(ImmutableArray<Card> found, List<TallyMove> moves)
{
    private ImmutableArray<Card> _cards = found;

    /// <param name="home">Her home store when it happened; for <see cref="HomeStoreSet"/>, from then on.</param>
    public void Add(MemberEvent happened, StoreKey home)
    {
        var day = happened.At.UtcDay;
        if (happened is HomeStoreSet)
        {
            // She has a home store now, and what is on her cards goes there with her.
            Move(new(null), day, default(CardBalance) - Outstanding());
            Move(home, day, Outstanding());
        }

        if (happened is not ICardEvent)
            return;
        var before = Outstanding();
        _cards = CardEvolution.Evolve(_cards, happened);
        Move(home, day, Outstanding() - before);
    }

    private CardBalance Outstanding()
    {
        var sum = default(CardBalance);
        foreach (var card in _cards)
            sum += card.Balance;
        return sum;
    }

    private void Move(StoreKey home, long day, CardBalance by)
    {
        Add(CardPaid, by.Paid);
        Add(CardBonus, by.Bonus);
        Add(CardUsesWorth, by.UsesWorth);
        Add(CardOwed, by.Owed);

        void Add(string measure, decimal money)
        {
            if (money != 0m)
                moves.Add(new(home, day, TallySubjects.Cards, measure, money * MoneyScale));
        }
    }
}
