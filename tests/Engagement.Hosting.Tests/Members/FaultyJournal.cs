using Engagement.Domain.Identity;
using Engagement.Journal;

namespace Engagement.Hosting.Tests.Members;

/// <summary>A journal that passes everything on, but for the appends it was told to fail.</summary>
public sealed class FaultyJournal(IJournal inner) : IJournal
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
