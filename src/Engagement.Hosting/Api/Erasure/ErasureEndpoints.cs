using System.Security.Claims;
using System.Text.RegularExpressions;
using Engagement.Domain.Identity;
using Engagement.Hosting.Api.Members;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Erasure;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Erasure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Erasure;

/// <summary>Has members forgotten, and says how far it has come (docs/domain/erasure.md).</summary>
internal static partial class ErasureEndpoints
{
    private const int MostInPage = 500;

    public static void MapErasure(this RouteGroupBuilder chain)
    {
        chain.MapPost("/members/{id}/erasure", AskAsync).Needs(Right.EraseMember, Place.MemberInPath)
            .WithName("eraseMember").WithSummary("Has a member forgotten for ever")
            .WithDescription("Everything pending ends at once; the rest follows within moments, whatever crashes. It cannot be undone. Asked again, it says how far it has come.")
            .Produces<ErasureView>(202).ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        chain.MapGet("/members/{id}/erasure", FindAsync).Needs(Right.EraseMember, Place.MemberInPath)
            .WithName("getErasure").WithSummary("How far the erasure of a member has come")
            .Produces<ErasureView>().ProducesProblem(404);
        chain.MapGet("/erasures", ListAsync).Needs(Right.EraseMember)
            .WithName("listErasures").WithSummary("Who was erased, or is about to be, in the order of the ids")
            .Produces<ListOf<ErasureView>>().ProducesProblem(400).ProducesProblem(404);
        chain.MapPost("/erasures/sweep", SweepAsync).Needs(Right.RunNightlyWork)
            .WithName("sweepErasures").WithSummary("Writes the database's files anew without what was cleaned")
            .WithDescription("For databases too large to have it done at once. Others wait meanwhile: on PostgreSQL each table is locked while it is written anew.")
            .Produces<SweptView>().ProducesProblem(404).ProducesProblem(503);
        chain.MapPost("/erasures/replay", ReplayAsync).Needs(Right.EraseMember)
            .WithName("replayErasures").WithSummary("Erases again whoever a restored backup has brought back")
            .WithDescription("By the file that every erasure is noted in. A node does so by itself when it starts.")
            .Produces<ReplayedView>().ProducesProblem(404).ProducesProblem(503);
        chain.MapGet("/retention/preview", PreviewAsync).Needs(Right.ChangePolicy)
            .WithName("previewRetention").WithSummary("How much the policy's retention would erase now")
            .Produces<RetentionPreview>().ProducesProblem(404);
    }

    private static async Task<IResult> AskAsync(
        string chain,
        string id,
        ErasureToAsk? body,
        ClaimsPrincipal user,
        ChainCatalogue chains,
        IJournal journal,
        IErasures erasures,
        Erasing erasing,
        CancellationToken cancellation)
    {
        var key = MemberEndpoints.KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (body?.Reason is { } reason && !Code().IsMatch(reason))
            return Problems.InvalidField("reason", "must be a code: 1 to 64 of a-z, 0-9 and _");
        if (!Identifiers.IsText(id) || (await journal.FindAsync(key, cancellation).ConfigureAwait(false) is null
            && await erasures.FindAsync(key, cancellation).ConfigureAwait(false) is null))
            return Problems.UnknownMember();
        var asked = await erasing.AskAsync(key, Caller.Of(user)?.Id is { Length: > 0 } by ? by : "-", body?.Reason, cancellation).ConfigureAwait(false);
        return TypedResults.Accepted((string?)null, ErasureView.Of(asked!));
    }

    private static async Task<IResult> FindAsync(
        string chain, string id, ChainCatalogue chains, IErasures erasures, CancellationToken cancellation)
    {
        var key = MemberEndpoints.KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        return Identifiers.IsText(id) && await erasures.FindAsync(key, cancellation).ConfigureAwait(false) is { } erasure
            ? TypedResults.Ok(ErasureView.Of(erasure))
            : Problems.Of(404, "not_asked", "Nobody has asked for that", "Nobody has asked to have this member erased.");
    }

    private static async Task<IResult> ListAsync(
        string chain, ChainCatalogue chains, IErasures erasures, CancellationToken cancellation, string? limit = null, string? cursor = null)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        var after = string.IsNullOrEmpty(cursor) ? "" : Paging.Text(cursor);
        if (after is null || !Identifiers.IsText(after))
            return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");
        var rows = await erasures.ListAsync(new(chain), new(after), count + 1, cancellation).ConfigureAwait(false);
        var page = Paging.Page(rows, count, last => Paging.Cursor(last.Member.Member.Value));
        return TypedResults.Ok(new ListOf<ErasureView>([.. page.Items.Select(ErasureView.Of)], page.Next));
    }

    private static async Task<IResult> SweepAsync(
        string chain, ChainCatalogue chains, IErasures erasures, NodeClock clock, CancellationToken cancellation) =>
        await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is null
            ? Problems.UnknownChain(chain)
            : TypedResults.Ok(new SweptView(await erasures.SweepAsync(clock.Now, cancellation).ConfigureAwait(false)));

    private static async Task<IResult> ReplayAsync(string chain, ChainCatalogue chains, Erasing erasing, CancellationToken cancellation) =>
        await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is null
            ? Problems.UnknownChain(chain)
            : TypedResults.Ok(new ReplayedView(await erasing.ReplayAsync(new ChainId(chain), cancellation).ConfigureAwait(false)));

    private static async Task<IResult> PreviewAsync(string chain, ChainCatalogue chains, Retention retention, CancellationToken cancellation)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        var counts = await retention.CountAsync(new(chain), cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new RetentionPreview(counts.Members, counts.Events));
    }

    [GeneratedRegex("^[a-z0-9_]{1,64}$")]
    private static partial Regex Code();
}
