using Engagement.Hosting.Audit;
using Engagement.Journal.Accounts;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>What is noted about signing in beside the calls themselves: never a name, never a password.</summary>
internal sealed class AccountNotes(IEnumerable<IAuditTrail> trails)
{
    /// <param name="account">Whom it is about; null where the name was nobody's.</param>
    public ValueTask SignInAsync(Account? account, string outcome, CancellationToken cancellation) =>
        NoteAsync(account, outcome == "welcome" ? account!.Id.Value : "-", "signIn", outcome, cancellation);

    /// <summary>Somebody changed what she signs in with, or by a link.</summary>
    public ValueTask OwnAsync(Account account, string action, CancellationToken cancellation) =>
        NoteAsync(account, account.Id.Value, action, "done", cancellation);

    private async ValueTask NoteAsync(Account? account, string actor, string action, string outcome, CancellationToken cancellation)
    {
        foreach (var trail in trails)
            await trail.NoteAsync(new(account?.Chain, actor, action, account?.Id.Value, outcome), cancellation).ConfigureAwait(false);
    }
}
