using System.Security.Cryptography;
using Engagement.Domain.Time;
using Engagement.Journal.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>The second step of signing in: a one-time password from an app, or a recovery code.</summary>
internal sealed class SecondSteps(IDataProtectionProvider protection)
{
    private const string Issuer = "Engagement";

    private readonly IDataProtector _protector = protection.CreateProtector("Engagement.Accounts.SecondStep");

    /// <summary>A new secret: encrypted to be kept, and as the app reads it.</summary>
    public (string Kept, string Shown) NewSecret()
    {
        var secret = OneTimePasswords.NewSecret();
        return (Convert.ToBase64String(_protector.Protect(secret)), Base32.Encode(secret));
    }

    /// <summary>The address that apps read from a picture.</summary>
    public static string AddressOf(string shown, string signInName) =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(signInName)}?secret={shown}&issuer={Issuer}"
        + $"&algorithm=SHA1&digits={OneTimePasswords.Digits}&period={OneTimePasswords.StepLength}";

    /// <summary>The second step as it begins: with the first password, which confirms the secret; null if that is wrong.</summary>
    public SecondStep? Confirm(string unconfirmed, string? password, Instant now, IEnumerable<string> recoveryCodes) =>
        StepOf(unconfirmed, password, now, 0) is { } step
            ? new(unconfirmed, step, [.. recoveryCodes.Select(code => OneTimeCodes.DigestOfRecovery(code)!)])
            : null;

    /// <summary>The second step after this password or recovery code has been used; null if it is neither.</summary>
    public SecondStep? Use(SecondStep second, string? given, Instant now)
    {
        if (given is not { Length: > 0 and <= 64 })
            return null;
        if (StepOf(second.Secret, given, now, second.LastStep) is { } step)
            return second with { LastStep = step };
        return OneTimeCodes.DigestOfRecovery(given) is { } digest && second.RecoveryCodes.Contains(digest)
            ? second with { RecoveryCodes = second.RecoveryCodes.Remove(digest) }
            : null;
    }

    private long? StepOf(string kept, string? password, Instant now, long lastStep)
    {
        if (password is not { Length: > 0 and <= 64 })
            return null;
        byte[] secret;
        try
        {
            secret = _protector.Unprotect(Convert.FromBase64String(kept));
        }
        catch (CryptographicException)
        {
            // The keys it was encrypted with are lost: recovery codes still are what they were.
            return null;
        }

        try
        {
            return OneTimePasswords.StepOf(secret, password, now, lastStep);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }
}
