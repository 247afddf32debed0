using Microsoft.AspNetCore.Builder;

namespace Engagement.Hosting.Limits;

/// <summary>What every answer tells a browser not to do with it.</summary>
internal static class SecurityHeaders
{
    /// <summary>An answer of the API is data: should a browser ever show one as a page, nothing in it runs.</summary>
    private const string Data = "default-src 'none'; frame-ancestors 'none'";

    private const string Unused =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Data;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Unused;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        // What is told to one must not be kept for another. Files of the staff app say for themselves how long they hold.
        headers.CacheControl = "no-store";
        return next(context);
    });
}
