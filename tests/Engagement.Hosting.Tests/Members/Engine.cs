using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Time;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Due;
using Engagement.Hosting.Members;
using Engagement.Hosting.Time;
using Engagement.Journal.Sqlite;

namespace Engagement.Hosting.Tests.Members;

/// <summary>An engine over a store whose faults can be chosen.</summary>
public abstract class Engine : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-members-");
    private readonly SqliteStore _store;
    private readonly DueAlarm _alarm = new();

    protected Engine()
    {
        _store = new(new() { ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "engagement.db")}" });
        Journal = new(_store.Journal);
    }

    public static ChainId Chain { get; } = new("glow");

    public FaultyJournal Journal { get; }

    public abstract IMembers Members { get; }

    public Task<Reply> BuyAsync(string member, string id, decimal amount) =>
        BuyUnlessAsync(member, id, amount, TestContext.Current.CancellationToken);

    /// <summary>The same by somebody who may lose patience.</summary>
    public async Task<Reply> BuyUnlessAsync(string member, string id, decimal amount, CancellationToken impatience)
    {
        var key = new EventKey(id, new((UInt128)amount));
        MemberCommand[] commands = [new Purchase(key, Instant.FromDateTimeOffset(DateTimeOffset.UtcNow.AddHours(-1)), null, amount)];
        return Assert.Single(await Members.SendAsync(new(Chain, new(member)), commands, impatience));
    }

    public async Task<Reply> KeepAsync(string member, Birthday? birthday) => Assert.Single(
        await Members.SendAsync(new(Chain, new(member)), [new KeepProfile(birthday)], TestContext.Current.CancellationToken));

    /// <summary>The member as the store has her.</summary>
    public async Task<Member> StoredAsync(string member) =>
        (await _store.Journal.FindAsync(new(Chain, new(member)), TestContext.Current.CancellationToken))!.State;

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _store.Dispose();
        _alarm.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    protected MemberTurn Turn() => new(Journal, new ChainCatalogue(_store.Chains), new NodeClock(TimeProvider.System), _alarm);

    protected async Task OpenChainAsync()
    {
        var chain = new Domain.Chains.Chain(Chain, "Glow", "CNY") { Version = 1 };
        Assert.True(await _store.Chains.SaveAsync(chain, TestContext.Current.CancellationToken));
    }
}
