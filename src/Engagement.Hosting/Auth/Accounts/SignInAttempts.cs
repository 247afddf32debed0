using Engagement.Journal.Accounts;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>
/// Counts attempts to sign in, in the store: a restart or another node forgets none. An attempt is counted before it is looked
/// at, so that however many come at the same moment no more are looked at than may be.
/// </summary>
internal sealed class SignInAttempts(IAccounts accounts, TimeProvider time)
{
    /// <summary>So many may be wrong in a row.</summary>
    public const int Most = 5;

    /// <summary>For so long the account is closed then; after every further wrong attempt for twice as long.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    /// <summary>Counts an attempt; the account it is about, or null where none may be made now.</summary>
    public ValueTask<Account?> CountAsync(AccountId id, CancellationToken cancellation)
    {
        var now = time.Now();
        return accounts.ChangeAsync(
            id,
            account => account.IsLocked || account.Failures.Until > now ? null : account with { Failures = Counted(account.Failures.Count + 1) },
            cancellation);
    }

    /// <summary>Takes back what was counted: the attempt was not wrong, but it is not over either.</summary>
    public async ValueTask TakeBackAsync(AccountId id, CancellationToken cancellation) => await accounts.ChangeAsync(
        id, account => account with { Failures = Counted(Math.Max(account.Failures.Count - 1, 0)) }, cancellation).ConfigureAwait(false);

    private SignInFailures Counted(int count) => new(
        count,
        count < Most ? null : time.Now() + TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << Math.Min(count - Most, 10), LongestWait.Ticks)));
}
