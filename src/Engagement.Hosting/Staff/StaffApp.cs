using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Engagement.Hosting.Staff;

/// <summary>Serves the staff app that was built beside the server, or a page that says why it is missing.</summary>
internal static class StaffApp
{
    /// <summary>No script or style from anywhere but here, and no page of others around ours.</summary>
    private const string ContentSecurity =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly string[] Interfaces = ["/v1", "/hubs", "/openapi"];

    public static void MapStaffApp(this WebApplication app)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "staff");
        var index = Path.Combine(folder, "index.html");
        if (!File.Exists(index))
        {
            app.Use((context, next) => IsPage(context) ? Missing().ExecuteAsync(context) : next(context));
            return;
        }

        var files = new PhysicalFileProvider(folder);
        app.Use((context, next) =>
        {
            if (PackedFiles.IsCopy(context.Request.Path))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            PackedFiles.Choose(context, files);
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = PackedFiles.ContentTypes, OnPrepareResponse = Prepare });
        // Every other path is a page of the app, which finds its way by itself.
        app.Use((context, next) =>
        {
            if (!IsPage(context))
                return next(context);
            if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            Secure(context.Response);
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.SendFileAsync(index, context.RequestAborted);
        });
    }

    // Not an endpoint that takes all there is: a call of the API with a wrong method or kind of body would end there.
    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint() is null
        && !Path.HasExtension(context.Request.Path)
        && !Interfaces.Any(prefix => context.Request.Path.StartsWithSegments(prefix));

    private static void Prepare(StaticFileResponseContext file)
    {
        Secure(file.Context.Response);
        PackedFiles.Describe(file.Context);
        // What the build puts there is named by its content and never changes.
        file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets")
            ? "public, max-age=31536000, immutable"
            : "no-cache";
    }

    private static void Secure(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentSecurity;
    }

    private static IResult Missing() => TypedResults.Content(
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Engagement</title>
        <body><h1>The staff app has not been built</h1>
        <p>This server was built on a machine without Node.js. Everything else works: the API is described at
        <a href="/openapi/v1.json">/openapi/v1.json</a>.</p>
        <p>To get the staff app, install Node.js 20.19 or later and build the server again
        (<code>dotnet build src/Engagement.Server</code>).</p></body></html>
        """,
        "text/html; charset=utf-8");
}
