using System.Globalization;
using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Hosting.Api.Documentation;
using Engagement.Hosting.Api.Members;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Tallies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Cards;

/// <summary>A card's statement, suspicious uses, and what a chain owes its members.</summary>
internal static class CardEndpoints
{
    private const int MostInPage = 500;

    public static void MapCards(this RouteGroupBuilder chain)
    {
        chain.MapGet("/members/{id}/cards/{card}/statement", StatementAsync).WithName("getCardStatement").Needs(Right.SeeMembers, Place.MemberInPath)
            .WithSummary("Everything that happened to a card, oldest first, with what was on it after")
            .WithDescription("'cursor' is the 'next' of the page before. A card that was passed on has a statement all the same.")
            .Produces<ListOf<CardStatementLine>>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/cards/flags", FlagsAsync).WithName("getCardFlags").Needs(Right.SeeMembers, Place.StoreInQuery).WithSummary("Suspicious uses of cards, newest first")
            .Produces<ListOf<CommittedEventView>>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/liability", LiabilityAsync).WithName("getLiability").Needs(Right.SeeValue, Place.StoreInQuery)
            .WithSummary("What members have paid for and not had yet")
            .WithDescription("'at' is a UTC day, for what it was at its end; without it, now.")
            .Produces<LiabilityView>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> StatementAsync(
        string chain,
        string id,
        string card,
        ChainCatalogue chains,
        IJournal journal,
        IJournalQueries queries,
        CancellationToken cancellation,
        string? limit = null,
        string? cursor = null)
    {
        var key = MemberEndpoints.KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (!Paging.TryLimit(limit, 100, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        if (!TryPosition(cursor, out var after))
            return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");
        if (!Identifiers.IsText(id) || await journal.FindAsync(key, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownMember();
        var history = await queries.HistoryAsync(key, cancellation).ConfigureAwait(false);
        var named = new CardId(card.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));
        var lines = CardStatement.Of(history.Select(told => told.Happened), named);
        if (lines.IsEmpty)
            return Problems.UnknownCard(named.Value);
        var page = lines.Select(line => CardStatementLine.Of(line, history[line.Index])).Where(line => line.Position > (after ?? 0)).Take(count + 1);
        return TypedResults.Ok(Paging.Page([.. page], count, last => last.Position.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> FlagsAsync(
        string chain,
        ChainCatalogue chains,
        IJournalQueries queries,
        CancellationToken cancellation,
        string? store = null,
        string? limit = null,
        string? cursor = null)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (!string.IsNullOrEmpty(store) && known.Find(new(store)) is null)
            return Problems.UnknownStore(store);
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        if (!TryPosition(cursor, out var before))
            return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");
        StoreId? home = string.IsNullOrEmpty(store) ? null : new StoreId(store);
        var flags = await queries.CardFlagsAsync(known.Id, home, before, count + 1, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(Paging.Page(flags, count, last => last.Position.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> LiabilityAsync(
        string chain,
        ChainCatalogue chains,
        ITallies tallies,
        NodeClock clock,
        CancellationToken cancellation,
        string? store = null,
        string? at = null)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        StoreId? home = string.IsNullOrEmpty(store) ? null : new StoreId(store);
        if (home is { } named && known.Find(named) is null)
            return Problems.UnknownStore(store!);
        DateOnly? day = null;
        if (!string.IsNullOrEmpty(at))
        {
            if (!DateOnly.TryParseExact(at, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
                return Problems.InvalidParameter("at", "must be a UTC day such as 2026-01-31");
            day = read;
        }

        var asked = new TallyQuestion([TallySubjects.Cards], home, To: day);
        var sums = await tallies.TalliesAsync(known.Id, asked, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(LiabilityView.Of(known, home?.Value, day, sums, clock.Now.ToDateTimeOffset()));
    }

    private static bool TryPosition(string? cursor, out long? position)
    {
        position = null;
        if (string.IsNullOrEmpty(cursor))
            return true;
        if (!long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var read))
            return false;
        position = read;
        return true;
    }
}
