using System.Collections.Concurrent;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Hosting.Boards;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Jobs;
using Engagement.Hosting.Members;
using Engagement.Hosting.Tests.Outbox;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Campaigns;
using Engagement.Journal.Formats;
using Engagement.Journal.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Hosting.Tests.Jobs;

/// <summary>
/// A node's campaigns over a store in a file and a clock that is moved by hand. Members take a campaign as they do: each time of it
/// once; and it may be told to break down in the middle.
/// </summary>
internal sealed class CampaignOffice : IMembers, IAsyncDisposable
{
    public static readonly ChainId Id = new("glow");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-jobs-");
    private readonly ConcurrentDictionary<(MemberKey Member, string Campaign, Instant Occurrence), int> _told = new();
    private readonly SqliteStore _store;
    private int _untilCrash = int.MaxValue;

    private CampaignOffice(string start)
    {
        Time = new(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture));
        _store = new(new SqliteOptions { ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "jobs.db")}" }, Time);
        Clock = new(Time);
        Chains = new(_store.Chains);
        Open(this);
    }

    public ManualTime Time { get; }

    public NodeClock Clock { get; }

    public ChainCatalogue Chains { get; }

    public CampaignTimes Times { get; private set; } = null!;

    public CampaignRunner Runner { get; private set; } = null!;

    public DigestMaking Digests { get; private set; } = null!;

    public JobsOptions Options { get; } = new() { PageSize = 4, MostAtOnce = 2 };

    public SqliteStore Store => _store;

    /// <summary>Whom a campaign has reached at which of its times, each once.</summary>
    public IEnumerable<(string Member, Instant Occurrence)> Reached => _told.Keys.Select(key => (key.Member.Member.Value, key.Occurrence));

    /// <summary>Opens the office with stores in two hemispheres; nobody but tests' own campaigns is about.</summary>
    public static async Task<CampaignOffice> OpenAsync(string start, params (string Store, string Zone)[] stores)
    {
        var office = new CampaignOffice(start);
        await office.SaveAsync(new Chain(Id, "Glow", "CNY")
        {
            Version = 1,
            RulesSince = office.Clock.Now,
            Stores = [.. stores.Select(store => new Store(new(store.Store), store.Store, store.Zone))],
        });
        return office;
    }

    /// <summary>What a node has in memory is gone, as after a start.</summary>
    public void Restart() => Open(this);

    public async Task PutAsync(string name, Campaign campaign)
    {
        var chain = await ChainAsync();
        await SaveAsync(chain with
        {
            Version = chain.Version + 1,
            Campaigns = chain.Campaigns.SetItem(name, campaign with { Version = chain.Version + 1, Since = Clock.Now }),
        });
    }

    public async Task PauseAsync(string name)
    {
        var chain = await ChainAsync();
        await SaveAsync(chain with
        {
            Version = chain.Version + 1,
            Campaigns = chain.Campaigns.SetItem(name, chain.Campaign(name)! with { Paused = true }),
        });
    }

    /// <summary>Members who were in once and are at home in a store, or in none.</summary>
    public async Task JoinAsync(string? store, params string[] members)
    {
        var chain = await ChainAsync();
        foreach (var name in members)
            await DoAsync(name, new Domain.Visits.Visit(
                new($"v-{name}", default), Clock.Now, store is null ? null : new StoreId(store), null, null));
    }

    public async Task DoAsync(string name, MemberCommand command)
    {
        var chain = await ChainAsync();
        var key = new MemberKey(Id, new(name));
        var record = await _store.Journal.FindAsync(key, TestContext.Current.CancellationToken);
        var rules = ChainFormat.RulesOf(chain);
        var state = record?.State ?? Member.Unknown;
        var accepted = Assert.IsType<Decision.Accepted>(Decider.Decide(rules, state with { Id = key.Member }, command, Clock.Now));
        var due = Passage.NextDue(rules.For(accepted.After.Home), accepted.After);
        var append = new Append(key, record?.Row ?? 0, record?.Version ?? 0, accepted.After, rules.Version, due, accepted.Events);
        Assert.True((await _store.Journal.AppendAsync(append, TestContext.Current.CancellationToken)).IsCommitted);
    }

    /// <summary>Time goes on in steps; at each the office looks what is due, as the scheduler has it do.</summary>
    public async Task LiveAsync(TimeSpan span, TimeSpan step)
    {
        for (var gone = TimeSpan.Zero; gone < span; gone += step)
        {
            Time.Advance(step);
            await WorkAsync();
        }
    }

    /// <summary>Looks what is due and carries it out.</summary>
    public async Task WorkAsync()
    {
        await Times.LookAsync(await ChainAsync(), TestContext.Current.CancellationToken);
        await Runner.RoundAsync(TestContext.Current.CancellationToken);
        await Runner.SettledAsync();
    }

    public async Task<IReadOnlyList<CampaignRun>> RunsAsync(string name) =>
        await _store.CampaignRuns.ListAsync(Id, name, null, 100, TestContext.Current.CancellationToken);

    public async Task<Chain> ChainAsync() => (await Chains.ReadAsync(Id, TestContext.Current.CancellationToken))!;

    public void CrashAfter(int members) => _untilCrash = members;

    public ValueTask<IReadOnlyList<Reply>> SendAsync(MemberKey member, IReadOnlyList<MemberCommand> commands, CancellationToken cancellation)
    {
        if (Interlocked.Decrement(ref _untilCrash) < 0)
            throw new InvalidOperationException("The node is lost.");
        var told = (ReceiveCampaign)commands.Single();
        var times = _told.AddOrUpdate((member, told.Campaign, told.Occurrence), 1, (_, before) => before + 1);
        return new([times == 1 ? new(Outcome.Accepted) : Reply.Duplicate]);
    }

    public async ValueTask DisposeAsync()
    {
        await Runner.SettledAsync();
        Runner.Dispose();
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    private static void Open(CampaignOffice office)
    {
        var options = Microsoft.Extensions.Options.Options.Create(office.Options);
        office._untilCrash = int.MaxValue;
        var bell = new RunBell();
        office.Times = new(office._store.CampaignRuns, bell, office.Clock, options, NullLogger<CampaignTimes>.Instance);
        office.Runner = new(
            office._store.CampaignRuns, office._store.Segments, new(office._store.Segments, office._store.Value, office.Chains),
            office._store.Journal, office, office.Chains, bell, office.Clock, office.Time, options, NullLogger<CampaignRunner>.Instance);
        office.Digests = new(office._store.Digests, new BoardQuery(office._store.Queries, office.Chains, office.Clock), office.Chains, office.Clock, options);
    }

    private async Task SaveAsync(Chain chain) => Assert.True(await Chains.SaveAsync(chain, TestContext.Current.CancellationToken));
}
