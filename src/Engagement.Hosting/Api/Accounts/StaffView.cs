using System.Text.Json.Serialization;
using Engagement.Hosting.Auth.Accounts;
using Engagement.Journal.Accounts;

namespace Engagement.Hosting.Api.Accounts;

/// <summary>Somebody on the staff who may sign in.</summary>
/// <param name="State">invited until she has accepted, then active; locked.</param>
/// <param name="ClosedUntil">Too many wrong attempts: nobody is let in by this name before; missing otherwise.</param>
public sealed record StaffView(
    string Id,
    string SignInName,
    string Name,
    string Role,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Chain,
    IReadOnlyList<string> Stores,
    string State,
    bool HasSecondStep,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ClosedUntil,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt)
{
    internal static StaffView Of(Account account) => new(
        account.Id.Value,
        account.SignInName,
        account.Name,
        account.Role,
        account.Chain?.Value,
        [.. account.Stores.Select(store => store.Value)],
        account.IsLocked ? "locked" : account.PasswordHash is null && account.Subject is null ? "invited" : "active",
        account.SecondStep is not null,
        account.Failures.Until?.ToDateTimeOffset(),
        account.CreatedAt.ToDateTimeOffset(),
        account.ChangedAt.ToDateTimeOffset());
}

/// <summary>An account with the link that its owner chooses a password by. It is shown this once.</summary>
/// <param name="Code">What stands behind the link's '#'.</param>
/// <param name="Link">What follows the address of a node.</param>
public sealed record StaffLinkView(StaffView Account, string Code, string Link, DateTimeOffset Until)
{
    internal static StaffLinkView Of(Account account, IssuedLink link) =>
        new(StaffView.Of(account), link.Code, link.Path, link.Until.ToDateTimeOffset());
}

/// <summary>Somebody to invite.</summary>
/// <param name="SignInName">An e-mail address or a word: unique over the whole system, without regard to case.</param>
/// <param name="Role">care_staff, store_manager or chain_headquarters.</param>
/// <param name="Stores">For care staff and managers one or more.</param>
public sealed record StaffToInvite(string? SignInName = null, string? Name = null, string? Role = null, IReadOnlyList<string>? Stores = null);

/// <summary>What is to be changed; what is missing stays.</summary>
public sealed record StaffToChange(string? Name = null, string? Role = null, IReadOnlyList<string>? Stores = null);

/// <summary>An administrator to invite.</summary>
public sealed record AdministratorToInvite(string? SignInName = null, string? Name = null);

/// <summary>How to recover.</summary>
/// <param name="DropTotp">Whether the second step goes as well: for whoever has lost the device and the recovery codes.</param>
public sealed record RecoveryToIssue(bool DropTotp = false);
