using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Journal.Audit;

/// <summary>
/// The audit trails (docs/security/audit.md): one for each chain and one of the system. The entries of a trail are numbered 1, 2,
/// 3 … without a gap, whichever node they come from, and are never changed or taken away.
/// </summary>
public interface IAuditEntries
{
    /// <summary>Adds to one trail or several, in one transaction; those of one trail in the order given.</summary>
    /// <exception cref="JournalUnavailableException">None was stored.</exception>
    ValueTask AppendAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellation);

    /// <summary>Entries of one trail, the first one first.</summary>
    ValueTask<IReadOnlyList<AuditEntry>> ListAsync(ChainId? trail, AuditSearch search, CancellationToken cancellation);

    /// <summary>The latest entry of a trail; number 0 and the trail's first hash where there is none yet.</summary>
    ValueTask<AuditHead> HeadAsync(ChainId? trail, CancellationToken cancellation);

    /// <summary>The latest entry of each trail that has any.</summary>
    ValueTask<IReadOnlyList<AuditHead>> HeadsAsync(CancellationToken cancellation);
}

/// <summary>What is to be entered.</summary>
/// <param name="Trail">Whose trail; null for the system's.</param>
/// <param name="At">When it happened, in real time: a clock that members live by may be a simulated one.</param>
/// <param name="Actor">Who: an account's or a key's id; "-" where nobody has signed in.</param>
/// <param name="Role">As what, such as <c>store_manager</c>; null where nobody has signed in.</param>
/// <param name="Action">What: the name of a call or a word of the same kind.</param>
/// <param name="Subject">The id of what it is about; null where it is about the trail's chain, or the system, as a whole.</param>
/// <param name="Outcome">A status as in HTTP, or a code.</param>
/// <param name="Address">Whence, shortened; null where that is not kept.</param>
public sealed record AuditRecord(
    ChainId? Trail, Instant At, string Actor, string? Role, string Action, string? Subject, string Outcome, string? Address);

/// <summary>An entry as it lies in the store.</summary>
/// <param name="Number">Its place in the trail, from 1.</param>
/// <param name="Entry">The text that was hashed.</param>
/// <param name="Hash">Over the hash before it and the text; 64 lower-case hexadecimal digits.</param>
public sealed record AuditEntry(long Number, string Entry, string Hash);

/// <summary>Up to where a trail has come.</summary>
/// <param name="Trail">Null for the system's.</param>
public sealed record AuditHead(ChainId? Trail, long Number, string Hash);

/// <summary>Which entries to list.</summary>
/// <param name="After">Only those with a higher number.</param>
public sealed record AuditSearch(long After, int Limit, string? Actor = null, string? Action = null, string? Subject = null);
