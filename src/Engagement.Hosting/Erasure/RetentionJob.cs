using Engagement.Hosting.Jobs;
using Quartz;

namespace Engagement.Hosting.Erasure;

/// <summary>
/// What the scheduler fires at night for each chain. It does the work itself: all of it may be done twice, by two nodes at once, and
/// be broken off, so that it needs no row of its own (docs/adr/0018).
/// </summary>
internal sealed class RetentionJob(Retention retention) : IJob
{
    public static readonly JobKey Key = new("retention", "engagement");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        await retention.RunAsync(new(context.MergedJobDataMap.GetString(CampaignJob.Chain)!), cancellationToken).ConfigureAwait(false);
        await retention.SweepAsync(cancellationToken).ConfigureAwait(false);
    }
}
