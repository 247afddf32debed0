using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Journal.Tests.Suite;

/// <summary>What every store must do alike. Each database inherits all of it.</summary>
public abstract partial class JournalSuite : IAsyncLifetime
{
    private static readonly Instant Noon = Glow.At("2026-03-01 12:00");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected ManualTime Time { get; } = new();

    private protected OpenedStore Store { get; private set; } = null!;

    private IJournal Journal => Store.Journal;

    private IJournalQueries Queries => Store.Queries;

    /// <summary>Opens the store of this test; opened again it holds what it held.</summary>
    protected abstract Task<OpenedStore> OpenAsync(TimeProvider time);

    /// <summary>Whether other processes may have taken what a process that was lost had in hand.</summary>
    protected virtual bool LeasesOutliveTheirProcess => true;

    /// <summary>Takes the store of this test out of the world.</summary>
    protected abstract ValueTask RemoveAsync();

    public async ValueTask InitializeAsync()
    {
        Store = await OpenAsync(Time);
        await Store.Chains.SaveAsync(Glow.Chain(), Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await RemoveAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = await OpenAsync(Time);
    }

    private async Task<IReadOnlyList<CommittedEvent>> WholeFeedAsync(ChainId? chain = null) =>
        await Queries.FeedAsync(chain ?? Glow.Id, 0, 1_000_000, Cancel);

    private async Task<MemberRecord> FoundAsync(string member) =>
        await Journal.FindAsync(Glow.Member(member), Cancel) ?? throw new InvalidOperationException($"{member} is not stored.");
}
