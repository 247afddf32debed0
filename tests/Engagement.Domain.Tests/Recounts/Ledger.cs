using Engagement.Domain.Behaviours;
using Engagement.Domain.Cards;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;

namespace Engagement.Domain.Tests.Recounts;

/// <summary>
/// A bookkeeper who writes down the acts a member's chain has taken and strikes out what was given back, as docs/domain
/// §3 and §6 say. She knows nothing of how members remember.
/// </summary>
internal sealed class Ledger
{
    private readonly List<Line> lines = [];
    private readonly HashSet<string> once = [];

    /// <summary>What behaviours have earned.</summary>
    public long BehaviourPoints { get; private set; }

    /// <summary>The instants of the acts that count.</summary>
    public Instant[] Counted => [.. lines.Where(line => !line.StruckOut).Select(line => line.At)];

    /// <summary>The instants of those of them that are purchases, or that are none.</summary>
    public Instant[] CountedOf(bool purchases) =>
        [.. lines.Where(line => !line.StruckOut && line.IsPurchase == purchases).Select(line => line.At)];

    /// <summary>What the money that was paid and kept has earned, each purchase by itself.</summary>
    public long PurchasePoints => lines.Where(line => !line.StruckOut).Sum(line => (long)Math.Floor(Math.Floor(line.Paid) * line.Rate));

    public decimal PaidSince(Instant from) => lines.Where(line => !line.StruckOut && line.At > from).Sum(line => line.Paid);

    /// <summary>Writes down an act that was accepted under <paramref name="policy"/>.</summary>
    public void Enter(Policy policy, ActCommand act)
    {
        var at = act.At!.Value;
        switch (act)
        {
            case Visit:
                Add(new Line { At = at, Paid = 0m, Rate = 0m });
                break;
            case UseCard { IsVisit: true } use:
                Add(new Line { At = at, Paid = 0m, Rate = 0m, Use = use.Key.Id });
                break;
            case CancelCardUse cancel:
                foreach (var line in lines.Where(line => line.Use == cancel.UseId && !line.TooOld))
                    line.StruckOut = true;
                break;
            case Purchase purchase:
                Add(new Line
                {
                    At = at,
                    Paid = purchase.Amount,
                    Rate = policy.Points.PerCurrencyUnit,
                    Order = purchase.OrderId,
                    IsPurchase = true,
                });
                break;
            case Refund { OrderId: { } order } refund:
                var ordered = lines.Where(line => line.Refundable && line.Order == order).ToList();
                if (refund.Amount is null || refund.Amount == ordered.Sum(line => line.Paid))
                    ordered.ForEach(line => line.StruckOut = true);
                else
                    GiveBack(ordered, refund.Amount.Value);
                break;
            case Refund { Amount: { } amount }:
                var earlier = lines.Where(line => line.Refundable && line.At <= at).ToList();
                var exact = Latest(earlier.Where(line => line.Paid == amount)).FirstOrDefault();
                if (exact is not null)
                    exact.StruckOut = true;
                else
                    GiveBack(earlier, amount);
                break;
            case Act behaviour:
                Earn(policy, behaviour.Name);
                break;
        }
    }

    private void Add(Line entered)
    {
        lines.Add(entered);
        // What lies three years before a later counted act cannot be given back any more.
        var latest = lines.Where(line => !line.StruckOut).Max(line => line.At);
        foreach (var line in lines)
            line.TooOld |= line.At <= latest - TimeSpan.FromDays(line.IsPurchase ? 3 * 366 : 731);
    }

    private static void GiveBack(IEnumerable<Line> from, decimal amount)
    {
        foreach (var line in Latest(from).Where(line => line.Paid > 0m))
        {
            var taken = Math.Min(line.Paid, amount);
            line.Paid -= taken;
            amount -= taken;
            line.StruckOut = line.Paid == 0m;
        }
    }

    // Of two at the same instant the one entered last is the later.
    private static IEnumerable<Line> Latest(IEnumerable<Line> from) => from.Reverse().OrderByDescending(line => line.At);

    private void Earn(Policy policy, string name)
    {
        if (!policy.Points.Acts.TryGetValue(name, out var rule))
            return;
        if (rule.Once && !once.Add(name))
            return;
        BehaviourPoints += rule.Points;
    }

    private sealed class Line
    {
        public required Instant At { get; init; }
        public required decimal Paid { get; set; }
        public required decimal Rate { get; init; }
        public string? Order { get; init; }
        public string? Use { get; init; }
        public bool IsPurchase { get; init; }
        public bool StruckOut { get; set; }
        public bool TooOld { get; set; }
        public bool Refundable => IsPurchase && !StruckOut && !TooOld;
    }
}
