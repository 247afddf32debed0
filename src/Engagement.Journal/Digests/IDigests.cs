using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Journal.Digests;

/// <summary>What each calendar day brought each store, as it was worked out once the day was over.</summary>
public interface IDigests
{
    /// <summary>Stores a digest; false, and nothing changed, if that day of the store has one.</summary>
    ValueTask<bool> SaveAsync(ChainId chain, Digest digest, CancellationToken cancellation);

    /// <summary>Digests, the latest day first; of one day, in the order of the stores.</summary>
    ValueTask<IReadOnlyList<Digest>> ListAsync(ChainId chain, DigestSearch search, CancellationToken cancellation);

    /// <summary>The latest day that each store has a digest of.</summary>
    ValueTask<IReadOnlyDictionary<StoreId, DateOnly>> LatestAsync(ChainId chain, CancellationToken cancellation);

    /// <summary>The tasks that were not closed at an instant, by the home store of their members.</summary>
    ValueTask<IReadOnlyDictionary<StoreKey, OpenTasks>> OpenTasksAsync(ChainId chain, Instant at, CancellationToken cancellation);
}

/// <summary>Which digests to list.</summary>
/// <param name="After">Only digests after this place of the list.</param>
public sealed record DigestSearch(StoreId? Store, DateOnly? Day, DigestPlace? After, int Limit);

/// <summary>A place in a list of digests.</summary>
public readonly record struct DigestPlace(DateOnly Day, StoreId Store);

/// <summary>A calendar day of a store.</summary>
/// <param name="Day">The day by the store's clocks.</param>
public sealed record Digest(StoreId Store, DateOnly Day, Instant MadeAt, DigestFigures Figures);

/// <summary>Tasks that were not closed.</summary>
/// <param name="Open">All of them, also those that somebody has.</param>
/// <param name="Overdue">Those that should have been done by then.</param>
public readonly record struct OpenTasks(long Open, long Overdue);
