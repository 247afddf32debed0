using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Hosting.Api.Events;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Engagement.Hosting.Audit;

/// <summary>
/// Enters what calls do and show into the trail: after the call has decided what it answers, and before any of it leaves. Where
/// the entry cannot be stored the answer is 503, and nothing is shown.
/// </summary>
internal sealed class AuditFilter(AuditTrail audit, ChainCatalogue chains) : IEndpointFilter
{
    /// <summary>Set on a request that the filter has seen to.</summary>
    public static readonly object Seen = new();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext;
        if (!AuditedCall.Is(request))
            return await next(context).ConfigureAwait(false);
        var caller = Caller.Of(request.User);
        object? result;
        try
        {
            result = await next(context).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // What failed half-way may have done something; where the store is what failed, this goes in when it is back.
            request.Items[Seen] = true;
            audit.EnterLater(AuditedCall.RecordOf(request, audit, caller, await AuditTrails.OfAsync(request, caller, chains).ConfigureAwait(false), OutcomeOf(exception)));
            throw;
        }

        request.Items[Seen] = true;
        var trail = await AuditTrails.OfAsync(request, caller, chains).ConfigureAwait(false);
        var record = AuditedCall.RecordOf(request, audit, caller, trail, OutcomeOf(result, request));
        if (AuditedCall.IsLater(request))
            audit.EnterLater(record);
        else
            // The call is done, whether the caller still listens or not.
            await audit.EnterAsync(record, CancellationToken.None).ConfigureAwait(false);
        return result;
    }

    private static string OutcomeOf(object? result, HttpContext context)
    {
        while (result is INestedHttpResult nested)
            result = nested.Result;
        var status = result switch
        {
            IStatusCodeHttpResult { StatusCode: { } code } => code,
            EmptyHttpResult => context.Response.StatusCode,
            _ => StatusCodes.Status200OK,
        };
        return result is IValueHttpResult { Value: IngestAnswer taken }
            ? string.Create(CultureInfo.InvariantCulture, $"{status} accepted={taken.Accepted} duplicates={taken.Duplicates} rejected={taken.Rejected.Count}")
            : status.ToString(CultureInfo.InvariantCulture);
    }

    private static string OutcomeOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode.ToString(CultureInfo.InvariantCulture),
        OperationCanceledException => "cancelled",
        Journal.JournalUnavailableException => "503",
        _ => "500",
    };
}

/// <summary>Whose trail a call belongs to.</summary>
internal static class AuditTrails
{
    /// <summary>
    /// That of the caller's chain, so that nobody writes into the trail of strangers; for those who belong to none, that of the
    /// path's chain if there is such a one, else the system's.
    /// </summary>
    public static async ValueTask<ChainId?> OfAsync(HttpContext context, Caller? caller, ChainCatalogue chains)
    {
        if (caller?.Chain is { } own)
            return own;
        if (caller is null || AuditedCall.ChainInPath(context) is not { } chain)
            return null;
        try
        {
            return await chains.FindAsync(new(chain), CancellationToken.None).ConfigureAwait(false) is { } known ? known.Id : null;
        }
        catch (Journal.JournalUnavailableException)
        {
            return null;
        }
    }
}
