using System.Collections.Immutable;
using System.Globalization;
using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Demo.Lives;

/// <summary>
/// The cards in one member's purse. It knows what is on them, so that she never wants to pay with what is not there; its chance is
/// its own, so that a life goes on as it would without cards.
/// </summary>
internal sealed class Purse(int seed, int number)
{
    private const string Year = "annual_card";
    private const string Course = "course_of_ten";
    private const string Money = "stored_value";
    private const int CourseUses = 10;
    private const int DaysOfYear = 365;

    private static readonly int[] TopUps = [1_000, 1_000, 2_000, 2_000, 5_000];

    private readonly Dice _dice = new(seed ^ 0xCA2D, number);
    private Instant? _yearEnds;
    private int _courses;
    private int _usesLeft;
    private decimal _balance;
    private bool _hasMoneyCard;

    /// <summary>The kinds of cards that the chain sells.</summary>
    public static ImmutableSortedDictionary<string, CardKind> Kinds { get; } = new Dictionary<string, CardKind>
    {
        [Year] = new(CardForm.Period) { Price = 6_800m, ValidDays = DaysOfYear },
        [Course] = new(CardForm.Count) { Price = 3_680m, Uses = CourseUses },
        [Money] = new(CardForm.StoredValue),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Buys another year: her first card for it, or one that goes on.</summary>
    public Plan BuyYear(DemoStore store, Instant at, decimal price)
    {
        if (_yearEnds is { } ends && ends > at)
        {
            _yearEnds = ends + TimeSpan.FromDays(DaysOfYear);
            return new Plan.ToRenewCard(store, Id(Year, 1), _yearEnds.Value, price);
        }

        // One that has ended is renewed as well: the card in her hand stays the same.
        var isFirst = _yearEnds is null;
        _yearEnds = at + TimeSpan.FromDays(DaysOfYear);
        return isFirst
            ? new Plan.ToGetCard(store, Id(Year, 1), Year, price, _yearEnds)
            : new Plan.ToRenewCard(store, Id(Year, 1), _yearEnds.Value, price);
    }

    /// <summary>Buys a course of ten.</summary>
    public Plan BuyCourse(DemoStore store, decimal price)
    {
        _usesLeft = CourseUses;
        return new Plan.ToGetCard(store, Id(Course, ++_courses), Course, price, null);
    }

    /// <summary>What she shows at the desk when she comes; null where she has no card for it.</summary>
    public Plan? Show(DemoStore store)
    {
        if (_usesLeft == 0)
            return null;
        _usesLeft--;
        return new Plan.ToShowCard(store, Id(Course, _courses), null);
    }

    /// <summary>What she pays a bill with; null for money.</summary>
    public Plan? Pay(DemoStore store, decimal bill)
    {
        if (bill > _balance)
            return null;
        _balance -= bill;
        return new Plan.ToShowCard(store, Id(Money, 1), bill);
    }

    /// <summary>Puts money on her card when little is left of it, or takes one; null for neither.</summary>
    public Plan? TopUp(DemoStore store)
    {
        if (_balance > 300m || !_dice.Chance(_hasMoneyCard ? 0.5 : 0.035))
            return null;
        decimal amount = _dice.OneOf(TopUps);
        _balance += amount + amount switch { >= 5_000m => 1_000m, >= 2_000m => 300m, _ => 100m };
        if (_hasMoneyCard)
            return new Plan.ToTopUp(store, Id(Money, 1), amount);
        _hasMoneyCard = true;
        return new Plan.ToGetCard(store, Id(Money, 1), Money, amount, null);
    }

    private CardId Id(string kind, int which) => new(string.Create(CultureInfo.InvariantCulture, $"{kind}-{number:D6}-{which}"));
}
