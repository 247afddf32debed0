using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Journal.Accounts;

/// <summary>What an account is known by: it says nothing about the person and never changes.</summary>
public readonly record struct AccountId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A person on the staff who may sign in (docs/security/accounts.md).</summary>
/// <param name="SignInName">What she signs in with: unique over the whole system, without regard to case.</param>
/// <param name="Name">What others read.</param>
/// <param name="Role">The role's name on the wire.</param>
/// <param name="Chain">Null for system administrators alone.</param>
/// <param name="Stores">The stores she belongs to, in the order of their ids; none for roles without such a limit.</param>
public sealed record Account(
    AccountId Id, string SignInName, string Name, string Role, ChainId? Chain, ImmutableArray<StoreId> Stores)
{
    /// <summary>Null until she has accepted her invitation.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Locked by somebody: she cannot sign in until it is taken back, and her sessions hold no more.</summary>
    public bool IsLocked { get; init; }

    public SignInFailures Failures { get; init; }

    /// <summary>The second step of signing in; null where she has none.</summary>
    public SecondStep? SecondStep { get; init; }

    /// <summary>A secret that she has been shown and not confirmed yet, encrypted.</summary>
    public string? UnconfirmedSecret { get; init; }

    /// <summary>Who she is to her chain's own identity provider, once she has come in through it.</summary>
    public string? Subject { get; init; }

    /// <summary>Goes up with every change, also with those that nobody sees.</summary>
    public long Version { get; init; } = 1;

    public Instant CreatedAt { get; init; }

    public Instant ChangedAt { get; init; }

    /// <summary>The form of a sign-in name that is compared.</summary>
    public static string KeyOf(string signInName)
    {
        ArgumentNullException.ThrowIfNull(signInName);
        return signInName.Trim().Normalize().ToUpperInvariant();
    }

    public bool Equals(Account? other) =>
        other is not null && (Id, SignInName, Name, Role, Chain) == (other.Id, other.SignInName, other.Name, other.Role, other.Chain)
        && Stores.SequenceEqual(other.Stores)
        && (PasswordHash, IsLocked, Failures, SecondStep, UnconfirmedSecret, Subject, Version, CreatedAt, ChangedAt)
        == (other.PasswordHash, other.IsLocked, other.Failures, other.SecondStep, other.UnconfirmedSecret, other.Subject, other.Version, other.CreatedAt, other.ChangedAt);

    public override int GetHashCode() => HashCode.Combine(Id, Version);
}

/// <summary>Attempts to sign in that went wrong since the last that went well.</summary>
/// <param name="Until">Nobody is let in before; null where there is no such wait.</param>
public readonly record struct SignInFailures(int Count, Instant? Until);

/// <summary>One-time passwords after RFC 6238, and the codes for whoever has lost the device.</summary>
/// <param name="Secret">Encrypted.</param>
/// <param name="LastStep">The latest step of time that was used: none up to it is taken again.</param>
/// <param name="RecoveryCodes">The digests of those that are left.</param>
public sealed record SecondStep(string Secret, long LastStep, ImmutableArray<string> RecoveryCodes)
{
    public bool Equals(SecondStep? other) =>
        other is not null && (Secret, LastStep) == (other.Secret, other.LastStep) && RecoveryCodes.SequenceEqual(other.RecoveryCodes);

    public override int GetHashCode() => HashCode.Combine(Secret, LastStep, RecoveryCodes.Length);
}
