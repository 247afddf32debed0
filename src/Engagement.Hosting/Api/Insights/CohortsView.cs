using System.Numerics;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Hosting.Insights;

namespace Engagement.Hosting.Api.Insights;

/// <summary>How those who joined in the same month went on coming (docs/domain/insights.md).</summary>
/// <param name="Store">Whose members; null for all.</param>
/// <param name="TimeZone">Whose calendar months these are.</param>
/// <param name="Began">When the first member was first heard of, in whatever month; null before anybody was.</param>
/// <param name="Cohorts">One for each month, also where nobody joined; the latest, which is running, last.</param>
public sealed record CohortsView(
    string Chain,
    string? Store,
    DateTimeOffset AsOf,
    string TimeZone,
    DateTimeOffset? Began,
    IReadOnlyList<CohortView> Cohorts)
{
    /// <summary>The most months there can be: as many as a member's months of coming fit into a number's bits.</summary>
    internal const int MostMonths = 60;

    internal static CohortsView Of(ChainPast past, Chain chain, StoreId? store, Instant asOf, int count)
    {
        var zone = chain.ZoneOf(store);
        var months = Months.Until(asOf, count, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var members = new int[months.Count];
        var active = new int[months.Count][];
        var began = long.MaxValue;
        for (var month = 0; month < months.Count; month++)
            active[month] = new int[months.Count - month];
        foreach (var member in past.AtHomeIn(store))
        {
            var first = past.FirstOf(member);
            if (first > asOf.Microseconds)
                continue;
            began = Math.Min(began, first);
            if (months.IndexOf(first) is not (>= 0 and var joined))
                continue;
            members[joined]++;
            var came = 0UL;
            foreach (ref readonly var act in past.ActsOf(member, asOf.Microseconds))
                came |= 1UL << (months.IndexOf(act.At) - joined);
            for (; came != 0; came &= came - 1)
                active[joined][BitOperations.TrailingZeroCount(came)]++;
        }

        return new(
            chain.Id.Value,
            store?.Value,
            asOf.ToDateTimeOffset(),
            zone,
            began == long.MaxValue ? null : new Instant(began).ToDateTimeOffset(),
            [.. Enumerable.Range(0, months.Count).Select(month => new CohortView(months.NameOf(month), members[month], active[month]))]);
    }
}

/// <summary>Those who were first heard of in one calendar month.</summary>
/// <param name="Month">Such as 2025-03.</param>
/// <param name="Members">How many they are.</param>
/// <param name="Active">How many of them had a counted act in that month itself, in the next, and so on up to the running month.</param>
public sealed record CohortView(string Month, int Members, IReadOnlyList<int> Active);
