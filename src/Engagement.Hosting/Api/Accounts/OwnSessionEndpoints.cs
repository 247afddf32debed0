using Engagement.Hosting.Auth;
using Engagement.Hosting.Auth.Accounts;
using Engagement.Journal.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Accounts;

/// <summary>Where the caller is signed in, and how to end it.</summary>
internal static class OwnSessionEndpoints
{
    public static void MapOwnSessions(this RouteGroupBuilder account)
    {
        account.MapGet("/sessions", ListAsync).WithName("listOwnSessions").WithSummary("The browsers that the caller is signed in with")
            .Produces<ListOf<OwnSessionView>>().ProducesProblem(409);
        account.MapDelete("/sessions", EndAllAsync).WithName("signOutEverywhere").WithSummary("Signs the caller out everywhere, here too")
            .Produces(204).ProducesProblem(409);
        account.MapDelete("/sessions/{session}", EndAsync).WithName("endOwnSession").WithSummary("Signs the caller out in one browser")
            .Produces(204).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ISessions sessions, TimeProvider time, CancellationToken cancellation)
    {
        if (BrowserSessions.DigestOf(context.User) is not { } digest)
            return AccountProblems.NoAccount();
        var all = await sessions.ListAsync(BrowserSessions.AccountOf(context.User), cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new ListOf<OwnSessionView>([.. all.Where(session => time.Now() < session.Until).Select(session => OwnSessionView.Of(session, digest))]));
    }

    private static async Task<IResult> EndAsync(string session, HttpContext context, ISessions sessions, CancellationToken cancellation)
    {
        if (BrowserSessions.DigestOf(context.User) is null)
            return AccountProblems.NoAccount();
        return Identifiers.IsValid(session)
            && await sessions.EndAsync(BrowserSessions.AccountOf(context.User), session, cancellation).ConfigureAwait(false)
                ? TypedResults.NoContent()
                : AccountProblems.UnknownSession();
    }

    private static async Task<IResult> EndAllAsync(HttpContext context, ISessions sessions, CancellationToken cancellation)
    {
        if (BrowserSessions.DigestOf(context.User) is null)
            return AccountProblems.NoAccount();
        await sessions.EndAllAsync(BrowserSessions.AccountOf(context.User), null, cancellation).ConfigureAwait(false);
        await context.SignOutAsync(Access.CookieScheme).ConfigureAwait(false);
        return TypedResults.NoContent();
    }
}

/// <summary>A browser that is signed in.</summary>
/// <param name="Device">What it says it is, in a word or two.</param>
/// <param name="SeenAt">When it was last used, to about a minute.</param>
/// <param name="IsThis">Whether it is the one that asks.</param>
public sealed record OwnSessionView(string Id, string Device, DateTimeOffset OpenedAt, DateTimeOffset SeenAt, DateTimeOffset Until, bool IsThis)
{
    internal static OwnSessionView Of(Session session, string digest) => new(
        session.Id, session.Device, session.OpenedAt.ToDateTimeOffset(), session.SeenAt.ToDateTimeOffset(), session.Until.ToDateTimeOffset(), session.Digest == digest);
}
