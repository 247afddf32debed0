using Engagement.Domain.Time;

namespace Engagement.Journal.Accounts;

/// <summary>What a link lets somebody do, once.</summary>
public enum LinkPurpose
{
    /// <summary>Choose the first password.</summary>
    Invite,

    /// <summary>Choose a new password.</summary>
    Recover,

    /// <summary>Choose a new password, and do without the second step from then on.</summary>
    RecoverWithoutSecondStep,

    /// <summary>Sign in without a password.</summary>
    SignIn,

    /// <summary>Make the first administrator's account, which is nobody's yet.</summary>
    FirstAdministrator,
}

/// <summary>A link that has been handed out and not been used. There is one for an account at a time: a later one ends it.</summary>
/// <param name="Digest">The code's SHA-256 in lower-case hexadecimal digits: the code itself is nowhere.</param>
/// <param name="Account">Null for <see cref="LinkPurpose.FirstAdministrator"/>.</param>
/// <param name="Until">In real time.</param>
public sealed record AccountLink(string Digest, AccountId? Account, LinkPurpose Purpose, Instant Until);
