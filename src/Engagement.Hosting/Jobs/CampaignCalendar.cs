using Engagement.Domain.Chains;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Quartz;

namespace Engagement.Hosting.Jobs;

/// <summary>When campaigns go: the instants that their schedules mean in each zone (docs/domain, campaigns).</summary>
internal static class CampaignCalendar
{
    // Nobody means to write to members more often, and many who have a field too few in mind would.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromHours(1);

    private const int TimesTried = 100;

    // Where it is looked from does not matter to what it means.
    private static readonly DateTimeOffset Beginning = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What is wrong with a cron expression; null if nothing is, or there is none.</summary>
    public static PolicyFault? FaultOf(CampaignSchedule schedule)
    {
        if (schedule.Cron is not { } cron)
            return null;
        if (!CronExpression.TryParse(cron, out var times))
        {
            return new(
                "schedule.cron",
                "must be a cron expression of 6 or 7 fields (second, minute, hour, day of month, month, day of week, year), one of the days a '?', such as '0 0 10 ? * MON'");
        }

        times = times.WithTimeZone(TimeZoneInfo.Utc);
        DateTimeOffset? last = null;
        for (var tried = 0; tried < TimesTried && times.GetNextValidTimeAfter(last ?? Beginning) is { } time; tried++)
        {
            if (last is { } before && time - before < ShortestPause)
                return new("schedule.cron", "must leave an hour or more between two times");
            last = time;
        }

        return last is null ? new("schedule.cron", "means no time at all") : null;
    }

    /// <summary>The zones a campaign goes in: those of the stores it is for, and the chain's own for members without a store.</summary>
    public static IEnumerable<string> ZonesOf(Chain chain, Campaign campaign)
    {
        // Whom it is for without a segment nobody knows.
        if (chain.SegmentOf(campaign) is not { } segment)
            return [];
        var zones = chain.Stores.Where(store => segment.Covers(store.Id)).Select(store => store.TimeZone);
        return (segment.Covers(null) ? zones.Append(chain.Policy.TimeZone) : zones)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    /// <summary>The first time after <paramref name="after"/>; null if there is none.</summary>
    public static Instant? Next(CampaignSchedule schedule, string zone, Instant after)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        if (schedule.At is { } at)
        {
            var once = Instant.OfLocal(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at), place);
            return once > after ? once : null;
        }

        return schedule.Cron is { } cron && CronExpression.TryParse(cron, out var times)
            && times.WithTimeZone(place).GetNextValidTimeAfter(after.ToDateTimeOffset()) is { } next
                ? Instant.FromDateTimeOffset(next)
                : null;
    }

    /// <summary>The last time after <paramref name="after"/> up to and including <paramref name="until"/>; null if there is none.</summary>
    public static Instant? Latest(CampaignSchedule schedule, string zone, Instant after, Instant until)
    {
        Instant? latest = null;
        for (var next = Next(schedule, zone, after); next is { } time && time <= until; next = Next(schedule, zone, time))
            latest = time;
        return latest;
    }
}
