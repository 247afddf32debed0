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
        var audit = app.Services.GetRequiredService<AuditTrail>();
        var chains = app.Services.GetRequiredService<ChainCatalogue>();
        app.Use(async (context, next) =>
        {
            await next(context).ConfigureAwait(false);
            if (context.Response.StatusCode < 400 || context.Items.ContainsKey(AuditFilter.Seen) || Caller.Of(context.User) is not { } caller)
                return;
            var isElsewhere = caller.Chain is { } own && AuditedCall.ChainInPath(context) is { } chain && chain != own.Value;
            var isRefused = context.Response.StatusCode is 401 or 403;
            // What lies beyond a caller's reach is answered as if it were not there.
            var isTried = context.GetEndpoint() is not null && context.Response.StatusCode != 429 && AuditedCall.Is(context);
            if (!isRefused && !isElsewhere && !isTried)
                return;
            var trail = await AuditTrails.OfAsync(context, caller, chains).ConfigureAwait(false);
            audit.EnterLater(AuditedCall.RecordOf(context, audit, caller, trail, context.Response.StatusCode.ToString(CultureInfo.InvariantCulture)));
        });
    }
}
