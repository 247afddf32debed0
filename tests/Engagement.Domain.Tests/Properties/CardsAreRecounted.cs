using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Recounts;
using Engagement.Domain.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Properties;

public class CardsAreRecounted
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void After_every_command_each_card_holds_to_the_cent_what_a_cashier_counts() =>
        Law.Holds(CardHistories.Any, history =>
        {
            var (life, ledger) = (Lived(history), new CardLedger(history.Policy));
            foreach (var command in history.Commands)
            {
                var at = command.At!.Value;
                // A cashier ends what has ended before she takes anything from it.
                life.Until(at);
                ledger.Pass(at);
                if (life.Send(command, at) is Decision.Accepted)
                    ledger.Enter(command);
                ledger.Pass(at);
                Assert.Equal(ledger.Cards.Order(ById), life.Member.Cards.Select(card => card.Id).Order(ById));
                Assert.All(life.Member.Cards, card => Assert.Equal(ledger.On(card.Id), InCents(card.Balance)));
            }
        });

    [Fact]
    public void No_card_falls_below_its_overdraft_or_below_no_uses_and_her_own_money_and_debt_never_stand_side_by_side() =>
        Law.Holds(CardHistories.Any, history =>
        {
            var life = Lived(history);
            foreach (var command in history.Commands)
            {
                life.Send(command, command.At!.Value);
                Assert.All(life.Member.Cards, card =>
                {
                    Assert.InRange(card.Owed, 0m, history.Policy.Kinds[card.Kind!].Overdraft);
                    Assert.True(card.Owed == 0m || card.Balance.Paid == 0m);
                    Assert.All(card.Lots, lot =>
                    {
                        Assert.True(lot.PaidLeft >= 0m && lot.BonusLeft >= 0m && lot.UsesLeft >= 0 && lot.UsesUsed >= 0);
                        Assert.True(lot.PaidUsed >= 0m && lot.BonusUsed >= 0m && lot.GivenBack >= 0m);
                    });
                    Assert.True(card.Saved >= 0m);
                });
            }

            Assert.All(life.Events.OfType<CardRefunded>(), refunded => Assert.True(refunded.Amount >= 0m));
        });

    [Fact]
    public void At_every_position_a_statement_adds_up_to_what_is_on_the_card() =>
        Law.Holds(CardHistories.Any, history =>
        {
            var life = Lived(history);
            foreach (var command in history.Commands)
            {
                life.Send(command, command.At!.Value);
                foreach (var card in life.Member.Cards)
                {
                    var lines = CardStatement.Of(life.Events, card.Id);
                    var sum = lines.Aggregate(default(CardBalance), (sum, line) => sum + line.Change);
                    Assert.Equal(card.Balance, sum);
                    Assert.Equal(card.Balance, lines[^1].After);
                }
            }

            foreach (var sent in life.Events.OfType<CardSent>())
                Assert.Equal(default, CardStatement.Of(life.Events, sent.Card)[^1].After);
        });

    [Fact]
    public void However_time_is_cut_up_the_same_is_told_of_her_cards() =>
        Law.Holds(CardHistories.Any, Seeds, (history, seed) =>
        {
            var end = history.End + TimeSpan.FromDays(900);
            var inOneStep = Lived(history).Live(history.Commands).InOneStepUntil(end);

            var inManySteps = Lived(history);
            var random = new Random(seed);
            var start = Told.Instant("2020-01-01");
            var wakings = Enumerable.Range(0, 300).Select(_ => (MemberCommand)new Advance(start + (end - start) * random.NextDouble())).Append(new Advance(end));
            foreach (var command in wakings.Concat(history.Commands).OrderBy(command => (command as ActCommand)?.At ?? ((Advance)command).To))
                inManySteps.Send(command, (command as ActCommand)?.At ?? ((Advance)command).To);

            Assert.Equal(inOneStep.Events, inManySteps.Events);
            Assert.Equal(inOneStep.Member, inManySteps.Member);
        });

    [Fact]
    public void Each_command_is_taken_once_and_a_refused_one_changes_nothing_of_her_cards() =>
        Law.Holds(CardHistories.Any, history =>
        {
            var life = Lived(history);
            foreach (var command in history.Commands)
            {
                life.Until(command.At!.Value);
                var before = life.Member;
                if (life.Send(command, command.At!.Value) is Decision.Accepted)
                {
                    var after = life.Member;
                    Assert.IsType<Decision.Duplicate>(life.Send(command, command.At!.Value));
                    Assert.Equal(after, life.Member);
                }
                else
                {
                    Assert.Equal(before, life.Member);
                }
            }

            Assert.Equal(life.Member, life.Events.Aggregate(Member.Unknown, Evolution.Evolve));
        });

    [Fact]
    public void Money_given_back_in_parts_is_as_much_as_at_once() =>
        Law.Holds(CardHistories.Any, Seeds, (history, seed) =>
        {
            var life = Lived(history).Live(history.Commands);
            var random = new Random(seed);
            foreach (var card in life.Member.Cards.Where(card => card is { Form: CardForm.StoredValue, Balance.Paid: > 0m }))
            {
                var (once, inParts) = (life.Copy(), life.Copy());
                var number = 5000;
                once.Send(new RefundCard(Deeds.Key(number++), history.End, null, card.Id), history.End);
                while (inParts.Member.Cards.Single(held => held.Id == card.Id).Balance.Paid is > 0m and var left
                    && inParts.Send(
                        new RefundCard(Deeds.Key(number++), history.End, null, card.Id, Math.Max(0.01m, Math.Round(left * random.Next(30, 101) / 100, 2))),
                        history.End) is Decision.Accepted)
                {
                }

                Assert.Equal(Refunded(once), Refunded(inParts));
                Assert.Equal(
                    once.Member.Cards.Single(held => held.Id == card.Id).Balance, inParts.Member.Cards.Single(held => held.Id == card.Id).Balance);
            }
        });

    [Fact]
    public void What_a_card_has_taken_in_is_what_came_off_it_and_what_is_left() =>
        Law.Holds(CardHistories.Any, history =>
        {
            var life = Lived(history).Live(history.Commands).Until(history.End + TimeSpan.FromDays(900));
            foreach (var card in life.Member.Cards.Where(card => card.Form == CardForm.StoredValue))
            {
                var ofCard = life.Events.Where(told => told is ICardEvent { Card: var of } && of == card.Id).ToList();
                var cancelled = ofCard.OfType<CardUseCancelled>().Select(told => told.UseId).ToHashSet();
                var came = ofCard.Sum(told => told switch
                {
                    CardIssued { Opening: { } lot } => lot.Paid + lot.Bonus,
                    CardToppedUp topped => topped.Lot.Paid + topped.Lot.Bonus,
                    _ => 0m,
                });
                var went = ofCard.Sum(told => told switch
                {
                    CardUsed used when !cancelled.Contains(used.Key.Id) => used.Amount,
                    CardRefunded refunded => refunded.Parts.Sum(part => part.Paid + part.Bonus),
                    CardExpired expired => expired.Paid + expired.Bonus,
                    _ => 0m,
                });
                Assert.Equal(came - went, card.Balance.Total);
            }
        });

    private static Life Lived(CardHistory history) => new(history.Chain, new("li"));

    private static decimal Refunded(Life life) => life.Events.OfType<CardRefunded>().Sum(refunded => refunded.Amount);

    private static (long, long, long, long, int) InCents(CardBalance balance) =>
        ((long)(balance.Paid * 100m), (long)(balance.Bonus * 100m), (long)(balance.Owed * 100m), (long)(balance.UsesWorth * 100m), balance.Uses);

    private static readonly Comparer<CardId> ById = Comparer<CardId>.Create((left, right) => string.CompareOrdinal(left.Value, right.Value));
}
