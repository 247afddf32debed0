using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Time;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Due;
using Engagement.Hosting.Members;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Sqlite;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Tests.Members;

/// <summary>The embedded engine over a store whose faults can be chosen.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-members-");
    private readonly SqliteStore _store;
    private readonly DueAlarm _alarm = new();

    private Engine(int mostAwake)
    {
        _store = new(new() { ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "engagement.db")}" });
        Journal = new(_store.Journal);
        var turn = new MemberTurn(Journal, new ChainCatalogue(_store.Chains), new NodeClock(TimeProvider.System), _alarm);
        Members = new(turn, Options.Create(new LocalMembersOptions { MostAwake = mostAwake }), TimeProvider.System);
    }

    public static ChainId Chain { get; } = new("glow");

    public FaultyJournal Journal { get; }

    public LocalMembers Members { get; }

    public static async Task<Engine> StartAsync(int mostAwake = 1000)
    {
        var engine = new Engine(mostAwake);
        var chain = new Domain.Chains.Chain(Chain, "Glow", "CNY") { Version = 1 };
        Assert.True(await engine._store.Chains.SaveAsync(chain, TestContext.Current.CancellationToken));
        return engine;
    }

    public async Task<Reply> BuyAsync(string member, string id, decimal amount)
    {
        var key = new EventKey(id, new((UInt128)amount));
        MemberCommand[] commands = [new Purchase(key, Instant.FromDateTimeOffset(DateTimeOffset.UtcNow.AddHours(-1)), null, amount)];
        return Assert.Single(await Members.SendAsync(new(Chain, new(member)), commands, TestContext.Current.CancellationToken));
    }

    /// <summary>The member as the store has her.</summary>
    public async Task<Member> StoredAsync(string member) =>
        (await _store.Journal.FindAsync(new(Chain, new(member)), TestContext.Current.CancellationToken))!.State;

    public async ValueTask DisposeAsync()
    {
        await Members.StopAsync(CancellationToken.None);
        Members.Dispose();
        _store.Dispose();
        _alarm.Dispose();
        _folder.Delete(recursive: true);
    }
}

/// <summary>A journal that passes everything on, but for the appends it was told to fail.</summary>
internal sealed class FaultyJournal(IJournal inner) : IJournal
{
    /// <summary>Decides what becomes of an append; null lets it pass.</summary>
    public Func<Append, AppendResult?>? OnAppend { get; set; }

    public event Action<CommittedBatch>? Committed
    {
        add => inner.Committed += value;
        remove => inner.Committed -= value;
    }

    public event Action<ChainId, long>? Advanced
    {
        add => inner.Advanced += value;
        remove => inner.Advanced -= value;
    }

    public async ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancellation) =>
        OnAppend?.Invoke(append) ?? await inner.AppendAsync(append, cancellation);

    public ValueTask<MemberRecord?> FindAsync(MemberKey key, CancellationToken cancellation) => inner.FindAsync(key, cancellation);

    public ValueTask<IReadOnlyDictionary<string, ContentFingerprint>> FindTakenAsync(
        ChainId chain, IReadOnlyCollection<string> ids, CancellationToken cancellation) => inner.FindTakenAsync(chain, ids, cancellation);

    public ValueTask<long> HeadAsync(ChainId chain, CancellationToken cancellation) => inner.HeadAsync(chain, cancellation);
}
