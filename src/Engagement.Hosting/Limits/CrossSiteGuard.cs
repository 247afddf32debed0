using Engagement.Hosting.Api;
using Engagement.Hosting.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Engagement.Hosting.Limits;

/// <summary>
/// Refuses what a browser was made to send by somebody else's page. The cookie is not sent with such requests anyway
/// (SameSite=Strict); this holds where a browser does not keep to that, and between sites that share a domain.
/// </summary>
internal static class CrossSiteGuard
{
    public static void UseCrossSiteGuard(this IApplicationBuilder app) => app.Use((context, next) =>
        IsAct(context.Request) && KeyAuthenticationHandler.KeyOf(context.Request) is null && IsFromElsewhere(context.Request)
            ? Problems.CrossSite().ExecuteAsync(context)
            : next(context));

    // To open a live connection is one too: a page of others must not listen.
    private static bool IsAct(HttpRequest request) =>
        request.Path.StartsWithSegments("/hubs")
            ? !HttpMethods.IsOptions(request.Method)
            : !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    // A browser that sends neither header is older than any that this app runs in; programs send none.
    private static bool IsFromElsewhere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site.Any(value => value is not ("same-origin" or "none")))
            return true;
        return request.Headers.Origin is { Count: > 0 } origins
            && origins.Any(origin => !Uri.TryCreate(origin, UriKind.Absolute, out var from)
                || !string.Equals(from.Authority, Authority(request), StringComparison.OrdinalIgnoreCase));
    }

    // Without the port that goes without saying, as browsers write it in Origin. By which scheme is for the proxy to know.
    private static string Authority(HttpRequest request) =>
        request.Host is { Port: 80 or 443, Host: var host } ? host : request.Host.Value ?? "";
}
