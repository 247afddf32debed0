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
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Engagement.Journal.Sqlite;

/// <summary>One SQLite file, opened once for a node: a writer, readers, and everything the journal offers over them.</summary>
public sealed class SqliteStore : IStore
{
    private readonly SqliteReaders _readers;
    private readonly SqliteWriter _writer;

    /// <summary>Opens the file, creating or upgrading it as needed.</summary>
    /// <exception cref="JournalRefusedException">It is damaged, of another program, or of a newer version.</exception>
    public SqliteStore(SqliteOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Time = time ?? TimeProvider.System;
        Batteries_V2.Init();
        var settings = new SqliteConnectionStringBuilder(options.ConnectionString) { Pooling = false };
        var file = Path.GetFullPath(settings.DataSource);
        settings.DataSource = file;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var session = Open(settings, file, options);
        _readers = new(settings.ToString(), options.CacheKibibytes / 16);
        _writer = new(session, options.MostWaiting, Time, batch => Committed?.Invoke(batch), key => Due!.Release(key));
        Journal = new(this);
        Queries = new(this);
        Due = new(this);
        Chains = new(this);
        Care = new(this);
        Outbox = new(this);
        Webhooks = new(this);
        Tallies = new(this);
        Segments = new(this);
        CampaignRuns = new(this);
        Digests = new(this);
        Errands = new(this);
        Referrals = new(this);
        Roll = new(this);
        Value = new(this);
        PolicyVersions = new(this);
        Histories = new(this);
        Traces = new(this);
        IntegrationKeys = new(this);
        Audit = new(this);
        Accounts = new(this);
        Sessions = new(this);
        Erasures = new(this);
        Profiles = new(this);
        Suppressions = new(this);
    }

    public SqliteJournal Journal { get; }

    public SqliteQueries Queries { get; }

    public SqliteDueIndex Due { get; }

    public SqliteChainDirectory Chains { get; }

    public SqliteCareQueries Care { get; }

    public SqliteOutbox Outbox { get; }

    public SqliteWebhookDirectory Webhooks { get; }

    public SqliteTallies Tallies { get; }

    public SqliteSegments Segments { get; }

    public SqliteCampaignRuns CampaignRuns { get; }

    public SqliteDigests Digests { get; }

    public SqliteErrands Errands { get; }

    public SqliteReferrals Referrals { get; }

    public SqliteMemberRoll Roll { get; }

    public SqliteValueFigures Value { get; }

    public SqlitePolicyVersions PolicyVersions { get; }

    public SqliteHistories Histories { get; }

    public SqliteTraces Traces { get; }

    public SqliteIntegrationKeys IntegrationKeys { get; }

    public SqliteAuditEntries Audit { get; }

    public SqliteAccounts Accounts { get; }

    public SqliteSessions Sessions { get; }

    public SqliteErasures Erasures { get; }

    public SqliteProfiles Profiles { get; }

    public SqliteSuppressions Suppressions { get; }

    IJournal IStore.Journal => Journal;

    IJournalQueries IStore.Queries => Queries;

    IDueIndex IStore.Due => Due;

    IChainDirectory IStore.Chains => Chains;

    ICareQueries IStore.Care => Care;

    IOutbox IStore.Outbox => Outbox;

    IWebhookDirectory IStore.Webhooks => Webhooks;

    ITallies IStore.Tallies => Tallies;

    ISegments IStore.Segments => Segments;

    ICampaignRuns IStore.CampaignRuns => CampaignRuns;

    IDigests IStore.Digests => Digests;

    IErrands IStore.Errands => Errands;

    IReferrals IStore.Referrals => Referrals;

    IMemberRoll IStore.Roll => Roll;

    IValueFigures IStore.Value => Value;

    IPolicyVersions IStore.PolicyVersions => PolicyVersions;

    IHistories IStore.Histories => Histories;

    ITraces IStore.Traces => Traces;

    IIntegrationKeys IStore.IntegrationKeys => IntegrationKeys;

    IAuditEntries IStore.Audit => Audit;

    IAccounts IStore.Accounts => Accounts;

    ISessions IStore.Sessions => Sessions;

    IErasures IStore.Erasures => Erasures;

    IProfiles IStore.Profiles => Profiles;

    ISuppressions IStore.Suppressions => Suppressions;

    /// <summary>Real time: leases have nothing to do with a simulated clock.</summary>
    internal TimeProvider Time { get; }

    internal event Action<CommittedBatch>? Committed;

    internal SqliteReaders Readers => _readers;

    internal SqliteWriter Writer => _writer;

    internal async Task<T> WriteAsync<T>(Func<SqliteSession, T> work)
    {
        var request = new WriteRequest<T>(work);
        _writer.Enqueue(request);
        return await request.Done.ConfigureAwait(false);
    }

    /// <summary>The same for what cannot be done inside a transaction.</summary>
    internal async Task<T> WriteBareAsync<T>(Func<SqliteSession, T> work)
    {
        var request = new WriteRequest<T>(work) { IsBare = true };
        _writer.Enqueue(request);
        return await request.Done.ConfigureAwait(false);
    }

    private static SqliteSession Open(SqliteConnectionStringBuilder settings, string file, SqliteOptions options)
    {
        SqliteSession? session = null;
        try
        {
            session = new(settings.ToString());
            session.RunScript("PRAGMA busy_timeout = 5000");
            SqliteSchema.Migrate(session, file);
            session.RunScript(
                $"""
                PRAGMA synchronous = FULL;
                PRAGMA cache_size = -{options.CacheKibibytes};
                PRAGMA wal_autocheckpoint = {options.CheckpointPages};
                PRAGMA journal_size_limit = {64 * 1024 * 1024};
                PRAGMA temp_store = MEMORY;
                PRAGMA secure_delete = ON;
                """);
            // Nobody else has this file: whatever the process before had in hand is free again at once.
            session.RunScript(
                """
                UPDATE messages SET outbox = CASE outbox WHEN 2 THEN 3 ELSE outbox END, leased_until = 0, leased_by = NULL
                WHERE waiting_since IS NOT NULL AND leased_by IS NOT NULL;
                UPDATE webhooks SET lease = NULL, leased_until = 0 WHERE lease IS NOT NULL;
                UPDATE value_nights SET leased_until = 0 WHERE leased_until > 0;
                UPDATE errands SET due_at = asked_at WHERE tries > 0;
                UPDATE erasures SET leased_until = 0 WHERE done_at IS NULL;
                """);
            if (options.MostPages is { } pages)
                session.RunScript($"PRAGMA max_page_count = {pages}");
            return session;
        }
        catch (SqliteException exception)
        {
            session?.Dispose();
            throw new JournalRefusedException($"'{file}' cannot be opened: {exception.Message}", exception);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    /// <summary>Stores what is waiting and closes the file.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        _readers.Dispose();
    }
}
