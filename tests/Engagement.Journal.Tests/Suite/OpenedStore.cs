namespace Engagement.Journal.Tests.Suite;

/// <summary>A store as the suite sees it, whichever database is behind it.</summary>
public sealed record OpenedStore(
    IJournal Journal, IJournalQueries Queries, IDueIndex Due, IChainDirectory Chains, Func<ValueTask> Close) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Close();
}
