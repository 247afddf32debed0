using System.Security.Claims;
using Engagement.Hosting.Auth;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Sessions;

/// <summary>Signing in to the staff app: a key or a one-time code against a cookie.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this RouteGroupBuilder api)
    {
        api.MapPost("/session", SignInAsync).AllowAnonymous().WithName("signIn").WithSummary("Signs a browser in")
            .Produces<SessionView>().ProducesProblem(401);
        api.MapGet("/session", (HttpContext context) => TypedResults.Ok(SessionView.Of(context.User)))
            .WithName("getSession").NeedsOnlySigningIn().WithSummary("Who is signed in").Produces<SessionView>().ProducesProblem(401);
        api.MapDelete("/session", (Delegate)SignOutAsync).WithName("signOut").NeedsOnlySigningIn().WithSummary("Signs the browser out").Produces(204);
    }

    private static async Task<IResult> SignInAsync(SignIn body, HttpContext context, AccessKeys keys, CancellationToken cancellation)
    {
        var identity = keys.Find(body.Key, Access.CookieScheme)
            ?? await keys.RedeemAsync(body.Code, Access.CookieScheme, cancellation).ConfigureAwait(false);
        if (identity is null)
            return Problems.InvalidKey();
        var user = new ClaimsPrincipal(identity);
        await context.SignInAsync(Access.CookieScheme, user).ConfigureAwait(false);
        return TypedResults.Ok(SessionView.Of(user));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(Access.CookieScheme).ConfigureAwait(false);
        return TypedResults.NoContent();
    }
}

/// <summary>What to sign in with: a key, or the code of a sign-in link.</summary>
public sealed record SignIn(string? Key = null, string? Code = null);

/// <summary>Who is signed in.</summary>
public sealed record SessionView(string Name, string Role)
{
    internal static SessionView Of(ClaimsPrincipal user) =>
        new(user.Identity?.Name ?? "", user.FindFirstValue(Access.Role) ?? "");
}
