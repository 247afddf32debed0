using Engagement.Domain.Identity;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Journal;

/// <summary>What is read from the journal and its read columns. Every list is bounded by its limit.</summary>
public interface IJournalQueries
{
    /// <summary>Committed events after a position, oldest first.</summary>
    ValueTask<IReadOnlyList<CommittedEvent>> FeedAsync(ChainId chain, long after, int limit, CancellationToken cancellation);

    /// <summary>
    /// What happened in a chain, the latest first by when it happened and then by when it was told, strictly before
    /// <paramref name="before"/>.
    /// </summary>
    /// <param name="store">Only what is filed under this store; null for all.</param>
    ValueTask<IReadOnlyList<CommittedEvent>> HappenedAsync(
        ChainId chain, StoreId? store, TimelinePlace before, int limit, CancellationToken cancellation);

    /// <summary>A member's events, newest first, strictly before <paramref name="before"/>.</summary>
    ValueTask<IReadOnlyList<CommittedEvent>> TimelineAsync(
        MemberKey key, TimelinePlace? before, int limit, CancellationToken cancellation);

    /// <summary>Where on a member's timeline the event with this position is; null if it is none of hers.</summary>
    ValueTask<TimelinePlace?> PlaceAsync(MemberKey key, long position, CancellationToken cancellation);

    /// <summary>All of a member's events in the order they were told, to rebuild her from.</summary>
    ValueTask<IReadOnlyList<CommittedEvent>> HistoryAsync(MemberKey key, CancellationToken cancellation);

    /// <summary>Suspicious uses of cards (<c>card_use_suspicious</c>), newest first.</summary>
    /// <param name="store">Only of members at home there; null for all.</param>
    /// <param name="before">Only those at positions below this; null for all.</param>
    ValueTask<IReadOnlyList<CommittedEvent>> CardFlagsAsync(
        ChainId chain, StoreId? store, long? before, int limit, CancellationToken cancellation);

    ValueTask<IReadOnlyList<MemberRow>> SearchAsync(ChainId chain, MemberSearch search, CancellationToken cancellation);

    /// <summary>
    /// How many members were at each level, by home store: by all that was told up to the head (<see cref="BoardAsked.At"/>
    /// null), or by what was told to have happened up to and including that instant; with the events of the days asked for,
    /// and the members with something due by then that has not been told yet. All of it as of one moment.
    /// </summary>
    ValueTask<BoardReading> BoardAsync(ChainId chain, BoardAsked asked, CancellationToken cancellation);
}

/// <summary>What is wanted for a board.</summary>
/// <param name="At">The past instant; null for the present.</param>
/// <param name="EventsFrom">From when on events are wanted.</param>
/// <param name="OverdueAt">By when something must have been due to be overdue.</param>
/// <param name="Overdue">Is given each overdue member; null if nobody wants to know.</param>
public sealed record BoardAsked(Instant? At, Instant EventsFrom, Instant OverdueAt = default, Action<MemberRecord>? Overdue = null);

/// <summary>A place on a timeline: events are ordered by when they happened, then by when they were told.</summary>
public readonly record struct TimelinePlace(Instant At, long Position);

/// <summary>The read columns of a member's row.</summary>
public sealed record MemberRow(
    MemberId Id, StoreId? Home, Stage Stage, Instant StageSince, AttentionFlags Flags, Instant? DueAt);

/// <summary>Which members to list, in the order of their ids.</summary>
/// <param name="IdPrefix">Only ids that start with this.</param>
/// <param name="After">Only ids after this one.</param>
public sealed record MemberSearch(
    Stage? Stage, StoreId? Home, AttentionFlags Flags, string? IdPrefix, MemberId? After, int Limit)
{
    /// <summary>Only those who were in this group as of the last night (docs/domain §5); null for all.</summary>
    public RfmGroup? Group { get; init; }

    /// <summary>Only those who had these scores as of the last night; null for all.</summary>
    public ScoresSought? Scores { get; init; }

    /// <summary>Also those who were erased, or are about to be.</summary>
    public bool WithErased { get; init; }
}

/// <summary>A cell of the grid of scores, or a row, column or plane of it: each from 1 to 5, null for any.</summary>
public sealed record ScoresSought(int? R, int? F, int? M);

/// <summary>What a board is made from.</summary>
/// <param name="Position">The head this reading was made at.</param>
public sealed record BoardReading(
    long Position, IReadOnlyDictionary<StoreKey, Levels> Levels, IReadOnlyList<CommittedEvent> Events);

/// <summary>A home store, or none: usable as a key.</summary>
public readonly record struct StoreKey(StoreId? Store);
