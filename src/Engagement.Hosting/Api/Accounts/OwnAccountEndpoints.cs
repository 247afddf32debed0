using Engagement.Hosting.Auth;
using Engagement.Hosting.Auth.Accounts;
using Engagement.Journal.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Accounts;

/// <summary>What everybody can do to the account that they are signed in with: name, password, second step.</summary>
internal static class OwnAccountEndpoints
{
    public static void MapOwnAccount(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("/account").NeedsOnlySigningIn();
        own.MapGet("", FindAsync).WithName("getOwnAccount").WithSummary("The caller's own account").Produces<OwnAccountView>().ProducesProblem(409);
        own.MapPut("", RenameAsync).WithName("renameOwnAccount").WithSummary("Changes the name that others read")
            .Produces<OwnAccountView>().ProducesProblem(400).ProducesProblem(409);
        own.MapPost("/password", ChangePasswordAsync).WithName("changeOwnPassword").WithSummary("Changes the password; all other sessions end")
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);
        own.MapPost("/totp", EnrolAsync).WithName("enrolTotp").WithSummary("A new secret for an app for one-time passwords; it holds once confirmed")
            .Produces<TotpSecretView>().ProducesProblem(403).ProducesProblem(409);
        own.MapPost("/totp/confirm", ConfirmAsync).WithName("confirmTotp").WithSummary("Makes signing in ask for a one-time password from now on")
            .WithDescription("Answers with ten recovery codes, each good once, and shown this once.")
            .Produces<RecoveryCodesView>().ProducesProblem(400).ProducesProblem(409);
        own.MapPost("/totp/remove", RemoveAsync).WithName("removeTotp").WithSummary("Does away with the second step")
            .Produces(204).ProducesProblem(403).ProducesProblem(409);
        own.MapPost("/totp/recovery-codes", RenewCodesAsync).WithName("renewRecoveryCodes").WithSummary("Ten new recovery codes; the old ones are good no more")
            .Produces<RecoveryCodesView>().ProducesProblem(403).ProducesProblem(409);
        own.MapOwnSessions();
    }

    private static async Task<IResult> FindAsync(HttpContext context, IAccounts accounts, CancellationToken cancellation) =>
        BrowserSessions.AccountOf(context.User) is { } id && await accounts.FindAsync(id, cancellation).ConfigureAwait(false) is { } account
            ? TypedResults.Ok(OwnAccountView.Of(account))
            : AccountProblems.NoAccount();

    private static async Task<IResult> RenameAsync(
        OwnAccountToChange body, HttpContext context, IAccounts accounts, TimeProvider time, CancellationToken cancellation)
    {
        if (BrowserSessions.AccountOf(context.User) is not { } id)
            return AccountProblems.NoAccount();
        if (!Identifiers.IsName(body.Name))
            return Problems.InvalidField("name", "must have 1 to 200 characters, none of them a control character");
        var changed = await accounts.ChangeAsync(id, account => account with { Name = body.Name!, ChangedAt = time.Now() }, cancellation).ConfigureAwait(false);
        return changed is null ? AccountProblems.NoAccount() : TypedResults.Ok(OwnAccountView.Of(changed));
    }

    private static async Task<IResult> ChangePasswordAsync(
        PasswordToChange body,
        HttpContext context,
        OwnPassword own,
        Passwords passwords,
        IAccounts accounts,
        ISessions sessions,
        TimeProvider time,
        CancellationToken cancellation)
    {
        if (BrowserSessions.AccountOf(context.User) is not { } id || await accounts.FindAsync(id, cancellation).ConfigureAwait(false) is not { } account)
            return AccountProblems.NoAccount();
        if (Passwords.FaultOf(body.NewPassword, account.SignInName) is { } why)
            return Problems.InvalidField("newPassword", why);
        var hash = passwords.Hash(body.NewPassword!);
        var changed = await own.ChangeAsync(
            id, body.Password, "changeOwnPassword", found => found with { PasswordHash = hash, ChangedAt = time.Now() }, cancellation).ConfigureAwait(false);
        if (changed is null)
            return AccountProblems.WrongPassword();
        await sessions.EndAllAsync(id, BrowserSessions.DigestOf(context.User), cancellation).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> EnrolAsync(
        PasswordOnceMore body, HttpContext context, OwnPassword own, SecondSteps secondSteps, CancellationToken cancellation)
    {
        if (BrowserSessions.AccountOf(context.User) is not { } id)
            return AccountProblems.NoAccount();
        var (kept, shown) = secondSteps.NewSecret();
        var changed = await own.ChangeAsync(id, body.Password, "enrolTotp", account => account with { UnconfirmedSecret = kept }, cancellation).ConfigureAwait(false);
        return changed is null
            ? AccountProblems.WrongPassword()
            : TypedResults.Ok(new TotpSecretView(shown, SecondSteps.AddressOf(shown, changed.SignInName)));
    }

    private static async Task<IResult> ConfirmAsync(
        TotpToConfirm body,
        HttpContext context,
        IAccounts accounts,
        SecondSteps secondSteps,
        AccountNotes notes,
        TimeProvider time,
        CancellationToken cancellation)
    {
        if (BrowserSessions.AccountOf(context.User) is not { } id)
            return AccountProblems.NoAccount();
        var codes = OneTimeCodes.NewRecoveryCodes();
        var isAsked = false;
        var changed = await accounts.ChangeAsync(
            id,
            account =>
            {
                isAsked = account.UnconfirmedSecret is not null;
                return isAsked && secondSteps.Confirm(account.UnconfirmedSecret!, body.Totp, time.Now(), codes) is { } second
                    ? account with { SecondStep = second, UnconfirmedSecret = null, ChangedAt = time.Now() }
                    : null;
            },
            cancellation).ConfigureAwait(false);
        if (changed is null)
            return isAsked ? Problems.InvalidField("totp", "is not what the app shows now: check its clock, and wait for the next one") : AccountProblems.NothingToConfirm();
        await notes.OwnAsync(changed, "confirmTotp", cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new RecoveryCodesView(codes));
    }

    private static async Task<IResult> RemoveAsync(
        PasswordOnceMore body, HttpContext context, OwnPassword own, TimeProvider time, CancellationToken cancellation)
    {
        if (BrowserSessions.AccountOf(context.User) is not { } id)
            return AccountProblems.NoAccount();
        var changed = await own.ChangeAsync(
            id, body.Password, "removeTotp", account => account with { SecondStep = null, UnconfirmedSecret = null, ChangedAt = time.Now() }, cancellation)
            .ConfigureAwait(false);
        return changed is null ? AccountProblems.WrongPassword() : TypedResults.NoContent();
    }

    private static async Task<IResult> RenewCodesAsync(
        PasswordOnceMore body, HttpContext context, OwnPassword own, IAccounts accounts, CancellationToken cancellation)
    {
        if (BrowserSessions.AccountOf(context.User) is not { } id || await accounts.FindAsync(id, cancellation).ConfigureAwait(false) is not { } account)
            return AccountProblems.NoAccount();
        if (account.SecondStep is null)
            return AccountProblems.NothingToConfirm();
        var codes = OneTimeCodes.NewRecoveryCodes();
        var changed = await own.ChangeAsync(
            id,
            body.Password,
            "renewRecoveryCodes",
            found => found with { SecondStep = found.SecondStep is { } second ? second with { RecoveryCodes = [.. codes.Select(code => OneTimeCodes.DigestOfRecovery(code)!)] } : null },
            cancellation).ConfigureAwait(false);
        return changed is null ? AccountProblems.WrongPassword() : TypedResults.Ok(new RecoveryCodesView(codes));
    }
}
