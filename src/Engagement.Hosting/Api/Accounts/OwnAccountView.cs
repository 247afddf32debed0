using System.Text.Json.Serialization;
using Engagement.Journal.Accounts;

namespace Engagement.Hosting.Api.Accounts;

/// <summary>The caller's own account.</summary>
/// <param name="RecoveryCodesLeft">How many of her recovery codes have not been used.</param>
public sealed record OwnAccountView(
    string Id,
    string SignInName,
    string Name,
    string Role,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Chain,
    IReadOnlyList<string> Stores,
    bool HasPassword,
    bool HasSecondStep,
    int RecoveryCodesLeft)
{
    internal static OwnAccountView Of(Account account) => new(
        account.Id.Value,
        account.SignInName,
        account.Name,
        account.Role,
        account.Chain?.Value,
        [.. account.Stores.Select(store => store.Value)],
        account.PasswordHash is not null,
        account.SecondStep is not null,
        account.SecondStep?.RecoveryCodes.Length ?? 0);
}

/// <summary>The name that others read.</summary>
public sealed record OwnAccountToChange(string? Name = null);

/// <summary>The password as it is, and as it is to be.</summary>
public sealed record PasswordToChange(string? Password = null, string? NewPassword = null);

/// <summary>The password, asked for once more.</summary>
public sealed record PasswordOnceMore(string? Password = null);

/// <summary>The first one-time password that the app shows.</summary>
public sealed record TotpToConfirm(string? Totp = null);

/// <summary>A secret for an app for one-time passwords. It is shown this once.</summary>
/// <param name="Secret">To be typed.</param>
/// <param name="Uri">To be read from a picture: otpauth://totp/…</param>
public sealed record TotpSecretView(string Secret, string Uri);

/// <summary>Codes for whoever has lost the device, each good once. They are shown this once.</summary>
public sealed record RecoveryCodesView(IReadOnlyList<string> RecoveryCodes);
