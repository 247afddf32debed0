using System.Security.Claims;
using System.Text.Encodings.Web;
using Engagement.Hosting.Api;
using Engagement.Hosting.Auth.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Auth;

/// <summary>Signs a request in by the key in its Authorization header.</summary>
internal sealed class KeyAuthenticationHandler(
    AccessKeys keys, KeySignIn programs, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    /// <summary>The key a request carries; null if none.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return header[Prefix.Length..].Trim();
        // Browsers cannot put a header on a WebSocket; SignalR's clients then send the key in the query, on the hub only.
        return request.Path.StartsWithSegments("/hubs") ? request.Query["access_token"].ToString() is { Length: > 0 } token ? token : null : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } key)
            return AuthenticateResult.NoResult();
        var identity = keys.Find(key, Scheme.Name) ?? await programs.FindAsync(key, Scheme.Name, Context.RequestAborted).ConfigureAwait(false);
        return identity is not null
            ? AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name))
            : AuthenticateResult.Fail("no such key");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Challenge(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Forbidden().ExecuteAsync(Context);

    /// <summary>Says that a key is needed, in the API's own words.</summary>
    public static Task Challenge(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Unauthorized().ExecuteAsync(context);
    }
}
