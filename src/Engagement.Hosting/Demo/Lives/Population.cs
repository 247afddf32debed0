using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Demo.Lives;

/// <summary>
/// Everybody who ever joins the demonstration chain, by number: first those who joined in its past, in no order, then the
/// newcomers, who go on joining for ever.
/// </summary>
/// <param name="members">About how many have joined when the clock starts.</param>
/// <param name="start">Where the past ends and life goes on.</param>
internal sealed class Population(int seed, int members, Instant start)
{
    /// <summary>How long the chain has been in business: fourteen months.</summary>
    public const int PastDays = 425;

    private const int Week = 7;

    private readonly DateOnly _today = start.LocalDate(TimeZoneInfo.Utc);

    // What a growing chain's past comes to in its last weeks.
    private readonly int _joinsPerDay = Math.Max(1, members / 370);

    public Instant Start { get; } = start;

    public int Seed => seed;

    /// <summary>Nobody with a higher number joins before the start.</summary>
    public int LastOfPast => members + Week * _joinsPerDay;

    /// <summary>A member's whole life.</summary>
    public IEnumerable<DemoAct> LifeOf(int number) =>
        Life.Of(seed, number, dice => JoinsFrom(number, dice), joins => ReferrerOf(number, joins));

    private DateOnly JoinsFrom(int number, Dice dice) => number > members
        ? NewcomersFrom(number)
        : _today.AddDays(-Week - (int)(Math.Pow(dice.Between(0d, 1d), 1.15) * (PastDays - Week)));

    // One in seven is brought by a friend, and a few friends bring most. They have the lowest numbers, so that the past, which is
    // told in the order of numbers, knows them before those whom they brought.
    private MemberId? ReferrerOf(int number, Instant joins)
    {
        var dice = new Dice(~seed, number);
        if (!dice.Chance(0.14))
            return null;
        for (var tries = 0; tries < 3; tries++)
        {
            var friend = 1 + (int)(Math.Pow(dice.Between(0d, 1d), 1.6) * Math.Max(1, members / 12));
            if (friend != number && Life.JoinsAt(seed, friend, own => JoinsFrom(friend, own)) < joins)
                return Life.IdOf(friend);
        }

        return null;
    }

    /// <summary>
    /// The first day of the week in which a newcomer joins. Newcomers are numbered in this order, and the weeks overlap, so
    /// that every day has its share.
    /// </summary>
    public DateOnly NewcomersFrom(int number) => _today.AddDays(1 - Week + (number - members - 1) / _joinsPerDay);
}
