using Engagement.Journal.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>What became of an attempt to sign in.</summary>
internal abstract record SignInResult
{
    private SignInResult()
    {
    }

    public sealed record Welcome(Account Account) : SignInResult;

    /// <summary>Name or password is wrong, or nobody is let in by this name now: which of them is not told.</summary>
    public sealed record Wrong : SignInResult;

    /// <summary>All was right so far, and there is a second step.</summary>
    public sealed record SecondStepNeeded : SignInResult;

    public sealed record SecondStepWrong : SignInResult;
}

/// <summary>Signs people in by name and password, and by a second step where they have one.</summary>
internal sealed class PasswordSignIn(
    IAccounts accounts, Passwords passwords, SecondSteps secondSteps, SignInAttempts attempts, AccountNotes notes, TimeProvider time)
{
    private static readonly Account Nobody = new(new("-"), "-", "-", "-", null, []) { Version = 0 };

    public async ValueTask<SignInResult> TryAsync(string? signInName, string? password, string? oneTimePassword, CancellationToken cancellation)
    {
        var known = signInName is { Length: > 0 and <= SignInNames.Longest }
            ? await accounts.FindAsync(signInName, cancellation).ConfigureAwait(false)
            : null;
        var account = await CountAsync(known, cancellation).ConfigureAwait(false);
        var verified = passwords.Verify(account?.PasswordHash, password);
        if (account is null || verified == PasswordVerificationResult.Failed)
        {
            await notes.SignInAsync(known, known is null ? "unknown_name" : account is null ? "closed" : "wrong_password", cancellation)
                .ConfigureAwait(false);
            return new SignInResult.Wrong();
        }

        if (account.SecondStep is not null && string.IsNullOrWhiteSpace(oneTimePassword))
        {
            await attempts.TakeBackAsync(account.Id, cancellation).ConfigureAwait(false);
            return new SignInResult.SecondStepNeeded();
        }

        var rehashed = verified == PasswordVerificationResult.SuccessRehashNeeded ? passwords.Hash(password!) : account.PasswordHash;
        var welcome = await accounts.ChangeAsync(
            account.Id,
            now => now.IsLocked || now.PasswordHash != account.PasswordHash ? null : Welcomed(now with { PasswordHash = rehashed }, oneTimePassword),
            cancellation).ConfigureAwait(false);
        await notes.SignInAsync(account, welcome is null ? "wrong_second_step" : "welcome", cancellation).ConfigureAwait(false);
        return welcome is null ? new SignInResult.SecondStepWrong() : new SignInResult.Welcome(welcome);
    }

    /// <summary>The account without what was counted against it, and its second step used; null where that is wrong.</summary>
    internal Account? Welcomed(Account account, string? oneTimePassword)
    {
        if (account.SecondStep is not { } second)
            return account with { Failures = default };
        return secondSteps.Use(second, oneTimePassword, time.Now()) is { } used
            ? account with { Failures = default, SecondStep = used }
            : null;
    }

    // For a name that is nobody's the store is asked for as much as for one that is somebody's.
    private async ValueTask<Account?> CountAsync(Account? known, CancellationToken cancellation)
    {
        if (known is not null)
            return await attempts.CountAsync(known.Id, cancellation).ConfigureAwait(false);
        await accounts.FindAsync(Nobody.Id, cancellation).ConfigureAwait(false);
        await accounts.ChangeAsync(Nobody, cancellation).ConfigureAwait(false);
        return null;
    }
}
