using System.Collections.Frozen;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Streaks;

namespace Engagement.Domain.Tests.Support;

/// <summary>Lives for stories to begin with, each under the rules of some chain.</summary>
internal static class Lives
{
    public static Life ByDefault() => new(ChainRules.Default);

    public static Life By(Policy policy) => new(ChainRules.Default with { Chain = new(policy, TimeZoneInfo.Utc) });

    public static Life WithFreezes(int perMonth) =>
        By(Policy.Default with { Streak = new StreakPolicy { FreezesPerMonth = perMonth } });

    public static Life In(string zone) =>
        new(ChainRules.Default with { Chain = new(Policy.Default, TimeZoneInfo.FindSystemTimeZoneById(zone)) });

    /// <summary>The chain lives by its defaults in UTC, its only store by <paramref name="policy"/> in <paramref name="zone"/>.</summary>
    public static Life WithStore(string name, Policy policy, string zone = "UTC") => new(ChainRules.Default with
    {
        Stores = new Dictionary<StoreId, Rules>
        {
            [new(name)] = new(policy, TimeZoneInfo.FindSystemTimeZoneById(zone)),
        }.ToFrozenDictionary(),
    });
}
