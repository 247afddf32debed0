using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Journal.Value;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Value;

/// <summary>High-value acts (高价值行为) and what they brought (docs/domain §5).</summary>
internal static class HighValueEndpoints
{
    private const int MostInPage = 500;

    public static void MapHighValueActs(this RouteGroupBuilder chain)
    {
        chain.MapGet("/high-value-acts", ReportAsync).WithName("getHighValueActs").Needs(Right.SeeValue).WithSummary("What members paid before and after high-value acts, by kind")
            .WithDescription("As of the last night. Summed are only acts whose 180 days after are over.")
            .Produces<ListOf<HighValueView>>().ProducesProblem(404);
        chain.MapGet("/high-value-acts/{kind}", ListAsync).WithName("listHighValueActs").Needs(Right.SeeValue).WithSummary("The high-value acts of one kind with their members, the latest first")
            .WithDescription("As of the last night. 'kind' is as in the report, such as second_category, or act:course_completed.")
            .Produces<ListOf<HighValueActView>>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> ReportAsync(string chain, ChainCatalogue chains, IValueFigures figures, CancellationToken cancellation)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        var sums = await figures.HighValueAsync(known.Id, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new ListOf<HighValueView>([.. sums.Select(HighValueView.Of)]));
    }

    private static async Task<IResult> ListAsync(
        string chain,
        string kind,
        ChainCatalogue chains,
        IValueFigures figures,
        CancellationToken cancellation,
        string? limit = null,
        string? cursor = null)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (!Identifiers.IsText(kind))
            return Problems.InvalidParameter("kind", "must not contain control characters");
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        HighValuePlace? after = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (Paging.InstantAndName(cursor) is not var (at, member))
                return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");
            after = new(at, new(member));
        }

        var rows = await figures.HighValueActsAsync(known.Id, kind, after, count + 1, cancellation).ConfigureAwait(false);
        var page = Paging.Page(rows, count, last => Paging.Cursor(last.Outcome.At, last.Member.Value));
        return TypedResults.Ok(new ListOf<HighValueActView>([.. page.Items.Select(HighValueActView.Of)], page.Next));
    }
}

/// <summary>What the high-value acts of one kind brought, in the chain's currency.</summary>
/// <param name="Kind">card_upgrade, second_category, friend_bought, or a behaviour as act:NAME.</param>
/// <param name="Acts">How many there were.</param>
/// <param name="Measured">Of how many the 180 days after are over.</param>
/// <param name="PaidBefore">What their members paid in the 180 days before, all together.</param>
/// <param name="PaidAfter">What they paid in the 180 days from then on; what the act brought itself is part of it.</param>
/// <param name="MeanBefore">The same for one act; null while none is measured.</param>
/// <param name="MeanAfter">The same for one act; null while none is measured.</param>
public sealed record HighValueView(
    string Kind, long Acts, long Measured, decimal PaidBefore, decimal PaidAfter, decimal? MeanBefore, decimal? MeanAfter)
{
    internal static HighValueView Of(HighValueSum sum) => new(
        sum.Code, sum.Acts, sum.Over, sum.Before, sum.After, Mean(sum.Before, sum.Over), Mean(sum.After, sum.Over));

    private static decimal? Mean(decimal paid, long acts) => acts == 0 ? null : Math.Round(paid / acts, 2);
}

/// <summary>A high-value act of a member.</summary>
/// <param name="PaidBefore">What she paid in the 180 days before it.</param>
/// <param name="PaidAfter">What she paid in the 180 days from it on, so far.</param>
/// <param name="Measured">Whether those are over.</param>
public sealed record HighValueActView(string Member, string? Store, DateTimeOffset At, decimal PaidBefore, decimal PaidAfter, bool Measured)
{
    internal static HighValueActView Of(HighValueRow row) => new(
        row.Member.Value, row.Home?.Value, row.Outcome.At.ToDateTimeOffset(), row.Outcome.Before, row.Outcome.After, row.Outcome.IsOver);
}
