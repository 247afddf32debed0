using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tests.Recounts;

/// <summary>
/// A cashier with a tin of coins for each card, who keeps every cent apart, with where it came from, and moves them by hand as
/// docs/domain/cards.md says. She is told only what was accepted.
/// </summary>
internal sealed class CardLedger(CardsPolicy policy)
{
    private readonly Dictionary<CardId, Tin> _tins = [];

    public IEnumerable<CardId> Cards => _tins.Keys;

    /// <summary>Her own money, the bonus, what she owes, and the uses with what was paid for them; all money in cents.</summary>
    public (long Paid, long Bonus, long Owed, long Worth, int Uses) On(CardId card)
    {
        var tin = _tins[card];
        return (
            tin.Piles.Sum(pile => pile.Paid), tin.Piles.Sum(pile => pile.Bonus), tin.Owed, tin.Packs.Sum(pack => pack.Worth), tin.Packs.Sum(pack => pack.Left));
    }

    public void Pass(Instant now)
    {
        foreach (var tin in _tins.Values.Where(tin => !tin.IsOver && tin.End <= now && !(tin.Form == CardForm.Period && tin.FrozenAt is not null)))
        {
            tin.IsOver = true;
            tin.FrozenAt = null;
            tin.Packs.Clear();
            if (policy.ExpiredBalance == ExpiredBalance.Forfeit)
                tin.Piles.Clear();
        }
    }

    public void Enter(CardCommand command)
    {
        var at = command.At!.Value;
        switch (command)
        {
            case IssueCard issue when issue.Kind is { } name && policy.Kinds.TryGetValue(name, out var kind):
                var tin = new Tin { Form = kind.Form, Kind = kind, End = issue.ExpiresAt ?? (kind.ValidDays is { } days ? at + TimeSpan.FromDays(days) : null) };
                _tins[issue.Card] = tin;
                if (kind.Form == CardForm.StoredValue && (issue.Paid ?? kind.Price ?? 0m) > 0m)
                    tin.Piles.Add(Pile(kind, issue.Paid ?? kind.Price ?? 0m));
                if (kind.Form == CardForm.Count)
                    tin.Packs.Add(new() { Price = Of(issue.Paid ?? kind.Price ?? 0m), All = kind.Uses!.Value, Left = kind.Uses!.Value });
                break;
            case RenewCard renew:
                _tins[renew.Card].End = renew.ExpiresAt;
                _tins[renew.Card].IsOver = false;
                if (renew.Uses is { } more)
                    _tins[renew.Card].Packs.Add(new() { Price = Of(renew.Paid ?? 0m), All = more, Left = more });
                break;
            case TopUpCard topUp:
                var on = _tins[topUp.Card];
                var pile = Pile(on.Kind, topUp.Amount);
                var pays = Math.Min(pile.Paid, on.Owed);
                pile.Paid -= pays;
                on.Owed -= pays;
                on.Piles.Add(pile);
                break;
            case UseCard use:
                Take(_tins[use.Card], use);
                break;
            case CancelCardUse cancel:
                PutBack(_tins.Values.Single(of => of.Taken.ContainsKey(cancel.UseId)), cancel.UseId);
                break;
            case FreezeCard freeze:
                _tins[freeze.Card].FrozenAt = at;
                break;
            case UnfreezeCard unfreeze:
                var frozen = _tins[unfreeze.Card];
                if (frozen.Form == CardForm.Period)
                    frozen.End += at - frozen.FrozenAt!.Value;
                frozen.FrozenAt = null;
                break;
            case RefundCard refund:
                GiveBack(_tins[refund.Card], refund.Amount is { } amount ? Of(amount) : null);
                break;
            case TransferCard transfer:
                _tins.Remove(transfer.Card);
                break;
        }
    }

    private static void Take(Tin tin, UseCard use)
    {
        var taken = tin.Taken[use.Key.Id] = [];
        if (tin.Form == CardForm.Count)
        {
            for (var left = use.Uses ?? 1; left > 0; left--)
            {
                var pack = tin.Packs.First(pack => pack.Left > 0);
                pack.Left--;
                taken.Add(new(null, pack, false, 1));
            }
        }

        if (tin.Form != CardForm.StoredValue)
            return;
        var amount = Of(use.Amount!.Value);
        foreach (var pile in tin.Piles)
        {
            var paid = Math.Min(pile.Paid, amount);
            pile.Paid -= paid;
            taken.Add(new(pile, null, false, paid));
            var bonus = Math.Min(pile.Bonus, amount - paid);
            pile.Bonus -= bonus;
            pile.BonusSpent += bonus;
            taken.Add(new(pile, null, true, bonus));
            amount -= paid + bonus;
        }

        tin.Owed += amount;
        taken.Add(new(null, null, false, amount));
    }

