using Engagement.Domain.Value;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Hosting.Value;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Value;

/// <summary>The quintiles of a chain and its eight groups (docs/domain §5).</summary>
internal static class RfmEndpoints
{
    public static void MapRfm(this RouteGroupBuilder chain)
    {
        chain.MapGet("/rfm", FindAsync).WithName("getRfm").Needs(Right.SeeValue).WithSummary("The chain's quintiles, means and groups, as of the last night or any past instant")
            .WithDescription(
                "Where there are none yet they are worked out now. Members of a group or a cell are found by the search for members. With 'at' they are worked "
                + "out anew from what members had done by then, which takes a moment for a large chain.")
            .Produces<RfmGridView>().ProducesProblem(400).ProducesProblem(404);
        chain.MapPost("/rfm/run", RunAsync).WithMetadata(new DisableRequestTimeoutAttribute()).WithName("runRfm").Needs(Right.RunNightlyWork).WithSummary("Works the quintiles, the scores and the forecast out now, without waiting for the night")
            .Produces<RfmGridView>().ProducesProblem(404);
    }

    private static async Task<IResult> FindAsync(
        string chain, ChainCatalogue chains, NightlyValue value, PastGrids grids, NodeClock clock, CancellationToken cancellation, string? at = null)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (!PastInstant.TryRead(at, clock.Now, out var past, out var problem))
            return problem;
        return TypedResults.Ok(past is { } instant
            ? RfmGridView.Of(await grids.AtAsync(known.Id, instant, cancellation).ConfigureAwait(false)) with { AsOf = instant.ToDateTimeOffset() }
            : RfmGridView.Of(await value.GridAsync(known.Id, cancellation).ConfigureAwait(false)));
    }

    private static async Task<IResult> RunAsync(string chain, ChainCatalogue chains, NightlyValue value, CancellationToken cancellation) =>
        await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is { } known
            ? TypedResults.Ok(RfmGridView.Of((await value.RunAsync(known.Id, cancellation).ConfigureAwait(false)).Grid))
            : Problems.UnknownChain(chain);
}

/// <summary>The chain's quintiles, means and groups.</summary>
/// <param name="AsOf">When they were worked out, or the past instant asked for; null while nobody has come.</param>
/// <param name="Members">From how many members: those who have come.</param>
/// <param name="CutPoints">Between the quintiles; null while nobody has come.</param>
/// <param name="Means">What the groups are measured by; null while nobody has come.</param>
/// <param name="Groups">How many members are in which of the eight groups, the most valuable first.</param>
/// <param name="Cells">How many members have which scores; what nobody has is missing.</param>
public sealed record RfmGridView(
    DateTimeOffset? AsOf,
    int Members,
    RfmCutPointsView? CutPoints,
    RfmMeansView? Means,
    IReadOnlyList<RfmGroupView> Groups,
    IReadOnlyList<RfmCellView> Cells)
{
    internal static RfmGridView Of(RfmGrid? grid) => new(
        grid?.At.ToDateTimeOffset(),
        grid?.Members ?? 0,
        grid is null ? null : new(grid.RecencyCuts, grid.FrequencyCuts, grid.MonetaryCuts),
        grid is null ? null : new(Math.Round(grid.Means.RecencyDays, 2), Math.Round(grid.Means.Frequency, 2), Math.Round(grid.Means.Monetary, 2)),
        [.. RfmGroups.All.Select(group => new RfmGroupView(group.Code, grid?.Groups[(int)group.Group] ?? 0))],
        grid is null ? [] : [.. Cell(grid)]);

    private static IEnumerable<RfmCellView> Cell(RfmGrid grid) =>
        from r in Enumerable.Range(1, 5)
        from f in Enumerable.Range(1, 5)
        from m in Enumerable.Range(1, 5)
        let count = grid.CountOf(new(r, f, m))
        where count > 0
        select new RfmCellView(r, f, m, count);
}

/// <summary>Four cut points each.</summary>
/// <param name="RecencyDays">The largest first: whoever came more recently than the n-th has a score of more than n.</param>
/// <param name="Frequency">The smallest first: whoever came more often than the n-th has a score of more than n.</param>
/// <param name="Monetary">The same of money.</param>
public sealed record RfmCutPointsView(IReadOnlyList<int> RecencyDays, IReadOnlyList<int> Frequency, IReadOnlyList<decimal> Monetary);

/// <summary>The means of the members who have come.</summary>
public sealed record RfmMeansView(decimal RecencyDays, decimal Frequency, decimal Monetary);

/// <summary>One of the eight groups.</summary>
/// <param name="Group">important_value (重要价值), important_develop (重要发展), important_keep (重要保持), important_retain (重要挽留), and the same with general_ (一般).</param>
public sealed record RfmGroupView(string Group, int Members);

/// <summary>How many members have these scores.</summary>
public sealed record RfmCellView(int R, int F, int M, int Members);

/// <summary>A member's scores, 1 to 5, by the quintiles of the last night and what she has done since.</summary>
public sealed record RfmScoresView(int R, int F, int M)
{
    internal static RfmScoresView? Of(RfmScores? scores) => scores is var (r, f, m) ? new(r, f, m) : null;
}
