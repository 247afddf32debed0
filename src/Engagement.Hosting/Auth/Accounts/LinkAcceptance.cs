using Engagement.Journal.Accounts;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>What became of an attempt to use a link.</summary>
internal abstract record AcceptResult
{
    private AcceptResult()
    {
    }

    public sealed record Welcome(Account Account) : AcceptResult;

    /// <summary>The link was used, is too old, or never was.</summary>
    public sealed record NoLink : AcceptResult;

    public sealed record Fault(string Field, string Why) : AcceptResult;

    public sealed record NameTaken : AcceptResult;

    public sealed record SecondStepNeeded : AcceptResult;

    public sealed record SecondStepWrong : AcceptResult;
}

/// <summary>Lets whoever has a link choose a password, and makes the first administrator's account.</summary>
internal sealed class LinkAcceptance(
    IAccounts accounts, ISessions sessions, AccountLinks links, Passwords passwords, PasswordSignIn signIn, SignInAttempts attempts,
    AccountNotes notes, TimeProvider time)
{
    /// <param name="signInName">For the first administrator, who has none yet; others keep theirs.</param>
    /// <param name="oneTimePassword">For whoever has a second step: a link does not go past it.</param>
    public async ValueTask<AcceptResult> AcceptAsync(
        string? code, string? password, string? signInName, string? name, string? oneTimePassword, CancellationToken cancellation)
    {
        if (await links.FindAsync(code, cancellation).ConfigureAwait(false) is not { } link || link.Purpose == LinkPurpose.SignIn)
            return new AcceptResult.NoLink();
        if (link.Account is not { } id)
            return await FirstAsync(link, password, signInName, name, cancellation).ConfigureAwait(false);
        if (await accounts.FindAsync(id, cancellation).ConfigureAwait(false) is not { IsLocked: false } account)
            return new AcceptResult.NoLink();
        if (Passwords.FaultOf(password, account.SignInName) is { } why)
            return new AcceptResult.Fault("password", why);
        var dropsSecondStep = link.Purpose == LinkPurpose.RecoverWithoutSecondStep;
        if (account.SecondStep is { } second && !dropsSecondStep)
        {
            if (string.IsNullOrWhiteSpace(oneTimePassword))
                return new AcceptResult.SecondStepNeeded();
            if (await attempts.CountAsync(id, cancellation).ConfigureAwait(false) is not { } counted || signIn.Welcomed(counted, oneTimePassword) is null)
                return new AcceptResult.SecondStepWrong();
        }

        var hash = passwords.Hash(password!);
        if (!await accounts.TakeLinkAsync(link.Digest, cancellation).ConfigureAwait(false))
            return new AcceptResult.NoLink();
        var changed = await accounts.ChangeAsync(
            id,
            now => now.IsLocked
                ? null
                : signIn.Welcomed(dropsSecondStep ? now with { SecondStep = null } : now, oneTimePassword) is { } welcomed
                    ? welcomed with { PasswordHash = hash, ChangedAt = time.Now() }
                    : null,
            cancellation).ConfigureAwait(false);
        if (changed is null)
            return new AcceptResult.NoLink();
        await sessions.EndAllAsync(id, null, cancellation).ConfigureAwait(false);
        await notes.OwnAsync(changed, link.Purpose == LinkPurpose.Invite ? "acceptInvitation" : "recoverAccount", cancellation).ConfigureAwait(false);
        return new AcceptResult.Welcome(changed);
    }

    private async ValueTask<AcceptResult> FirstAsync(
        AccountLink link, string? password, string? signInName, string? name, CancellationToken cancellation)
    {
        if (!SignInNames.IsValid(signInName))
            return new AcceptResult.Fault("signInName", SignInNames.Rule);
        if (Passwords.FaultOf(password, signInName!) is { } why)
            return new AcceptResult.Fault("password", why);
        if (name is not null && !Api.Identifiers.IsName(name))
            return new AcceptResult.Fault("name", "must have 1 to 200 characters, none of them a control character");
        var now = time.Now();
        var account = new Account(
            StaffIds.New(), signInName!, name ?? signInName!, StaffRoles.NameOf(StaffRole.SystemAdministrator), null, [])
        {
            PasswordHash = passwords.Hash(password!),
            CreatedAt = now,
            ChangedAt = now,
        };
        if (await accounts.FindAsync(signInName!, cancellation).ConfigureAwait(false) is not null)
            return new AcceptResult.NameTaken();
        if (!await accounts.TakeLinkAsync(link.Digest, cancellation).ConfigureAwait(false))
            return new AcceptResult.NoLink();
        if (!await accounts.AddAsync(account, cancellation).ConfigureAwait(false))
            return new AcceptResult.NameTaken();
        await notes.OwnAsync(account, "acceptInvitation", cancellation).ConfigureAwait(false);
        return new AcceptResult.Welcome(account);
    }
}
