using System.Globalization;
using System.Text.Json.Serialization;
using Engagement.Domain.Identity;
using Engagement.Hosting.Audit;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Journal.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Audit;

/// <summary>The audit trails, as other programs can verify them (docs/security/audit.md).</summary>
internal static class AuditEndpoints
{
    private const int UsualPage = 100;
    private const int LargestPage = 1000;

    public static void MapAudit(this RouteGroupBuilder api)
    {
        api.MapGet("/audit", (string? after, string? limit, string? actor, string? action, string? subject, IAuditEntries entries, AuditTrail audit,
                CancellationToken cancellation) => ListAsync(null, after, limit, actor, action, subject, entries, audit, cancellation))
            .Needs(Right.OpenChains, Place.Own)
            .WithName("listSystemAudit").WithSummary("The system's own audit trail")
            .WithDescription(Description)
            .Produces<AuditPage>().ProducesProblem(400);
        api.MapGet("/chains/{chain}/audit", OfChainAsync).Needs(Right.SeeAudit, Place.Chain)
            .WithName("listAudit").WithSummary("The chain's audit trail: who saw and changed what")
            .WithDescription(Description)
            .Produces<AuditPage>().ProducesProblem(400).ProducesProblem(404);
    }

    private const string Description =
        "The first entry first. An entry's hash is the SHA-256 of the hash before it (64 zeros before the first), a line feed and the entry's text.";

    private static async Task<IResult> OfChainAsync(
        string chain, string? after, string? limit, string? actor, string? action, string? subject, ChainCatalogue chains, IAuditEntries entries,
        AuditTrail audit, CancellationToken cancellation) =>
        await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is { } known
            ? await ListAsync(known.Id, after, limit, actor, action, subject, entries, audit, cancellation).ConfigureAwait(false)
            : Problems.UnknownChain(chain);

    private static async Task<IResult> ListAsync(
        ChainId? trail, string? after, string? limit, string? actor, string? action, string? subject, IAuditEntries entries, AuditTrail audit,
        CancellationToken cancellation)
    {
        if (!Paging.TryLimit(limit, UsualPage, LargestPage, out var most))
            return Problems.InvalidParameter("limit", Paging.LimitRule(LargestPage));
        var number = 0L;
        if (!string.IsNullOrEmpty(after) && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return Problems.InvalidParameter("after", "must be the number of an entry, or 0");
        foreach (var (name, value) in new[] { ("actor", actor), ("action", action), ("subject", subject) })
        {
            if (value is not null && (value.Length > 300 || !Identifiers.IsText(value)))
                return Problems.InvalidParameter(name, "must be a text of up to 300 characters");
        }

        // What happened before somebody asks is in what she is shown.
        await audit.SettleAsync(cancellation).ConfigureAwait(false);
        var head = await entries.HeadAsync(trail, cancellation).ConfigureAwait(false);
        var found = await entries.ListAsync(
            trail, new(number, most + 1, Given(actor), Given(action), Given(subject)), cancellation).ConfigureAwait(false);
        var page = Paging.Page(found, most, entry => entry.Number.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok(new AuditPage(
            [.. page.Items.Select(entry => new AuditEntryView(entry.Number, entry.Entry, entry.Hash))], page.Next, new(head.Number, head.Hash)));
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>A page of an audit trail.</summary>
/// <param name="Next">What to give as <c>after</c> for the following page; missing on the last.</param>
/// <param name="Head">Up to where the whole trail has come.</param>
public sealed record AuditPage(
    IReadOnlyList<AuditEntryView> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next,
    AuditHeadView Head);

/// <summary>An entry of an audit trail.</summary>
/// <param name="Entry">The text that was hashed: a JSON object, exactly as it was stored.</param>
/// <param name="Hash">64 lower-case hexadecimal digits.</param>
public sealed record AuditEntryView(long Number, string Entry, string Hash);

/// <summary>The latest entry of a trail.</summary>
/// <param name="Number">0 where there is none.</param>
public sealed record AuditHeadView(long Number, string Hash);
