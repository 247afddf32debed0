using System.Text;
using Engagement.Journal.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>Hashes passwords and says which may be chosen (docs/security/accounts.md).</summary>
internal sealed class Passwords
{
    /// <summary>Characters, whichever they are: what makes a password good is its length.</summary>
    public const int Shortest = 12;

    public const int Longest = 128;

    // PBKDF2 with HMAC-SHA-512. A hash made with fewer is made again at the next signing in.
    private const int Rounds = 210_000;

    private readonly PasswordHasher<Account> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private readonly Lazy<string> _nobodys;

    public Passwords() => _nobodys = new(() => _hasher.HashPassword(null!, OneTimeCodes.New()));

    /// <summary>Why a password may not be chosen; null if it may.</summary>
    public static string? FaultOf(string? password, string signInName)
    {
        var length = password?.EnumerateRunes().Count() ?? 0;
        if (length is < Shortest or > Longest)
            return $"must have {Shortest} to {Longest} characters, whichever they are";
        if (Account.KeyOf(password!) == Account.KeyOf(signInName))
            return "must not be the sign-in name";
        return CommonPasswords.Contain(password!) ? "is one of those that are tried first; take another" : null;
    }

    public string Hash(string password) => _hasher.HashPassword(null!, Plain(password));

    /// <summary>Compares, and takes as long as that takes also where there is nothing to compare with.</summary>
    /// <param name="hash">Null for an account that there is not, or that has no password.</param>
    public PasswordVerificationResult Verify(string? hash, string? password)
    {
        var given = password is { Length: <= Longest * 4 } ? password : "";
        var result = _hasher.VerifyHashedPassword(null!, hash ?? _nobodys.Value, Plain(given));
        return hash is null ? PasswordVerificationResult.Failed : result;
    }

    // One keyboard writes é as one character and another as two.
    private static string Plain(string password) => password.Normalize(NormalizationForm.FormKC);
}
