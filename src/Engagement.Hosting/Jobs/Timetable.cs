using System.Globalization;
using Engagement.Domain.Chains;
using Engagement.Domain.Recall;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Erasure;
using Engagement.Hosting.Time;
using Engagement.Hosting.Value;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Engagement.Hosting.Jobs;

/// <summary>
/// Keeps the scheduler's triggers in line with what chains want: at the start, whenever a chain has changed here or on another node,
/// and once in a while. Each time it also looks whether anything was missed.
/// </summary>
public sealed partial class Timetable(
    IServiceProvider node,
    ChainCatalogue chains,
    CampaignTimes times,
    DigestMaking digests,
    NodeClock clock,
    IOptions<JobsOptions> options,
    IOptions<ErasureOptions> retention,
    ILogger<Timetable> logger) : BackgroundService
{
    private const string Group = "engagement";
    private const int PageSize = 500;

    private readonly RunBell _bell = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Opening the scheduler must not hold up the start of the node.
        await Task.Yield();
        var quartz = NodeScheduler.Create(node);
        IScheduler? scheduler = null;
        chains.Changed += _bell.Ring;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    scheduler ??= await OpenAsync(quartz, stoppingToken).ConfigureAwait(false);
                    await RoundAsync(scheduler, stoppingToken).ConfigureAwait(false);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    RoundFailed(exception);
                }

                await _bell.WaitAsync(options.Value.BetweenLooks, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
        finally
        {
            chains.Changed -= _bell.Ring;
            if (scheduler is not null)
                await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None).ConfigureAwait(false);
            await quartz.DisposeAsync().ConfigureAwait(false);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _bell.Dispose();
    }

    private static async Task<IScheduler> OpenAsync(StandaloneSchedulerFactory quartz, CancellationToken cancellation)
    {
        var scheduler = await quartz.GetScheduler(cancellation).ConfigureAwait(false);
        foreach (var job in new[]
        {
            JobBuilder.Create<CampaignJob>().WithIdentity(CampaignJob.Key).StoreDurably().RequestRecovery().Build(),
            JobBuilder.Create<DigestJob>().WithIdentity(DigestJob.Key).StoreDurably().RequestRecovery().Build(),
            JobBuilder.Create<RetentionJob>().WithIdentity(RetentionJob.Key).StoreDurably().RequestRecovery().Build(),
            JobBuilder.Create<ValueJob>().WithIdentity(ValueJob.Key).StoreDurably().RequestRecovery().Build(),
        })
            await scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellation).ConfigureAwait(false);
        await scheduler.Start(cancellation).ConfigureAwait(false);
        return scheduler;
    }

    private async Task RoundAsync(IScheduler scheduler, CancellationToken cancellation)
    {
        var served = (await chains.ServedAsync(cancellation).ConfigureAwait(false)).ToList();
        await AlignAsync(scheduler, served, cancellation).ConfigureAwait(false);
        foreach (var chain in served)
        {
            await times.LookAsync(chain, cancellation).ConfigureAwait(false);
            await digests.MakeMissingAsync(chain, null, cancellation).ConfigureAwait(false);
        }
    }

    private async Task AlignAsync(IScheduler scheduler, IEnumerable<Chain> served, CancellationToken cancellation)
    {
        var wanted = served.SelectMany(Triggers).ToDictionary(trigger => trigger.Key);
        var known = await KnownAsync(scheduler, cancellation).ConfigureAwait(false);
        var outdated = known.Where(key => !wanted.ContainsKey(key)).ToList();
        if (outdated.Count > 0)
            await scheduler.UnscheduleJobs(outdated, cancellation).ConfigureAwait(false);
        foreach (var (key, trigger) in wanted)
        {
            if (known.Contains(key))
                continue;
            try
            {
                await scheduler.ScheduleJob(trigger, cancellationToken: cancellation).ConfigureAwait(false);
            }
            catch (ObjectAlreadyExistsException)
            {
                // Another node was faster, with the same.
            }
        }

        if (outdated.Count > 0 || wanted.Keys.Any(key => !known.Contains(key)))
            Aligned(wanted.Count, outdated.Count);
    }

    private static async Task<HashSet<TriggerKey>> KnownAsync(IScheduler scheduler, CancellationToken cancellation)
    {
        var known = new HashSet<TriggerKey>();
        var query = new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(Group), Take = PageSize };
        while (true)
        {
            var page = await scheduler.QueryTriggers(query, cancellation).ConfigureAwait(false);
            known.UnionWith(page.Items.Select(trigger => trigger.Key));
            if (!page.HasMore)
                return known;
            query = query with { Skip = query.Skip + PageSize };
        }
    }

    // A trigger's name holds all that decides when it fires: where that changes it is another trigger.
    private IEnumerable<ITrigger> Triggers(Chain chain)
    {
        foreach (var (name, campaign) in chain.AllCampaigns)
        {
            if (campaign.Paused)
                continue;
            foreach (var zone in CampaignCalendar.ZonesOf(chain, campaign))
            {
                if (Trigger(chain, name, campaign.Schedule, zone) is { } trigger)
                    yield return trigger;
            }
        }

        var cron = Daily(options.Value.DigestAt);
        foreach (var zone in chain.Stores.Select(store => store.TimeZone).Distinct(StringComparer.Ordinal))
            yield return Builder(DigestJob.Key, chain, null, zone, cron).WithSchedule(Cron(cron, zone)).Build();
        var night = Daily(options.Value.ValueAt);
        var late = Daily(retention.Value.RetentionAt);
        yield return Builder(RetentionJob.Key, chain, null, chain.Policy.TimeZone, late).WithSchedule(Cron(late, chain.Policy.TimeZone)).Build();
        yield return Builder(ValueJob.Key, chain, null, chain.Policy.TimeZone, night).WithSchedule(Cron(night, chain.Policy.TimeZone)).Build();
    }

    private static string Daily(TimeOnly at) => string.Create(CultureInfo.InvariantCulture, $"0 {at.Minute} {at.Hour} * * ?");

    private ITrigger? Trigger(Chain chain, string name, CampaignSchedule schedule, string zone)
    {
        // One that would never fire is refused by the scheduler.
        if (CampaignCalendar.Next(schedule, zone, clock.Now) is not { } next)
            return null;
        return schedule.Cron is { } cron
            ? Builder(CampaignJob.Key, chain, name, zone, cron).WithSchedule(Cron(cron, zone)).Build()
            : Builder(CampaignJob.Key, chain, name, zone, next.ToString()).StartAt(next.ToDateTimeOffset())
                .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
    }

    private TriggerBuilder<IJob> Builder(JobKey job, Chain chain, string? campaign, string zone, string when) => TriggerBuilder.Create(clock.Time)
        .WithIdentity($"{chain.Id}|{campaign ?? "digest"}|{zone}|{when}|{job.Name}", Group)
        .ForJob(job)
        .UsingJobData(CampaignJob.Chain, chain.Id.Value)
        .UsingJobData(CampaignJob.Campaign, campaign ?? "")
        .UsingJobData(CampaignJob.Zone, zone);

    private static CronScheduleBuilder Cron(string cron, string zone) => CronScheduleBuilder.Create(cron)
        .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone))
        .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed);

    [LoggerMessage(LogLevel.Error, "The timetable of jobs could not be brought up to date; it is tried again soon")]
    private partial void RoundFailed(Exception exception);

    [LoggerMessage(LogLevel.Information, "{Count} times are in the timetable of jobs, {Outdated} were taken out")]
    private partial void Aligned(int count, int outdated);
}
