using Engagement.Hosting.Api.Accounts;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Auth.Accounts;
using Engagement.Hosting.Auth.Oidc;
using Engagement.Journal.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Sessions;

/// <summary>Signing in to the staff app: a name and a password, a key, or the code of a link against a cookie.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this RouteGroupBuilder api)
    {
        api.MapPost("/session", SignInAsync).AllowAnonymous().WithName("signIn").WithSummary("Signs a browser in")
            .WithDescription("By a name and a password (with 'totp' where there is a second step: code totp_needed says so), a key, or the code of a sign-in link.")
            .Produces<SessionView>().ProducesProblem(401);
        api.MapPost("/session/link", LookAtLinkAsync).AllowAnonymous().WithName("lookAtLink").WithSummary("Whom an invitation or a recovery is for")
            .Produces<LinkView>().ProducesProblem(401);
        api.MapPost("/session/accept", AcceptAsync).AllowAnonymous().WithName("acceptLink")
            .WithSummary("Chooses a password by an invitation or a recovery, and signs the browser in").Produces<SessionView>()
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(409);
        api.MapGet("/session/providers", (OidcProviders providers) => TypedResults.Ok(new ListOf<ProviderView>(providers.Views)))
            .AllowAnonymous().WithName("listSignInProviders").WithSummary("The identity providers that a browser may sign in through");
        api.MapGet("/session", (HttpContext context) => TypedResults.Ok(ViewOf(context))).NeedsOnlySigningIn()
            .WithName("getSession").WithSummary("Who is signed in, and what she may do").Produces<SessionView>().ProducesProblem(401);
        api.MapDelete("/session", SignOutAsync).NeedsOnlySigningIn()
            .WithName("signOut").WithSummary("Signs the browser out").Produces(204);
        api.MapGet("/rights", () => TypedResults.Ok(new ListOf<RightsView>(RightsView.Table))).NeedsOnlySigningIn()
            .WithName("listRights").WithSummary("Who may do what: the one table that everything goes by").ProducesProblem(401);
    }

    private static async Task<IResult> SignInAsync(
        SignIn body,
        HttpContext context,
        AccessKeys keys,
        AccountLinks links,
        PasswordSignIn passwords,
        BrowserSessions browsers,
        CancellationToken cancellation)
    {
        if (body.SignInName is not null || body.Password is not null)
        {
            return await passwords.TryAsync(body.SignInName, body.Password, body.Totp, cancellation).ConfigureAwait(false) switch
            {
                SignInResult.Welcome { Account: var account } => await OpenAsync(context, account, browsers, cancellation).ConfigureAwait(false),
                SignInResult.SecondStepNeeded => AccountProblems.SecondStepNeeded(),
                SignInResult.SecondStepWrong => AccountProblems.SecondStepWrong(),
                _ => AccountProblems.WrongSignIn(),
            };
        }

        if (keys.IsBootstrap(body.Key) || await keys.RedeemAsync(body.Code, Access.CookieScheme, cancellation).ConfigureAwait(false) is not null)
            return await OpenAsync(context, null, browsers, cancellation).ConfigureAwait(false);
        return await links.RedeemAsync(body.Code, cancellation).ConfigureAwait(false) is { } whose
            ? await OpenAsync(context, whose, browsers, cancellation).ConfigureAwait(false)
            : Problems.InvalidKey();
    }

    private static async Task<IResult> LookAtLinkAsync(LinkToLookAt body, AccountLinks links, IAccounts accounts, CancellationToken cancellation)
    {
        if (await links.FindAsync(body.Code, cancellation).ConfigureAwait(false) is not { Purpose: not LinkPurpose.SignIn } link)
            return AccountProblems.NoLink();
        if (link.Account is not { } id)
            return TypedResults.Ok(new LinkView("first_administrator", null, null, false));
        if (await accounts.FindAsync(id, cancellation).ConfigureAwait(false) is not { IsLocked: false } account)
            return AccountProblems.NoLink();
        return TypedResults.Ok(new LinkView(
            link.Purpose == LinkPurpose.Invite ? "invite" : "recover",
            account.SignInName,
            account.Name,
            account.SecondStep is not null && link.Purpose != LinkPurpose.RecoverWithoutSecondStep));
    }

    private static async Task<IResult> AcceptAsync(
        LinkToAccept body, HttpContext context, LinkAcceptance acceptance, BrowserSessions browsers, CancellationToken cancellation) =>
        await acceptance.AcceptAsync(body.Code, body.Password, body.SignInName, body.Name, body.Totp, cancellation).ConfigureAwait(false) switch
        {
            AcceptResult.Welcome { Account: var account } => await OpenAsync(context, account, browsers, cancellation).ConfigureAwait(false),
            AcceptResult.Fault { Field: var field, Why: var why } => Problems.InvalidField(field, why),
            AcceptResult.NameTaken => AccountProblems.NameTaken(),
            AcceptResult.SecondStepNeeded => AccountProblems.SecondStepNeeded(),
            AcceptResult.SecondStepWrong => AccountProblems.SecondStepWrong(),
            _ => AccountProblems.NoLink(),
        };

    private static async Task<IResult> SignOutAsync(HttpContext context, BrowserSessions browsers, CancellationToken cancellation)
    {
        await browsers.EndAsync(context, cancellation).ConfigureAwait(false);
        await context.SignOutAsync(Access.CookieScheme).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> OpenAsync(HttpContext context, Account? account, BrowserSessions browsers, CancellationToken cancellation)
    {
        var caller = await browsers.OpenAsync(context, account, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(SessionView.Of(caller, account is not null));
    }

    private static SessionView ViewOf(HttpContext context) =>
        SessionView.Of(Caller.Of(context.User)!, BrowserSessions.AccountOf(context.User) is not null);
}

/// <summary>What to sign in with: a name and a password, a key, or the code of a sign-in link.</summary>
/// <param name="Totp">The one-time password of the second step, or a recovery code.</param>
public sealed record SignIn(string? Key = null, string? Code = null, string? SignInName = null, string? Password = null, string? Totp = null);

/// <summary>The code of a link: what stands behind its '#invite=' or '#recover='.</summary>
public sealed record LinkToLookAt(string? Code = null);

/// <summary>Whom a link is for.</summary>
/// <param name="Purpose">invite, recover or first_administrator.</param>
/// <param name="SignInName">Null for the first administrator, who chooses one.</param>
/// <param name="NeedsTotp">Whether accepting it takes the second step as well.</param>
public sealed record LinkView(string Purpose, string? SignInName, string? Name, bool NeedsTotp);

/// <summary>A link that is accepted, with the password that is chosen.</summary>
/// <param name="SignInName">For the first administrator only.</param>
/// <param name="Name">For the first administrator only; the sign-in name if missing.</param>
public sealed record LinkToAccept(
    string? Code = null, string? Password = null, string? SignInName = null, string? Name = null, string? Totp = null);
