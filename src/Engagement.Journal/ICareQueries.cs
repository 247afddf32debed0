using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Journal;

/// <summary>What staff are to do and what members are sent, as lists. They change with the commits of their members.</summary>
public interface ICareQueries
{
    /// <summary>Tasks in the order in which they are due, then of their ids.</summary>
    ValueTask<IReadOnlyList<TaskRow>> TasksAsync(ChainId chain, TaskSearch search, CancellationToken cancellation);

    /// <summary>How many of the tasks that are not closed are in which state, as of <see cref="TaskCountAsked.Now"/>.</summary>
    ValueTask<TaskCounts> CountTasksAsync(ChainId chain, TaskCountAsked asked, CancellationToken cancellation);

    /// <summary>
    /// The same for each home store at once, and for members without one; where all tasks are closed there is no entry. Nobody's are
    /// counted as <see cref="TaskCounts.Mine"/>.
    /// </summary>
    ValueTask<IReadOnlyDictionary<StoreKey, TaskCounts>> CountTasksByStoreAsync(
        ChainId chain, Instant now, Instant soon, CancellationToken cancellation);

    /// <summary>
    /// What staff did: the tasks that are done and were closed from <paramref name="from"/> up to but not including <paramref name="to"/>,
    /// in that order.
    /// </summary>
    /// <param name="store">Only of members at home there; null for all.</param>
    ValueTask<IReadOnlyList<DoneTask>> DoneTasksAsync(
        ChainId chain, StoreId? store, Instant from, Instant to, CancellationToken cancellation);

    /// <summary>
    /// The renewals of cards (a card renewed, or issued to a member who had had one) at most <paramref name="within"/> after a task was
    /// done for their members, of the tasks that <see cref="DoneTasksAsync"/> lists. Each comes once, in the order of positions.
    /// </summary>
    ValueTask<IReadOnlyList<CommittedEvent>> RenewalsAfterTasksAsync(
        ChainId chain, StoreId? store, Instant from, Instant to, TimeSpan within, CancellationToken cancellation);

    /// <summary>A task by the id outside programs know it by; null if there is none.</summary>
    ValueTask<TaskRow?> TaskAsync(ChainId chain, string id, CancellationToken cancellation);

    /// <summary>Messages, the latest planned first.</summary>
    ValueTask<IReadOnlyList<MessageRow>> MessagesAsync(ChainId chain, MessageSearch search, CancellationToken cancellation);

    /// <summary>A message by the id outside programs know it by; null if there is none.</summary>
    ValueTask<MessageRow?> MessageAsync(ChainId chain, string id, CancellationToken cancellation);
}

/// <summary>Which tasks to list.</summary>
/// <param name="States">None: all.</param>
/// <param name="After">Only tasks after this place of the list.</param>
public sealed record TaskSearch(
    IReadOnlyList<TaskState> States, StoreId? Store, StaffId? Assignee, MemberId? Member, TaskPlace? After, int Limit)
{
    /// <summary>Only those that the manager has been shown.</summary>
    public bool IsEscalated { get; init; }

    /// <summary>Only those not closed (now, or at <see cref="OpenAt"/>) that were due by then; null for all.</summary>
    public Instant? OverdueAt { get; init; }

    /// <summary>Only those that were open at this instant: opened by then, and neither closed nor of no use any more. Null for all.</summary>
    public Instant? OpenAt { get; init; }
}

/// <summary>Which tasks to count.</summary>
/// <param name="Mine">Whose are counted as <see cref="TaskCounts.Mine"/>.</param>
/// <param name="Soon">What is due after <paramref name="Now"/> and by then is due soon.</param>
public sealed record TaskCountAsked(StoreId? Store, StaffId? Mine, Instant Now, Instant Soon);

/// <summary>The tasks that are not closed, counted.</summary>
/// <param name="Overdue">Due by now, put off or not.</param>
/// <param name="Escalated">Shown to the manager.</param>
/// <param name="Mine">Claimed or put off by the one who asked.</param>
public sealed record TaskCounts(long Open, long Claimed, long Snoozed, long Overdue, long Escalated, long DueSoon, long Mine);

/// <summary>A place in a list of tasks.</summary>
public readonly record struct TaskPlace(Instant DueAt, string Id);

/// <summary>A task as lists show it.</summary>
/// <param name="Id">Made of chain, member and number so that it says nothing of them; it never changes.</param>
/// <param name="Store">The member's home store.</param>
/// <param name="Outcome">What came of it; null while it is not done.</param>
/// <param name="ClosedAt">When it was done, expired or withdrawn; null before.</param>
public sealed record TaskRow(string Id, MemberId Member, StoreId? Store, StaffTask Task, string? Outcome, Instant? ClosedAt);

/// <summary>A task that somebody did.</summary>
/// <param name="Store">The member's home store.</param>
/// <param name="Outcome">What came of it (<see cref="Outcomes"/>).</param>
public sealed record DoneTask(StaffId By, MemberId Member, StoreId? Store, Instant At, string Outcome);

/// <summary>Which messages to list.</summary>
/// <param name="Before">Only messages before this place of the list.</param>
public sealed record MessageSearch(MemberId? Member, MessageState? State, MessagePlace? Before, int Limit)
{
    /// <summary>Only those of this playbook, or of a campaign as <c>campaign:NAME</c>.</summary>
    public string? Playbook { get; init; }

    public string? Channel { get; init; }
}

/// <summary>A place in a list of messages.</summary>
public readonly record struct MessagePlace(Instant PlannedAt, string Id);

/// <summary>Where a message stands.</summary>
public enum MessageState
{
    Planned,
    Moved,
    Sent,
    Delivered,
    Failed,
    Cancelled,
}

/// <summary>A message as lists show it.</summary>
/// <param name="PlannedAt">When it goes, went or was to go.</param>
/// <param name="Decisions">Everything that was decided about it, in order.</param>
public sealed record MessageRow(
    string Id,
    MemberId Member,
    MessageNumber Number,
    string Playbook,
    string Template,
    string Channel,
    string? Offer,
    MessageState State,
    Instant PlannedAt,
    Instant? SentAt,
    IReadOnlyList<MessageDecision> Decisions)
{
    /// <summary>The member's home store.</summary>
    public StoreId? Store { get; init; }
}

/// <summary>One decision about a message.</summary>
/// <param name="What">planned, moved, released, cancelled, sent, delivered or failed.</param>
/// <param name="Why">A stable code, such as <c>quiet_hours</c>; empty where none is needed.</param>
/// <param name="Until">Where it was moved to.</param>
public sealed record MessageDecision(Instant At, string What, string Why, Instant? Until = null);
