using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Recall;
using Engagement.Journal;
using Engagement.Journal.Tallies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Recall;

/// <summary>What playbooks and campaigns do and bring, and what members say in surveys.</summary>
internal static class RecallEndpoints
{
    private const string DayRule = "must be a day such as 2026-01-31";

    public static void MapRecall(this RouteGroupBuilder chain)
    {
        chain.MapGet("/recall", RecallAsync).WithName("getRecall").Needs(Right.SeeFigures, Place.StoreInQuery).WithSummary("What playbooks and campaigns do and bring")
            .WithDescription("'from' and 'to' are UTC days, both included; where members stand is always as of now.")
            .Produces<RecallFigures>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/nps", NpsAsync).WithName("getNps").Needs(Right.SeeFigures, Place.StoreInQuery).WithSummary("How willing members are to recommend the chain")
            .WithDescription("'from' and 'to' are UTC days, both included.")
            .Produces<NpsFigures>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> RecallAsync(
        string chain,
        ChainCatalogue chains,
        RecallQuery recall,
        CancellationToken cancellation,
        string? store = null,
        string? from = null,
        string? to = null)
    {
        var (asked, problem) = await AskAsync(chain, chains, store, from, to, cancellation).ConfigureAwait(false);
        return problem
            ?? TypedResults.Ok(await recall.ReadAsync(new(chain), asked.Store, asked.From, asked.To, cancellation).ConfigureAwait(false));
    }

    private static async Task<IResult> NpsAsync(
        string chain,
        ChainCatalogue chains,
        ITallies tallies,
        CancellationToken cancellation,
        string? store = null,
        string? from = null,
        string? to = null)
    {
        var (asked, problem) = await AskAsync(chain, chains, store, from, to, cancellation).ConfigureAwait(false);
        if (problem is not null)
            return problem;
        var question = new TallyQuestion([TallySubjects.Survey], asked.Store, asked.From, asked.To, IsByDay: true);
        var answers = await tallies.TalliesAsync(new(chain), question, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(NpsFigures.Of(chain, asked.Store?.Value, asked.From, asked.To, answers));
    }

    private static async ValueTask<((StoreId? Store, DateOnly? From, DateOnly? To) Asked, IResult? Problem)> AskAsync(
        string chain, ChainCatalogue chains, string? store, string? from, string? to, CancellationToken cancellation)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return (default, Problems.UnknownChain(chain));
        StoreId? place = string.IsNullOrEmpty(store) ? null : new StoreId(store);
        if (place is { } wanted && known.Find(wanted) is null)
            return (default, Problems.UnknownStore(store!));
        if (!TryDay(from, out var first))
            return (default, Problems.InvalidParameter("from", DayRule));
        if (!TryDay(to, out var last))
            return (default, Problems.InvalidParameter("to", DayRule));
        return first > last
            ? (default, Problems.InvalidParameter("to", "must not be before 'from'"))
            : ((place, first, last), null);
    }

    private static bool TryDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            return false;
        day = read;
        return true;
    }
}
