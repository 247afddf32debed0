using Engagement.Hosting.Boards;
using Engagement.Journal;

namespace Engagement.Hosting.Live;

/// <summary>What a watcher asks for.</summary>
/// <param name="Chain">The chain to watch.</param>
/// <param name="Store">One store of it; all when missing.</param>
/// <param name="After">The last position the watcher has seen; a snapshot comes first when missing or too old.</param>
public sealed record WatchRequest(string? Chain, string? Store = null, long? After = null);

/// <summary>What a watcher of recall asks for.</summary>
/// <param name="Chain">The chain to watch.</param>
/// <param name="Store">The members of one store; all when missing.</param>
public sealed record WatchRecallRequest(string? Chain, string? Store = null);

/// <summary>One item to a watcher: a snapshot, or the events up to a position with the board they make.</summary>
public sealed record LiveItem(long Position, LiveSnapshot? Snapshot, IReadOnlyList<CommittedEvent>? Events, Board? Board);

/// <summary>The board as it stands, with the latest events, newest first.</summary>
public sealed record LiveSnapshot : Board
{
    public LiveSnapshot(Board board, IReadOnlyList<CommittedEvent> recent)
        : base(board) => Recent = recent;

    public IReadOnlyList<CommittedEvent> Recent { get; }
}
