using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Demo.Lives;

/// <summary>
/// One member's whole life, told act by act in order of time. It follows from the seed, her number and the week she joins in,
/// and from nothing else; it ends when nothing more will happen to her.
/// </summary>
internal sealed class Life
{
    private readonly PriorityQueue<Plan, (Instant At, int Order)> _agenda = new();
    private readonly Dice _dice;
    private readonly Dice _whims;
    private readonly Dice _opinions;
    private readonly Purse _purse;
    private readonly int _number;
    private readonly string _idPrefix;
    private readonly Habit _habit;
    private readonly DemoStore _home;
    private readonly int _signInMinute;
    private readonly Instant _joinsAt;
    private int _planned;
    private int _told;
    private int _visits;
    private int _orders;

    /// <param name="joinsFrom">The first day of the week in which she joins, given the dice of her life.</param>
    private Life(int seed, int number, Func<Dice, DateOnly> joinsFrom)
    {
        _dice = new(seed, number);
        // What points are spent on must not change when somebody comes by.
        _whims = new(seed, -number);
        _opinions = new(seed ^ 0x0914, number);
        _purse = new(seed, number);
        _number = number;
        _idPrefix = string.Create(CultureInfo.InvariantCulture, $"glow-{seed}-{number}-");
        var from = joinsFrom(_dice);
        _habit = Habit.Of(_dice);
        _home = _dice.Weighted(DemoStore.All, store => store.Share);
        // From half past six in the morning to ten in the evening, at much the same time every day.
        _signInMinute = _dice.Between(6 * 60 + 30, 22 * 60);
        _joinsAt = _home.WalksIn(_home.DayFrom(from, _dice), _dice);
    }

    /// <summary>A member by her number.</summary>
    public static MemberId IdOf(int number) => new(string.Create(CultureInfo.InvariantCulture, $"GL{number:D6}"));

    /// <summary>The number of a member by her id.</summary>
    public static int NumberOf(MemberId id) => int.Parse(id.Value.AsSpan(2), CultureInfo.InvariantCulture);

    /// <summary>When her life begins.</summary>
    public static Instant JoinsAt(int seed, int number, Func<Dice, DateOnly> joinsFrom) => new Life(seed, number, joinsFrom)._joinsAt;

    /// <param name="referrer">Who brings a member who joins at an instant; null for nobody.</param>
    public static IEnumerable<DemoAct> Of(int seed, int number, Func<Dice, DateOnly> joinsFrom, Func<Instant, MemberId?> referrer)
    {
        var life = new Life(seed, number, joinsFrom);
        life.Intend(new Plan.ToJoin(life._home, referrer(life._joinsAt)), life._joinsAt);
        var member = IdOf(number);
        while (life._agenda.TryDequeue(out var plan, out var when))
        {
            var id = life._idPrefix + life._told++.ToString(CultureInfo.InvariantCulture);
            yield return new(when.At, member, plan.Happen(id, when.At));
            life.GoOn(plan, when.At);
        }
    }

    private void Intend(Plan plan, Instant at) => _agenda.Enqueue(plan, (at, _planned++));

    private void GoOn(Plan happened, Instant at)
    {
        switch (happened)
        {
            case Plan.ToJoin:
                SettleIn(at);
                break;
            case Plan.ToVisit visit:
                _visits++;
                AfterVisit(visit.Store, visit.Service, at);
                break;
            case Plan.ToBuy buy when _dice.Chance(0.025):
                var day = buy.Store.DayFrom(buy.Store.DayOf(at).AddDays(1), _dice);
                Intend(new Plan.ToReturn(buy.Store, buy.Order), buy.Store.WalksIn(day, _dice));
                break;
            case Plan.ToBuy buy:
                AfterPurchase(buy, at);
                ThinkOfPoints(buy, at);
                break;
            case Plan.ToSignIn { Daily: true }:
                SignInAgain(at);
                break;
            case Plan.ToAct { Name: "course_completed" } when _dice.Chance(0.4):
                Later("exam_passed", at, hours: 96);
                break;
        }
    }

    private void SettleIn(Instant at)
    {
        if (_dice.Chance(0.5))
            Later("profile_completed", at, hours: 30);
        if (_dice.Chance(0.25))
            Later("community_joined", at, hours: 200);
        if (_habit.SignsInDaily)
            SignInAgain(at);
        if (_habit.First(_dice) is not { } days)
            return;
        if (days == 0)
            Intend(new Plan.ToVisit(_home, Basket.Service(_dice)), at + TimeSpan.FromMinutes(_dice.Between(4d, 10d)));
        else
            VisitAfter(days, at);
    }

    private void VisitAfter(int days, Instant at)
    {
        var store = _dice.Chance(0.04) ? _dice.OneOf(DemoStore.All) : _home;
        // Tomorrow at the earliest, and rather on a day when people come.
        var first = store.DayOf(at).AddDays(Math.Max(1, days - 3));
        Intend(new Plan.ToVisit(store, Basket.Service(_dice)), store.WalksIn(store.DayFrom(first, _dice), _dice));
    }

