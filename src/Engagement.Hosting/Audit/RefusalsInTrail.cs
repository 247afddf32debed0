using System.Globalization;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Audit;

/// <summary>
/// Enters what callers who are signed in were refused before their call began: what their role does not include, and whatever
/// they tried on another chain. Strangers who are sent away leave no entry: they could fill the trail.
/// </summary>
internal static class RefusalsInTrail
{
    public static void UseRefusalsInTrail(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context).ConfigureAwait(false);
            }
            catch (BadHttpRequestException exception) when (!context.Items.ContainsKey(AuditFilter.Seen))
            {
                await EnterAsync(context, exception.StatusCode).ConfigureAwait(false);
                throw;
            }

            if (context.Response.StatusCode >= 400 && !context.Items.ContainsKey(AuditFilter.Seen))
                await EnterAsync(context, context.Response.StatusCode).ConfigureAwait(false);
        });

        static async ValueTask EnterAsync(HttpContext context, int status)
        {
            if (Caller.Of(context.User) is not { } caller)
                return;
            var isElsewhere = caller.Chain is { } own && AuditedCall.ChainInPath(context) is { } chain && chain != own.Value;
            // What lies beyond a caller's reach is answered as if it were not there.
            var isTried = context.GetEndpoint() is not null && status != 429 && AuditedCall.Is(context);
            if (status is not (401 or 403) && !isElsewhere && !isTried)
                return;
            // Asked for here: to put the pipeline together must not open the store, which may have to be refused or cleared first.
            var audit = context.RequestServices.GetRequiredService<AuditTrail>();
            var chains = context.RequestServices.GetRequiredService<ChainCatalogue>();
            var trail = await AuditTrails.OfAsync(context, caller, chains).ConfigureAwait(false);
            audit.EnterLater(AuditedCall.RecordOf(context, audit, caller, trail, status.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
