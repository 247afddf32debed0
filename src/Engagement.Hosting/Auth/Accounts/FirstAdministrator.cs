using Engagement.Journal.Accounts;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>
/// Where nobody can administer the system yet, whoever starts a node gets a link to become the one who does. Every start until it is
/// used makes a fresh one, and ends the one before.
/// </summary>
internal sealed class FirstAdministrator(IAccounts accounts, AccountLinks links, IOptions<BootstrapOptions> bootstrap)
{
    /// <summary>The link; null where there is a key in the settings, or an administrator who can sign in.</summary>
    public async ValueTask<IssuedLink?> LinkAsync(CancellationToken cancellation) =>
        string.IsNullOrEmpty(bootstrap.Value.ApiKey) && !await accounts.HaveAdministratorAsync(null, cancellation).ConfigureAwait(false)
            ? await links.IssueAsync(null, LinkPurpose.FirstAdministrator, cancellation).ConfigureAwait(false)
            : null;
}
