using Engagement.Hosting.Chains;
using Quartz;

namespace Engagement.Hosting.Jobs;

/// <summary>
/// What the scheduler fires when a campaign's time has come in a zone. It only looks: what is due is worked out from the chain as it
/// is stored, so that a trigger that is late, doubled or out of date does no harm.
/// </summary>
internal sealed class CampaignJob(ChainCatalogue chains, CampaignTimes times) : IJob
{
    public static readonly JobKey Key = new("campaign", "engagement");

    /// <summary>The fields of a trigger's data.</summary>
    public const string Chain = "chain";

    public const string Campaign = "campaign";

    public const string Zone = "zone";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        var name = data.GetString(Campaign)!;
        if (await chains.ReadAsync(new(data.GetString(Chain)!), cancellationToken).ConfigureAwait(false) is { } chain
            && chain.Campaign(name) is { } campaign)
            await times.LookAsync(chain.Id, name, campaign, data.GetString(Zone)!, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>What the scheduler fires when the digests of the stores in a zone are due.</summary>
internal sealed class DigestJob(ChainCatalogue chains, DigestMaking digests) : IJob
{
    public static readonly JobKey Key = new("digest", "engagement");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        if (await chains.ReadAsync(new(data.GetString(CampaignJob.Chain)!), cancellationToken).ConfigureAwait(false) is { } chain)
            await digests.MakeMissingAsync(chain, data.GetString(CampaignJob.Zone), cancellationToken).ConfigureAwait(false);
    }
}
