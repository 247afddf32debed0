using Engagement.Domain.Points;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tests.Recounts;

/// <summary>
/// A bookkeeper who keeps a slip of paper for every single point, as docs/domain §6 says, and knows nothing of lots: a slip
/// says when it was earned, on which terms and by which purchase, and is torn when it is spent, taken back or too old.
/// </summary>
internal sealed class PointsBook
{
    private readonly List<Slip> _slips = [];
    private readonly Dictionary<int, Bought> _bought = [];
    private int _owed;
    private int _purchases;

    public long Balance => _slips.Count - _owed;

    public long UsableAt(Instant at) => _slips.Count(slip => slip.At + TimeSpan.FromDays(slip.PendingDays) <= at);

    /// <summary>Tears what is too old by <paramref name="now"/>: nobody can take it back any more.</summary>
    public void Age(Instant now)
    {
        foreach (var slip in _slips.Where(slip => slip.IsOldAt(now)).ToList())
        {
            _slips.Remove(slip);
            if (slip.Purchase > 0)
                _bought[slip.Purchase].Keeps--;
        }
    }

    public void Buy(Instant at, decimal amount, PointsPolicy policy)
    {
        var points = (int)Math.Floor(amount);
        _bought[++_purchases] = new() { Paid = amount, Keeps = points };
        Earn(at, points, _purchases, policy.ExpireAfterMonths, policy.PendingDays);
    }

    public void Earn(Instant at, int points, PointsPolicy policy) => Earn(at, points, 0, policy.ExpireAfterMonths, 0);

    /// <summary>Gives money of the so-manieth purchase back.</summary>
    public void GiveBack(int purchase, decimal amount)
    {
        var bought = _bought[purchase];
        bought.Paid -= amount;
        var deserves = bought.Paid == 0m ? 0 : (int)Math.Floor(bought.Paid);
        var taken = Math.Max(0, bought.Keeps - deserves);
        bought.Keeps -= taken;
        for (var point = 0; point < taken; point++)
            Tear(_slips.FirstOrDefault(slip => slip.Purchase == purchase) ?? Oldest(_ => true));
    }

    public void Spend(Instant at, long points)
    {
        for (var point = 0; point < points; point++)
            Tear(Oldest(slip => slip.At + TimeSpan.FromDays(slip.PendingDays) <= at) ?? Oldest(_ => true));
    }

    private void Earn(Instant at, int points, int purchase, int months, int pending)
    {
        for (var point = 0; point < points; point++)
        {
            if (_owed > 0)
                _owed--;
            else
                _slips.Add(new() { At = at, Purchase = purchase, Months = months, PendingDays = pending });
        }
    }

    private Slip? Oldest(Func<Slip, bool> which) => _slips.Where(which).OrderBy(slip => slip.At).FirstOrDefault();

    private void Tear(Slip? slip)
    {
        if (slip is null)
            _owed++;
        else
            _slips.Remove(slip);
    }

    private sealed class Bought
    {
        public required decimal Paid { get; set; }
        public required int Keeps { get; set; }
    }

    private sealed class Slip
    {
        public required Instant At { get; init; }
        public required int Purchase { get; init; }
        public required int Months { get; init; }
        public required int PendingDays { get; init; }
        public bool IsOldAt(Instant now) => Months > 0 && Instant.FromDateTimeOffset(At.ToDateTimeOffset().AddMonths(Months)) <= now;
    }
}
