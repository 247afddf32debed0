using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Hosting.Auth;
using Engagement.Journal.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Audit;

/// <summary>Says of a call that its entry is not waited for: there are too many of them, and each says only how many it brought.</summary>
internal sealed class AuditedLater;

/// <summary>Which calls leave an entry, and what it says.</summary>
internal static class AuditedCall
{
    private const string NamedSubject = "audit-subject";

    /// <summary>Whether the call changes something, or shows something of a person.</summary>
    public static bool Is(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            return true;
        return context.GetEndpoint()?.Metadata.GetMetadata<NeededRight>() is { } needed
            && (needed.Place is Place.MemberInPath or Place.MemberInQuery or Place.MessageInPath
                || needed.Right is Right.SeeMembers or Right.SeePersonalData or Right.SeePersonalDataInLists or Right.ExportMember
                    or Right.EraseMember or Right.SeeAudit or Right.ManageStaff or Right.ManageKeys);
    }

    public static bool IsLater(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<AuditedLater>() is not null;

    /// <summary>The name of the call in the API's description.</summary>
    public static string ActionOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName
        ?? $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}".TrimEnd();

    /// <summary>Names what a call was about where its path does not, such as the id of what it has made. Never a name, phone or secret.</summary>
    public static void NameAuditSubject(this HttpContext context, string id) => context.Items[NamedSubject] = id;

    /// <summary>The chain the path names; null if it names none.</summary>
    public static string? ChainInPath(HttpContext context) => context.Request.RouteValues.GetValueOrDefault("chain") as string;

    /// <summary>
    /// The ids of the path in their order, with a slash between; where it names a chain that is not the trail's, that before.
    /// What is searched for is never part of it.
    /// </summary>
    public static string? SubjectOf(HttpContext context, ChainId? trail)
    {
        var parts = new List<string>();
        if (ChainInPath(context) is { } chain && chain != trail?.Value)
            parts.Add(chain);
        if (context.GetEndpoint() is RouteEndpoint endpoint)
        {
            parts.AddRange(endpoint.RoutePattern.Parameters.Where(parameter => parameter.Name != "chain")
                .Select(parameter => Convert.ToString(context.Request.RouteValues.GetValueOrDefault(parameter.Name), CultureInfo.InvariantCulture))
                .OfType<string>());
            if (endpoint.Metadata.GetMetadata<NeededRight>()?.Place == Place.MemberInQuery && context.Request.Query["member"] is [{ Length: > 0 } member])
                parts.Add(member);
        }

        if (context.Items[NamedSubject] is string named)
            parts.Add(named);
        return parts.Count > 0 ? string.Join('/', parts) : null;
    }

    /// <summary>The entry of this call.</summary>
    public static AuditRecord RecordOf(HttpContext context, AuditTrail audit, Caller? caller, ChainId? trail, string outcome) => new(
        trail,
        audit.Now,
        caller is { Id.Length: > 0 } ? caller.Id : "-",
        caller is null ? null : StaffRoles.NameOf(caller.Role),
        ActionOf(context),
        SubjectOf(context, trail),
        outcome,
        audit.AddressOf(context));
}
