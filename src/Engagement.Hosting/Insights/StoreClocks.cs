using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Insights;

/// <summary>The clocks of a chain's stores, by the numbers that its past knows them by.</summary>
internal sealed class StoreClocks(Chain chain, IReadOnlyList<StoreId> stores)
{
    private readonly TimeZoneInfo[] _zones = [.. stores.Select(store => TimeZoneInfo.FindSystemTimeZoneById(chain.ZoneOf(store)))];
    private readonly TimeZoneInfo _elsewhere = TimeZoneInfo.FindSystemTimeZoneById(chain.ZoneOf(null));

    /// <summary>The hours since Monday's midnight that a store's clock shows; the chain's, where <paramref name="store"/> is negative.</summary>
    public int HourOfWeek(int store, Instant at)
    {
        var local = TimeZoneInfo.ConvertTime(at.ToDateTimeOffset(), store < 0 ? _elsewhere : _zones[store]);
        return ((int)local.DayOfWeek + 6) % 7 * 24 + local.Hour;
    }
}
