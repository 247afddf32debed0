using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Hosting.Insights;

namespace Engagement.Hosting.Api.Insights;

/// <summary>On which weekdays and at which hours members come (docs/domain/insights.md).</summary>
/// <param name="Store">Where; null for all stores.</param>
/// <param name="From">From this instant on.</param>
/// <param name="To">Before this instant.</param>
/// <param name="TimeZone">Whose clocks are meant. Of a chain each act counts by those of its store, and these are for what has none.</param>
/// <param name="Total">All counted acts of the span.</param>
/// <param name="Cells">The 168 hours of a week, from Monday's first.</param>
public sealed record VisitHoursView(
    string Chain,
    string? Store,
    DateTimeOffset From,
    DateTimeOffset To,
    DateTimeOffset AsOf,
    string TimeZone,
    int Total,
    IReadOnlyList<VisitHourView> Cells)
{
    private const int HoursOfDay = 24;
    private const int DaysOfWeek = 7;

    internal static VisitHoursView Of(ChainPast past, Chain chain, StoreId? store, Instant from, Instant to, Instant asOf)
    {
        var visits = new int[DaysOfWeek * HoursOfDay];
        var clocks = new StoreClocks(chain, past.Stores);
        var wanted = store is { } named ? past.NumberOf(named) : (int?)null;
        for (var member = 0; member < past.Members; member++)
        {
            foreach (ref readonly var act in past.ActsOf(member, asOf.Microseconds))
            {
                if (act.At < from.Microseconds || act.At >= to.Microseconds || (wanted is { } only && (only < 0 || act.Store != only)))
                    continue;
                visits[clocks.HourOfWeek(act.Store, new(act.At))]++;
            }
        }

        return new(
            chain.Id.Value,
            store?.Value,
            from.ToDateTimeOffset(),
            to.ToDateTimeOffset(),
            asOf.ToDateTimeOffset(),
            chain.ZoneOf(store),
            visits.Sum(),
            [.. visits.Select((count, hour) => new VisitHourView(1 + hour / HoursOfDay, hour % HoursOfDay, count))]);
    }
}

/// <summary>An hour of the week.</summary>
/// <param name="Weekday">1 for Monday to 7 for Sunday.</param>
/// <param name="Hour">0 for midnight to one, to 23.</param>
/// <param name="Visits">The counted acts in it. The hour that clocks go through twice has both, the one they leap over none.</param>
public sealed record VisitHourView(int Weekday, int Hour, int Visits);
