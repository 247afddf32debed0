namespace Engagement.Hosting.Demo.Lives;

/// <summary>How a member comes and stays away.</summary>
internal abstract class Habit
{
    private static readonly (int Share, Func<Dice, Habit> Of)[] All =
    [
        (9, _ => new Prospect()),
        (23, _ => new OneTimer()),
        (15, _ => new Occasional()),
        (14, dice => new Regular(dice)),
        (8, _ => new CardHolder()),
        (7, _ => new Seasonal()),
        (11, dice => new SignInFan(dice)),
        (13, dice => new Slipping(dice)),
    ];

    /// <summary>Signs in every day, as far as people do.</summary>
    public virtual bool SignsInDaily => false;

    /// <summary>How likely a visit ends at the till as well.</summary>
    public virtual double Buys => 0.45;

    /// <summary>The habit that chance gives a member.</summary>
    public static Habit Of(Dice dice) => dice.Weighted(All, habit => habit.Share).Of(dice);

    /// <summary>Days from joining to the first visit; null for never.</summary>
    public virtual int? First(Dice dice) => dice.Chance(0.6) ? 0 : dice.Between(1, 21);

    /// <summary>Days from the visit that made it <paramref name="visits"/> to the next; null for never again.</summary>
    public abstract int? Next(int visits, Dice dice);

    /// <summary>Whether she buys another year with the visit that made it <paramref name="visits"/>.</summary>
    public virtual bool BuysCard(int visits) => false;

    private sealed class Prospect : Habit
    {
        public override int? First(Dice dice) => null;

        public override int? Next(int visits, Dice dice) => null;
    }

    private sealed class OneTimer : Habit
    {
        public override double Buys => 0.08;

        public override int? Next(int visits, Dice dice) => null;
    }

    private sealed class Occasional : Habit
    {
        public override double Buys => 0.15;

        public override int? Next(int visits, Dice dice) => dice.Chance(0.14) ? null : dice.Between(32, 80);
    }

    private sealed class Regular(Dice life) : Habit
    {
        private readonly int _usual = life.Between(14, 34);

        public override int? Next(int visits, Dice dice) =>
            dice.Chance(0.04) ? null : Math.Max(7, _usual + dice.Between(-5, 5));
    }

    /// <summary>Comes monthly on a card; when the year is over most buy the next.</summary>
    private sealed class CardHolder : Habit
    {
        private const int VisitsOfYear = 12;

        public override double Buys => 0.25;

        public override int? Next(int visits, Dice dice) =>
            visits % VisitsOfYear == 0 && dice.Chance(0.35) ? null : dice.Between(25, 34);

        public override bool BuysCard(int visits) => visits % VisitsOfYear == 1;
    }

    /// <summary>A few visits in a row, then nothing for months.</summary>
    private sealed class Seasonal : Habit
    {
        private const int VisitsOfSeason = 3;

        public override double Buys => 0.2;

        public override int? Next(int visits, Dice dice)
        {
            if (visits % VisitsOfSeason != 0)
                return dice.Between(9, 16);
            return dice.Chance(0.12) ? null : dice.Between(95, 210);
        }
    }

    private sealed class SignInFan(Dice life) : Habit
    {
        private readonly int _usual = life.Between(4, 11);

        public override bool SignsInDaily => true;

        public override double Buys => 0.3;

        public override int? Next(int visits, Dice dice) =>
            dice.Chance(0.008) ? null : Math.Max(2, _usual + dice.Between(-2, 3));
    }

    /// <summary>Every pause is longer than the one before.</summary>
    private sealed class Slipping(Dice life) : Habit
    {
        private const double LongestPause = 150;

        private double _pause = life.Between(14d, 24d);

        public override int? Next(int visits, Dice dice)
        {
            _pause *= dice.Between(1.1, 1.4);
            return _pause > LongestPause ? null : (int)_pause;
        }
    }
}
