using Engagement.Domain.Chains;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Demo.Lives;

/// <summary>A store of the demonstration chain with the rhythm of its days.</summary>
/// <param name="Share">How many of a hundred members are at home here.</param>
/// <param name="Opens">The hour at which it opens.</param>
/// <param name="Closes">The hour at which it closes; the last guests come two hours earlier.</param>
/// <param name="Weekdays">How busy it is from Sunday to Saturday; 0 where it is closed.</param>
/// <param name="PriceLevel">What its prices are multiplied with.</param>
/// <param name="Staff">Who looks after its members.</param>
internal sealed record DemoStore(Store Store, int Share, int Opens, int Closes, int[] Weekdays, decimal PriceLevel, string[] Staff)
{
    // Before lunch, the afternoon, and above all after work.
    private static readonly int[] Hours = [0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 10, 7, 8, 10, 11, 9, 10, 13, 14, 9, 4, 0, 0];

    public static readonly IReadOnlyList<DemoStore> All =
    [
        new(new(new("glow-sh"), "Glow Xintiandi 新天地店", "Asia/Shanghai"), 38, 10, 22, [17, 9, 9, 10, 11, 14, 18], 1.1m, ["mei", "jing", "xiaoyu"]),
        new(new(new("glow-bj"), "Glow Sanlitun 三里屯店", "Asia/Shanghai"), 27, 10, 21, [16, 8, 9, 9, 10, 13, 17], 1m, ["lan", "hui"]),
        // While China sleeps New York works: there is always something to see.
        new(new(new("glow-ny"), "Glow Flushing 法拉盛店", "America/New_York"), 35, 9, 21, [13, 9, 10, 0, 12, 15, 18], 1.4m, ["grace", "olivia"]),
    ];

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Store.TimeZone);

    public bool IsOpenOn(DateOnly day) => Weekdays[(int)day.DayOfWeek] > 0;

    /// <summary>A day of the week that starts on <paramref name="first"/>: busy days are likelier.</summary>
    public DateOnly DayFrom(DateOnly first, Dice dice) =>
        dice.Weighted([.. Enumerable.Range(0, 7).Select(first.AddDays)], day => Weekdays[(int)day.DayOfWeek]);

    /// <summary>An instant of <paramref name="day"/> at which somebody might walk in.</summary>
    public Instant WalksIn(DateOnly day, Dice dice)
    {
        var hour = dice.Weighted([.. Enumerable.Range(Opens, Closes - 2 - Opens + 1)], hour => Hours[hour]);
        return At(day, new(hour, dice.Between(0, 59), dice.Between(0, 59)));
    }

    /// <summary>The instant of a wall-clock time of this store.</summary>
    public Instant At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return Instant.FromDateTimeOffset(new DateTimeOffset(local, Zone.GetUtcOffset(local)));
    }

    public DateOnly DayOf(Instant at) => at.LocalDate(Zone);
}
