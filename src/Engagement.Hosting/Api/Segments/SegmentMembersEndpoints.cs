using System.Text.Json.Nodes;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Hosting.Api.Campaigns;
using Engagement.Hosting.Api.Members;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Segments;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Segments;

/// <summary>Who is in a segment, and how many they are.</summary>
internal static class SegmentMembersEndpoints
{
    private const int MostInPage = 500;

    public static void MapSegmentMembers(this RouteGroupBuilder chain)
    {
        chain.MapGet("/segments/{segment}/count", CountAsync).WithName("countSegment").Needs(Right.SeeCampaigns).WithSummary("How many are in a segment now, by home store")
            .Produces<SegmentCount>().ProducesProblem(404);
        chain.MapPost("/segments/count", CountUnsavedAsync).WithName("countUnsavedSegment").Needs(Right.SeeCampaigns).WithSummary("The same of a segment that has not been put yet")
            .Accepts<SegmentToPut>("application/json").Produces<SegmentCount>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/segments/{segment}/members", MembersAsync).WithName("listSegmentMembers").Needs(Right.RunCampaigns).WithSummary("Who is in a segment now, in the order of their ids")
            .WithDescription("'cursor' is the 'next' of the page before.")
            .Produces<ListOf<MemberRowView>>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> CountAsync(
        string chain, string segment, ChainCatalogue chains, SegmentReading reading, NodeClock clock, CancellationToken cancellation)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        return known.Segments.GetValueOrDefault(segment) is { } found
            ? await AnswerAsync(known, found.Segment, reading, clock.Now, cancellation).ConfigureAwait(false)
            : SegmentEndpoints.Unknown(segment);
    }

    private static async Task<IResult> CountUnsavedAsync(
        string chain, JsonNode? document, ChainCatalogue chains, SegmentReading reading, NodeClock clock, CancellationToken cancellation)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        var (wanted, problem) = SegmentEndpoints.Read(known, "draft", document);
        return wanted is null ? problem! : await AnswerAsync(known, wanted.Segment, reading, clock.Now, cancellation).ConfigureAwait(false);
    }

    private static async Task<Ok<SegmentCount>> AnswerAsync(
        Chain chain, Segment segment, SegmentReading reading, Instant now, CancellationToken cancellation)
    {
        var counts = await reading.CountAsync(chain, segment, now, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new SegmentCount(
            counts.Values.Sum(),
            [.. counts.Select(count => new StoreCount(count.Key.Store?.Value, count.Value)).OrderBy(count => count.Store, StringComparer.Ordinal)],
            now.ToDateTimeOffset()));
    }

    private static async Task<IResult> MembersAsync(
        string chain,
        string segment,
        ChainCatalogue chains,
        SegmentReading reading,
        NodeClock clock,
        CancellationToken cancellation,
        string? limit = null,
        string? cursor = null)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (known.Segments.GetValueOrDefault(segment) is not { } found)
            return SegmentEndpoints.Unknown(segment);
        if (!Paging.TryLimit(limit, 100, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        MemberId? after = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (Paging.Text(cursor) is not { } id || !Identifiers.IsText(id))
                return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");
            after = new(id);
        }

        var records = await reading.PageAsync(known, found.Segment, clock.Now, after, count + 1, cancellation).ConfigureAwait(false);
        var page = Paging.Page(records, count, last => Paging.Cursor(last.Key.Member.Value));
        return TypedResults.Ok(new ListOf<MemberRowView>([.. page.Items.Select(View)], page.Next));
    }

    private static MemberRowView View(MemberRecord record)
    {
        var member = record.State;
        return MemberRowView.Of(new(record.Key.Member, member.Home, member.Stage!.Value, member.StageSince, member.Flags, record.DueAt));
    }
}
