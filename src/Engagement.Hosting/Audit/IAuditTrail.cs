using Engagement.Domain.Identity;

namespace Engagement.Hosting.Audit;

/// <summary>Who saw and changed what (docs/security.md): it is only ever added to.</summary>
public interface IAuditTrail
{
    /// <summary>Returns once the note is stored.</summary>
    /// <exception cref="Journal.JournalUnavailableException">It could not be stored; what it is about must then not happen either.</exception>
    ValueTask NoteAsync(AuditNote note, CancellationToken cancellation);
}

/// <summary>Something that somebody saw, changed or tried.</summary>
/// <param name="Chain">Whose trail it belongs to; null for the system's own.</param>
/// <param name="Actor">The caller's id; "-" where nobody has signed in.</param>
/// <param name="Action">The name of the call in the API's description, such as <c>getMember</c>, or a word of the same kind.</param>
/// <param name="Subject">The id of what it is about: a member, a task, an account. Never a name, a phone or a secret.</param>
/// <param name="Outcome">The status of the answer as in HTTP, or a code such as <c>wrong_password</c>.</param>
public sealed record AuditNote(ChainId? Chain, string Actor, string Action, string? Subject, string Outcome);
