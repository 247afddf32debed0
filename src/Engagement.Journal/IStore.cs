using Engagement.Journal.Accounts;
using Engagement.Journal.Audit;
using Engagement.Journal.Campaigns;
using Engagement.Journal.Digests;
using Engagement.Journal.Erasure;
using Engagement.Journal.Errands;
using Engagement.Journal.Histories;
using Engagement.Journal.Insights;
using Engagement.Journal.Keys;
using Engagement.Journal.Policies;
using Engagement.Journal.Profiles;
using Engagement.Journal.Referrals;
using Engagement.Journal.Value;

namespace Engagement.Journal;

/// <summary>A database and everything the journal offers over it. Closing it stores what is waiting first.</summary>
public interface IStore : IDisposable
{
    IJournal Journal { get; }

    IJournalQueries Queries { get; }

    IDueIndex Due { get; }

    IChainDirectory Chains { get; }

    ICareQueries Care { get; }

    IOutbox Outbox { get; }

    IWebhookDirectory Webhooks { get; }

    ITallies Tallies { get; }

    ISegments Segments { get; }

    ICampaignRuns CampaignRuns { get; }

    IDigests Digests { get; }

    IErrands Errands { get; }

    IReferrals Referrals { get; }

    IMemberRoll Roll { get; }

    IValueFigures Value { get; }

    IPolicyVersions PolicyVersions { get; }

    IHistories Histories { get; }

    ITraces Traces { get; }

    IIntegrationKeys IntegrationKeys { get; }

    IAuditEntries Audit { get; }

    IAccounts Accounts { get; }

    ISessions Sessions { get; }

    IErasures Erasures { get; }

    IProfiles Profiles { get; }

    ISuppressions Suppressions { get; }
}