    private void AfterVisit(DemoStore store, Article service, Instant at)
    {
        if (_purse.Show(store) is { } shown)
            Intend(shown, at + TimeSpan.FromMinutes(2));
        SayWhatSheThinks(store, at);
        if (_habit.BuysCard(_visits))
            Buy(store, Basket.YearsCard(store), at);
        else if (_dice.Chance(_visits == 1 ? _habit.Buys / 2 : _habit.Buys))
            Buy(store, Basket.AfterVisit(store, service, _dice), at);
        if (!_habit.SignsInDaily && _dice.Chance(0.25))
            Intend(new Plan.ToSignIn(store, Daily: false), at + TimeSpan.FromMinutes(_dice.Between(0.5, 5d)));
        if (_dice.Chance(0.14))
            Later("comment", at, hours: 30);
        if (_dice.Chance(0.07))
            Later("share", at, hours: 50);
        if (_dice.Chance(0.03))
            Later("experience_shared", at, hours: 72);
        if (_dice.Chance(0.025))
            Later("course_completed", at, hours: 240);
        if (_habit.Next(_visits, _dice) is { } days)
            VisitAfter(days, at);
    }

    private void Buy(DemoStore store, Basket basket, Instant at)
    {
        var order = string.Create(CultureInfo.InvariantCulture, $"GL{store.DayOf(at):yyMMdd}-{_number:D6}-{++_orders}");
        Intend(new Plan.ToBuy(store, basket, order), at + TimeSpan.FromMinutes(_dice.Between(25d, 50d)));
    }

    // What was bought is a card, or she pays with one, or puts money on one.
    private void AfterPurchase(Plan.ToBuy buy, Instant at)
    {
        var plan = buy.Basket.Card switch
        {
            CardBought.Year => _purse.BuyYear(buy.Store, at, buy.Basket.Amount),
            CardBought.Course => _purse.BuyCourse(buy.Store, buy.Basket.Amount),
            _ => _purse.Pay(buy.Store, buy.Basket.Amount) ?? _purse.TopUp(buy.Store),
        };
        if (plan is not null)
            Intend(plan, at + TimeSpan.FromMinutes(1));
    }

    private void SayWhatSheThinks(DemoStore store, Instant at)
    {
        if (_opinions.Chance(0.006))
            Intend(new Plan.ToComplain(store), at + TimeSpan.FromMinutes(_opinions.Between(5d, 90d)));
        if (_opinions.Chance(0.06))
        {
            var score = _opinions.Weighted([10, 9, 8, 7, 6, 4, 2], score => score switch { 10 => 30, 9 => 24, 8 => 18, 7 => 11, 6 => 8, 4 => 6, _ => 3 });
            Intend(new Plan.ToAnswer(store, score), store.At(store.DayOf(at).AddDays(_opinions.Between(1, 3)), new(_opinions.Between(10, 20), 0)));
        }
    }

    // No more than this purchase has earned, and long before it expires: whatever else she does, so many are there.
    private void ThinkOfPoints(Plan.ToBuy buy, Instant at)
    {
        if (!_whims.Chance(0.12))
            return;
        var most = (long)(Math.Floor(buy.Basket.Amount) * 0.6m);
        var goods = _whims.Chance(0.5) ? DemoChain.Catalogue.Where(goods => goods.Value.Points <= most).Select(goods => goods.Key).ToList() : [];
        if (most < 100 && goods.Count == 0)
            return;
        var day = buy.Store.DayFrom(buy.Store.DayOf(at).AddDays(_whims.Between(1, 14)), _whims);
        Intend(
            goods.Count > 0 ? new Plan.ToRedeem(buy.Store, null, _whims.OneOf(goods)) : new(buy.Store, most / 100 * 100, null),
            buy.Store.WalksIn(day, _whims));
    }

    private void SignInAgain(Instant at)
    {
        // Most keep a run going for weeks, miss a few days, and start over; some have had enough.
        if (_dice.Chance(0.002))
            return;
        var day = _home.DayOf(at).AddDays(_dice.Chance(0.045) ? _dice.Between(2, 5) : 1);
        var minute = _signInMinute + _dice.Between(-45, 45);
        var time = new TimeOnly(minute / 60, minute % 60, _dice.Between(0, 59));
        Intend(new Plan.ToSignIn(_home, Daily: true), _home.At(day, time));
    }

    // From the sofa: nobody writes a comment in the middle of the night.
    private void Later(string act, Instant at, int hours)
    {
        var when = at + TimeSpan.FromHours(_dice.Between(0.5, hours));
        var local = TimeZoneInfo.ConvertTime(when.ToDateTimeOffset(), _home.Zone).Hour;
        Intend(new Plan.ToAct(_home, act), local is < 7 or > 22 ? when + TimeSpan.FromHours(9) : when);
    }
}
