using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Domain.Chains;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Journal.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Segments;

/// <summary>The segments that a chain keeps (docs/domain/campaigns.md).</summary>
internal static class SegmentEndpoints
{
    public static void MapSegments(this RouteGroupBuilder chain)
    {
        chain.MapGet("/segments", ListAsync).WithName("listSegments").Needs(Right.SeeCampaigns).WithSummary("The segments that the chain keeps, in the order of their names")
            .Produces<ListOf<SavedSegmentView>>().ProducesProblem(404);
        chain.MapGet("/segments/{segment}", FindAsync).WithName("getSegment").Needs(Right.SeeCampaigns).WithSummary("A segment").WithDescription("The ETag is its version.")
            .Produces<SavedSegmentView>().ProducesProblem(404);
        chain.MapPut("/segments/{segment}", PutAsync).WithName("putSegment").Needs(Right.RunCampaigns).WithSummary("Adds or changes a segment")
            .WithDescription("Campaigns that name it go to whoever is in it from then on. If-Match guards against changes by others.")
            .Accepts<SegmentToPut>("application/json").Produces<SavedSegmentView>().Produces<SavedSegmentView>(201)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        chain.MapDelete("/segments/{segment}", DeleteAsync).WithName("deleteSegment").Needs(Right.RunCampaigns).WithSummary("Takes a segment away")
            .WithDescription("Not while a campaign names it.")
            .Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        chain.MapSegmentMembers();
    }

    private static async Task<IResult> ListAsync(string chain, ChainCatalogue chains, CancellationToken cancellation) =>
        await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is { } known
            ? TypedResults.Ok(new ListOf<SavedSegmentView>([.. known.Segments.Select(each => SavedSegmentView.Of(known, each.Key, each.Value))]))
            : Problems.UnknownChain(chain);

    private static async Task<IResult> FindAsync(
        string chain, string segment, HttpContext context, ChainCatalogue chains, CancellationToken cancellation)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        return known.Segments.GetValueOrDefault(segment) is { } found ? Answer(context, known, segment, found) : Unknown(segment);
    }

    private static async Task<IResult> PutAsync(
        string chain, string segment, HttpContext context, JsonNode? document, ChainCatalogue chains, CancellationToken cancellation)
    {
        while (true)
        {
            if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
                return Problems.UnknownChain(chain);
            var before = known.Segments.GetValueOrDefault(segment);
            if (!VersionTags.Match(context, before?.Version))
                return Problems.VersionConflict();
            var (wanted, problem) = Read(known, segment, document);
            if (wanted is null)
                return problem!;
            if (before is null && known.Segments.Count >= SegmentValidation.MostSegments)
            {
                return Problems.Of(
                    409, "too_many_segments", "The chain has as many segments as it may have", $"Delete one of its {SegmentValidation.MostSegments} first.");
            }

            wanted = wanted with { Version = known.Version + 1 };
            var changed = known with { Version = known.Version + 1, Segments = known.Segments.SetItem(segment, wanted) };
            if (!await chains.SaveAsync(changed, cancellation).ConfigureAwait(false))
                continue;
            var answer = Answer(context, changed, segment, wanted);
            return before is null ? TypedResults.Created($"/v1/chains/{chain}/segments/{segment}", answer.Value) : answer;
        }
    }

    private static async Task<IResult> DeleteAsync(
        string chain, string segment, HttpContext context, ChainCatalogue chains, CancellationToken cancellation)
    {
        while (true)
        {
            if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
                return Problems.UnknownChain(chain);
            if (known.Segments.GetValueOrDefault(segment) is not { } found)
                return Unknown(segment);
            if (!VersionTags.Match(context, found.Version))
                return Problems.VersionConflict();
            if (SavedSegmentView.UsersOf(known, segment) is { Count: > 0 } users)
            {
                return Problems.Of(
                    409, "segment_in_use", "Campaigns go to this segment", $"Change or delete first: {string.Join(", ", users)}.", ("campaigns", users));
            }

            var changed = known with { Version = known.Version + 1, Segments = known.Segments.Remove(segment) };
            if (await chains.SaveAsync(changed, cancellation).ConfigureAwait(false))
                return TypedResults.NoContent();
        }
    }

    /// <summary>Reads and checks what somebody wants a segment to be.</summary>
    internal static (SavedSegment? Segment, ProblemHttpResult? Problem) Read(Chain chain, string name, JsonNode? document)
    {
        if (SegmentFormat.Read(document, out var fault) is not { } wanted)
            return (null, Problems.Invalid("invalid_segment", "The segment is not valid", [fault!]));
        var faults = SegmentValidation.Validate(chain, name, wanted);
        return faults.IsEmpty ? (wanted, null) : (null, Problems.Invalid("invalid_segment", "The segment is not valid", faults));
    }

    internal static ProblemHttpResult Unknown(string segment) =>
        Problems.Of(404, "unknown_segment", "There is no such segment", $"The chain keeps no segment '{segment}'.");

    private static Ok<SavedSegmentView> Answer(HttpContext context, Chain chain, string name, SavedSegment saved)
    {
        context.Response.Headers.ETag = VersionTags.Of(saved.Version);
        return TypedResults.Ok(SavedSegmentView.Of(chain, name, saved));
    }
}
