using System.Collections.Frozen;
using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Streaks;

namespace Engagement.Domain.Tests.Support;

/// <summary>Lives for stories to begin with, each under the rules of some chain.</summary>
internal static class Lives
{
    /// <summary>
    /// The defaults without playbooks, tiers and gifts, and with points that keep: stories of stages and streaks are told without
    /// anything between.
    /// </summary>
    public static readonly Policy Quiet = Policy.Default with
    {
        Points = new() { ExpireAfterMonths = 0 },
        Tiers = new() { Ladder = [] },
        Benefits = new() { Joined = new() },
        Recall = new() { Playbooks = ImmutableSortedDictionary<string, Playbook>.Empty },
    };

    public static Life ByDefault() => By(Quiet);

    /// <summary>The defaults with the nine playbooks.</summary>
    public static Life WithPlaybooks(string zone = "UTC", RecallPolicy? recall = null, string id = "li") => new(ChainRules.Default with
    {
        Chain = new(Policy.Default with { Recall = recall ?? new() }, TimeZoneInfo.FindSystemTimeZoneById(zone)),
    }, new(id));

    public static Life By(Policy policy) => new(ChainRules.Default with { Chain = new(policy, TimeZoneInfo.Utc) });

    public static Life WithFreezes(int perMonth) =>
        By(Quiet with { Streak = new StreakPolicy { FreezesPerMonth = perMonth } });

    public static Life In(string zone) =>
        new(ChainRules.Default with { Chain = new(Quiet, TimeZoneInfo.FindSystemTimeZoneById(zone)) });

    /// <summary>The chain lives by its defaults in UTC, its only store by <paramref name="policy"/> in <paramref name="zone"/>.</summary>
    public static Life WithStore(string name, Policy policy, string zone = "UTC") => new(ChainRules.Default with
    {
        Chain = new(Quiet, TimeZoneInfo.Utc),
        Stores = new Dictionary<StoreId, Rules>
        {
            [new(name)] = new(policy, TimeZoneInfo.FindSystemTimeZoneById(zone)),
        }.ToFrozenDictionary(),
    });
}
