using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Hosting.Api.Documentation;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Hosting.Value;
using Engagement.Journal;
using Engagement.Journal.Formats;
using Engagement.Journal.Value;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Members;

/// <summary>The 360 view of a member, her timeline, and the search for members.</summary>
internal static class MemberEndpoints
{
    private const int MostInPage = 500;

    public static void MapMembers(this RouteGroupBuilder chain)
    {
        chain.MapGet("/members/{id}", FindAsync).WithName("getMember").Needs(Right.SeeMembers, Place.MemberInPath).WithSummary("All about a member, as of now")
            .WithDescription("'language' (en or zh-CN, else as Accept-Language says) is that of what her tasks say.")
            .Produces<MemberView>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/members/{id}/timeline", TimelineAsync).WithName("getTimeline").Needs(Right.SeeMembers, Place.MemberInPath).WithSummary("A member's events, newest first")
            .WithDescription("'before' takes the cursor of the previous page, a position, or an instant.")
            .Produces<ListOf<CommittedEventView>>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/members", SearchAsync).WithName("searchMembers").Needs(Right.SeeMembers, Place.StoreInQuery).WithSummary("Members by stage, home store, flag, group and the start of their id")
            .WithDescription("'rfmGroup' is one of the eight groups as of the last night, such as important_value. Members who were erased are left out unless 'erased' is true.")
            .Produces<ListOf<MemberRowView>>().ProducesProblem(400).ProducesProblem(404);
    }

    // A slash is part of many ids; routing hands it over as it came in the path.
    internal static MemberKey KeyOf(string chain, string id) =>
        new(new(chain), new(id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)));

    private static async Task<IResult> FindAsync(
        string chain,
        string id,
        HttpRequest request,
        ChainCatalogue chains,
        IJournal journal,
        IJournalQueries queries,
        IValueFigures figures,
        NodeClock clock,
        CancellationToken cancellation,
        string? language = null)
    {
        var key = KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (!Identifiers.IsText(id) || await journal.FindAsync(key, cancellation).ConfigureAwait(false) is not { } record)
            return Problems.UnknownMember();
        if (Reading.LanguageOf(request, language) is not { } words)
            return Problems.InvalidParameter("language", Reading.Rule);
        var rules = await chains.RulesAsync(key.Chain, cancellation).ConfigureAwait(false);
        var now = Instant.Later(clock.Now, record.State.LivedThrough);
        var member = MemberView.LivedUntil(rules, record.State, now);
        var doneAt = await FirstMonth.DoneAtAsync(queries, key, rules.For(member.Home), member, cancellation).ConfigureAwait(false);
        var grid = await figures.GridAsync(key.Chain, cancellation).ConfigureAwait(false);
        var social = await SocialReading.OfAsync(journal, rules, key, member, now, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(MemberView.Of(rules, record, member, now, doneAt, grid, social, words));
    }

    private static async Task<IResult> TimelineAsync(
        string chain,
        string id,
        ChainCatalogue chains,
        IJournal journal,
        IJournalQueries queries,
        CancellationToken cancellation,
        string? before = null,
        string? limit = null)
    {
        var key = KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        if (!Identifiers.IsText(id) || await journal.FindAsync(key, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownMember();

        TimelinePlace? place = null;
        if (!string.IsNullOrEmpty(before))
        {
            if (Timestamps.TryRead(before, out var at))
                place = new(at, 0);
            else if (long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                place = await queries.PlaceAsync(key, position, cancellation).ConfigureAwait(false);
            else
                place = Paging.Place(before);
            if (place is null)
                return Problems.InvalidParameter("before", "must be a cursor, the position of one of her events, or an instant");
        }

        var events = await queries.TimelineAsync(key, place, count + 1, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(Paging.Page(events, count, last => Paging.Cursor(new TimelinePlace(last.At, last.Position))));
    }

    private static async Task<IResult> SearchAsync(
        string chain,
        ChainCatalogue chains,
        IJournalQueries queries,
        CancellationToken cancellation,
        string? stage = null,
        string? store = null,
        string? flag = null,
        string? q = null,
        string? rfmGroup = null,
        string? limit = null,
        string? cursor = null,
        bool erased = false)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        if (!string.IsNullOrEmpty(stage) && Names.Stage(stage) is null)
            return Problems.InvalidParameter("stage", "must be potential, new, effective, active, loyal, dormant or lost");
        if (!string.IsNullOrEmpty(flag) && Names.Flag(flag) is null)
            return Problems.InvalidParameter("flag", "must be second_visit_overdue or slipping");
        if (!string.IsNullOrEmpty(store) && known.Find(new(store)) is null)
            return Problems.UnknownStore(store);
        var after = string.IsNullOrEmpty(cursor) ? "" : Paging.Text(cursor);
        if (!Identifiers.IsText(q))
            return Problems.InvalidParameter("q", "must not contain control characters");
        if (after is null || !Identifiers.IsText(after))
            return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");

        if (!string.IsNullOrEmpty(rfmGroup) && RfmGroups.Find(rfmGroup) is null)
            return Problems.InvalidParameter("rfmGroup", $"must be one of {string.Join(", ", RfmGroups.All.Select(group => group.Code))}");

        var search = new MemberSearch(
            Names.Stage(stage),
            string.IsNullOrEmpty(store) ? null : new StoreId(store),
            Names.Flag(flag) ?? AttentionFlags.None,
            string.IsNullOrEmpty(q) ? null : q,
            new(after),
            count + 1)
        {
            Group = RfmGroups.Find(rfmGroup),
            WithErased = erased,
        };
        var rows = await queries.SearchAsync(id, search, cancellation).ConfigureAwait(false);
        var page = Paging.Page(rows, count, last => Paging.Cursor(last.Id.Value));
        return TypedResults.Ok(new ListOf<MemberRowView>([.. page.Items.Select(MemberRowView.Of)], page.Next));
    }
}
