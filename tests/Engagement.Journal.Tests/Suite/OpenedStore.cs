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

namespace Engagement.Journal.Tests.Suite;

/// <summary>A store as the suite sees it, whichever database is behind it.</summary>
public sealed record OpenedStore(IStore All, Func<ValueTask> Close) : IAsyncDisposable
{
    public IJournal Journal => All.Journal;

    public IJournalQueries Queries => All.Queries;

    public IDueIndex Due => All.Due;

    public IChainDirectory Chains => All.Chains;

    public ICareQueries Care => All.Care;

    public IOutbox Outbox => All.Outbox;

    public IWebhookDirectory Webhooks => All.Webhooks;

    public ITallies Tallies => All.Tallies;

    public ISegments Segments => All.Segments;

    public ICampaignRuns CampaignRuns => All.CampaignRuns;

    public IDigests Digests => All.Digests;

    public IMemberRoll Roll => All.Roll;

    public IValueFigures Value => All.Value;

    public IPolicyVersions PolicyVersions => All.PolicyVersions;

    public IHistories Histories => All.Histories;

    public ITraces Traces => All.Traces;

    public IIntegrationKeys IntegrationKeys => All.IntegrationKeys;

    public IAuditEntries Audit => All.Audit;

    public IProfiles Profiles => All.Profiles;

    public ISuppressions Suppressions => All.Suppressions;

    public IErrands Errands => All.Errands;

    public IReferrals Referrals => All.Referrals;

    public IAccounts Accounts => All.Accounts;

    public ISessions Sessions => All.Sessions;

    public IErasures Erasures => All.Erasures;

    public ValueTask DisposeAsync() => Close();
}
