using System.Diagnostics;
using System.Globalization;
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
using Npgsql;

namespace Engagement.Journal.Postgres;

/// <summary>
/// One PostgreSQL database, shared by any number of nodes: a writer, pooled readers, a listener for what other nodes do, and
/// everything the journal offers over them.
/// </summary>
public sealed class PostgresStore : IStore, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly PostgresListener _listener;

    /// <summary>Connects to the database, creating or upgrading its tables as needed.</summary>
    /// <exception cref="JournalRefusedException">
    /// It cannot be reached within <see cref="PostgresOptions.StartTimeout"/>, does not let this node in, is of another
    /// program, or of a newer version.
    /// </exception>
    public PostgresStore(PostgresOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Time = time ?? TimeProvider.System;
        Node = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        _source = Source(options);
        try
        {
            Migrate(_source, options.StartTimeout);
        }
        catch
        {
            _source.Dispose();
            throw;
        }

        Connections = new(_source);
        Writer = new(Connections, Node, options, Time, batch => Committed?.Invoke(batch));
        _listener = new(options.ConnectionString, Node);
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
        Keys = new(Connections);
    }

    public PostgresJournal Journal { get; }

    public PostgresQueries Queries { get; }

    public PostgresDueIndex Due { get; }

    public PostgresChainDirectory Chains { get; }

    public PostgresCareQueries Care { get; }

    public PostgresOutbox Outbox { get; }

    public PostgresWebhookDirectory Webhooks { get; }

    public PostgresTallies Tallies { get; }

    public PostgresSegments Segments { get; }

    public PostgresCampaignRuns CampaignRuns { get; }

    public PostgresDigests Digests { get; }

    public PostgresErrands Errands { get; }

    public PostgresReferrals Referrals { get; }

    public PostgresMemberRoll Roll { get; }

    public PostgresValueFigures Value { get; }

    public PostgresPolicyVersions PolicyVersions { get; }

    public PostgresHistories Histories { get; }

    public PostgresTraces Traces { get; }

    public PostgresIntegrationKeys IntegrationKeys { get; }

    public PostgresAuditEntries Audit { get; }

    public PostgresAccounts Accounts { get; }

    public PostgresSessions Sessions { get; }

    public PostgresErasures Erasures { get; }

    public PostgresProfiles Profiles { get; }

    public PostgresSuppressions Suppressions { get; }

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

    /// <summary>The keys that all nodes protect cookies with.</summary>
    public PostgresProtectionKeys Keys { get; }

    internal event Action<CommittedBatch>? Committed;

    /// <summary>Real time: leases have nothing to do with a simulated clock.</summary>
    internal TimeProvider Time { get; }

    /// <summary>What this node is called in notifications, so that it can tell its own from those of others.</summary>
    internal string Node { get; }

    internal PostgresConnections Connections { get; }

    internal PostgresWriter Writer { get; }

    internal PostgresListener Listener => _listener;

    /// <summary>Stores what is waiting and lets go of all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync().ConfigureAwait(false);
        await Writer.DisposeAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static NpgsqlDataSource Source(PostgresOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            MaxPoolSize = Math.Clamp(options.MostConnections, 4, 1000),
            CommandTimeout = (int)Math.Ceiling(options.StatementTimeout.TotalSeconds) + 5,
            Timeout = 5,
            KeepAlive = 10,
            // Nothing that a connection is used for changes it, and what is set below must stay.
            NoResetOnClose = true,
            ApplicationName = "Engagement",
            IncludeErrorDetail = false,
        };
        var builder = new NpgsqlDataSourceBuilder(settings.ToString());
        // A statement that a node gave up must not go on in the server, and one that died must not leave a transaction open.
        // Everything is read along an index: plans made while a table was small must not walk through it once it has grown.
        var limits = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SET statement_timeout = {(long)options.StatementTimeout.TotalMilliseconds};
            SET lock_timeout = {(long)options.StatementTimeout.TotalMilliseconds};
            SET idle_in_transaction_session_timeout = {(long)options.StatementTimeout.TotalMilliseconds * 2};
            SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off
            """);
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = Limit(connection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                var command = Limit(connection);
                await using (command.ConfigureAwait(false))
                    await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            });
        return builder.Build();

#pragma warning disable CA2100 // Made of numbers.
        NpgsqlCommand Limit(NpgsqlConnection connection) => new(limits, connection);
#pragma warning restore CA2100
    }

    private static void Migrate(NpgsqlDataSource source, TimeSpan patience)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var connection = source.OpenConnection();
                PostgresSchema.Migrate(connection);
                return;
            }
            catch (NpgsqlException exception) when (IsNotUpYet(exception) && Stopwatch.GetElapsedTime(started) < patience)
            {
                Thread.Sleep(500);
            }
            catch (NpgsqlException exception)
            {
                throw new JournalRefusedException($"The database cannot be used: {exception.Message}", exception);
            }
        }
    }

    private static bool IsNotUpYet(NpgsqlException exception) =>
        exception is not PostgresException postgres || postgres.SqlState == PostgresErrorCodes.CannotConnectNow;
}