    private static void PutBack(Tin tin, string use)
    {
        long Pay(long cents)
        {
            var pays = Math.Min(tin.Owed, cents);
            tin.Owed -= pays;
            return cents - pays;
        }

        var taken = tin.Taken[use];
        tin.Taken.Remove(use);
        // What was on credit comes first, then pile by pile.
        var loose = taken.Where(part => part is { Pile: null, Pack: null }).Sum(part => Pay(part.Cents));
        foreach (var part in taken)
        {
            if (part.Pack is { } pack)
                pack.Left++;
        }

        foreach (var pile in taken.Where(part => part.Pile is not null).Select(part => part.Pile!).Distinct().ToList())
        {
            var bonus = taken.Where(part => part.Pile == pile && part.IsBonus).Sum(part => part.Cents);
            var bought = Math.Max(0, bonus - pile.BonusSpent);
            loose += Pay(bought);
            pile.Paid += Pay(taken.Where(part => part.Pile == pile && !part.IsBonus).Sum(part => part.Cents));
            pile.Bonus += bonus - bought;
            pile.BonusSpent -= bonus - bought;
        }

        if (loose > 0)
            tin.Piles.Add(new() { Paid = loose, StaysPaid = loose });
    }

    private static void GiveBack(Tin tin, long? amount)
    {
        tin.Packs.Clear();
        var wanted = amount ?? tin.Piles.Sum(pile => pile.Paid);
        foreach (var pile in Enumerable.Reverse(tin.Piles))
        {
            // Cent by cent, as if each were asked for by itself.
            var taken = Math.Min(pile.Paid, wanted);
            if (taken == 0)
                continue;
            wanted -= taken;
            pile.Paid -= taken;
            pile.StaysPaid -= taken;
            var earned = pile.Steps.Where(step => Of(step.From) <= pile.StaysPaid).Select(step => Of(step.Bonus)).LastOrDefault();
            var back = Math.Max(0, pile.Bonus + pile.BonusSpent - earned);
            var unspent = Math.Min(back, pile.Bonus);
            pile.Bonus -= unspent;
            pile.BonusSpent -= Math.Min(back - unspent, taken);
        }
    }

    private static Coins Pile(CardKind kind, decimal money)
    {
        BonusStep[] usual = [new(1_000m, 100m), new(2_000m, 300m), new(5_000m, 1_000m)];
        BonusStep[] steps = kind.BonusSteps is { } own ? [.. own] : usual;
        var bonus = steps.Where(step => step.From <= money).Select(step => step.Bonus).LastOrDefault();
        return new() { Paid = Of(money), StaysPaid = Of(money), Bonus = Of(bonus), Steps = steps };
    }

    private static long Of(decimal money) => (long)(money * 100m);

    private sealed class Tin
    {
        public required CardForm Form { get; init; }
        public required CardKind Kind { get; init; }
        public Instant? End { get; set; }
        public bool IsOver { get; set; }
        public Instant? FrozenAt { get; set; }
        public long Owed { get; set; }
        public List<Coins> Piles { get; } = [];
        public List<Pack> Packs { get; } = [];
        public Dictionary<string, List<Part>> Taken { get; } = [];
    }

    private sealed class Coins
    {
        public long Paid { get; set; }
        public long StaysPaid { get; set; }
        public long Bonus { get; set; }
        public long BonusSpent { get; set; }
        public BonusStep[] Steps { get; init; } = [];
    }

    private sealed class Pack
    {
        public required long Price { get; init; }
        public required int All { get; init; }
        public required int Left { get; set; }

        // Halves of a cent are rounded up.
        public long Worth => (2 * Price * Left + All) / (2 * All);
    }

    private sealed record Part(Coins? Pile, Pack? Pack, bool IsBonus, long Cents);
}
