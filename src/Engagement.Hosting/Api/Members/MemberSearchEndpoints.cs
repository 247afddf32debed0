using System.Globalization;
using System.Security.Claims;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Stages;
using Engagement.Domain.Value;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Profiles;
using Engagement.Journal;
using Engagement.Journal.Formats;
using Engagement.Journal.Profiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Members;

/// <summary>
/// The search for members. What stands in a URL is found in logs and histories of browsers, so names and phones are only looked for
/// where they come in a body.
/// </summary>
internal static class MemberSearchEndpoints
{
    private const int MostTyped = 200;
    private const string ScoreRule = "must be a score from 1 to 5";

    public static void MapMemberSearch(this RouteGroupBuilder chain)
    {
        chain.MapGet("/members", ListAsync).WithName("searchMembers").WithSummary("Members by stage, home store, flag, group and the start of their id")
            .WithDescription(
                "'rfmGroup' is one of the eight groups as of the last night, such as important_value; 'r', 'f' and 'm' are scores of that night, each from 1 to 5. Members who were erased are left out unless 'erased' is true. 'q' is the start of an id; names and "
                + "phones are looked for with POST /members/search, for they must not be in URLs.")
            .Produces<ListOf<MemberRowView>>().ProducesProblem(400).ProducesProblem(404).Needs(Right.SeeMembers, Place.StoreInQuery);
        chain.MapPost("/members/search", SearchAsync).WithName("findMembers").WithSummary("Members by name, phone, e-mail or the start of their id")
            .WithDescription(
                "'q' is the start of an id or of a name (小红 finds 王小红), a phone number or its last four digits, or an e-mail address; the "
                + "rest narrows it down as with GET /members. Names, phones and e-mail addresses are looked for only for who may see them.")
            .Produces<ListOf<MemberRowView>>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).Needs(Right.SeeMembers, Place.Own);
    }

    private static async Task<IResult> ListAsync(
        string chain,
        ClaimsPrincipal user,
        ChainCatalogue chains,
        IJournalQueries queries,
        MemberProfiles profiles,
        CancellationToken cancellation,
        string? stage = null,
        string? store = null,
        string? flag = null,
        string? q = null,
        string? rfmGroup = null,
        string? limit = null,
        string? cursor = null,
        bool erased = false,
        string? r = null,
        string? f = null,
        string? m = null)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (!Paging.TryLimit(limit, 50, MemberEndpoints.MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MemberEndpoints.MostInPage));
        var (search, problem) = Read(known, stage, store, flag, q, rfmGroup, cursor, count);
        if (search is null)
            return problem!;
        if (!TryScore(r, out var recency) || !TryScore(f, out var frequency) || !TryScore(m, out var monetary))
            return Problems.InvalidParameter(!TryScore(r, out _) ? "r" : !TryScore(f, out _) ? "f" : "m", ScoreRule);
        search = search with { WithErased = erased, Scores = ScoresOf(recency, frequency, monetary) };
        var rows = await queries.SearchAsync(id, search, cancellation).ConfigureAwait(false);
        return await PageAsync(id, rows, count, Caller.Of(user), profiles, cancellation).ConfigureAwait(false);
    }

    private static async Task<IResult> SearchAsync(
        string chain,
        MembersSought body,
        ClaimsPrincipal user,
        ChainCatalogue chains,
        IJournalQueries queries,
        IProfiles sealedProfiles,
        MemberProfiles profiles,
        SearchDigests digests,
        CancellationToken cancellation)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        var count = body.Limit ?? 50;
        if (count is < 1 or > MemberEndpoints.MostInPage)
            return Problems.InvalidField("limit", Paging.LimitRule(MemberEndpoints.MostInPage));
        if (body.Q is { Length: > MostTyped })
            return Problems.InvalidField("q", $"must have at most {MostTyped} characters");
        var caller = Caller.Of(user);
        var store = body.Store;
        // As with a store in the query: who has one store looks there.
        if (string.IsNullOrEmpty(store) && caller is { Stores: [var only] } && caller.ReachOf(Right.SeeMembers) == Reach.OwnStores)
            store = only.Value;
        if (caller?.May(Right.SeeMembers, id, string.IsNullOrEmpty(store) ? null : new StoreId(store)) != true)
            return string.IsNullOrEmpty(store) ? Problems.StoreNeeded(caller?.Stores ?? []) : Problems.NotYourStore();
        var (search, problem) = Read(known, body.Stage, store, body.Flag, body.Q, body.RfmGroup, body.Cursor, count);
        if (search is null)
            return problem!;
        if (!IsScore(body.R) || !IsScore(body.F) || !IsScore(body.M))
            return Problems.InvalidField(!IsScore(body.R) ? "r" : !IsScore(body.F) ? "f" : "m", ScoreRule);
        search = search with { Scores = ScoresOf(body.R, body.F, body.M) };

        IEnumerable<MemberRow> rows = await queries.SearchAsync(id, search, cancellation).ConfigureAwait(false);
        // Whoever may not see a phone must not find out whose it is by looking for it.
        if (search.IdPrefix is { } typed && caller.May(Right.SeePersonalData, id, search.Home))
        {
            foreach (var sought in digests.Sought(id, typed))
                rows = rows.Concat(await sealedProfiles.SearchAsync(id, search, sought, cancellation).ConfigureAwait(false));
        }

        var merged = rows.DistinctBy(row => row.Id).OrderBy(row => row.Id.Value, ByCodePoint.Order).Take(search.Limit).ToList();
        return await PageAsync(id, merged, count, caller, profiles, cancellation).ConfigureAwait(false);
    }

    private static async Task<IResult> PageAsync(
        ChainId chain, IReadOnlyList<MemberRow> rows, int count, Caller? caller, MemberProfiles profiles, CancellationToken cancellation)
    {
        var page = Paging.Page(rows, count, last => Paging.Cursor(last.Id.Value));
        var known = await profiles.FindAsync(chain, [.. page.Items.Select(row => row.Id)], cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new ListOf<MemberRowView>(
            [
                .. page.Items.Select(row => MemberRowView.Of(row) with
                {
                    Profile = ProfileRowView.Of(
                        known.GetValueOrDefault(row.Id), caller?.May(Right.SeePersonalDataInLists, chain, row.Home) != true),
                }),
            ],
            page.Next));
    }

    private static (MemberSearch? Search, IResult? Problem) Read(
        Chain known, string? stage, string? store, string? flag, string? q, string? rfmGroup, string? cursor, int count)
    {
        if (!string.IsNullOrEmpty(stage) && Names.Stage(stage) is null)
            return (null, Problems.InvalidParameter("stage", "must be potential, new, effective, active, loyal, dormant or lost"));
        if (!string.IsNullOrEmpty(flag) && Names.Flag(flag) is null)
            return (null, Problems.InvalidParameter("flag", "must be second_visit_overdue or slipping"));
        if (!string.IsNullOrEmpty(store) && known.Find(new(store)) is null)
            return (null, Problems.UnknownStore(store));
        var after = string.IsNullOrEmpty(cursor) ? "" : Paging.Text(cursor);
        if (!Identifiers.IsText(q))
            return (null, Problems.InvalidParameter("q", "must not contain control characters"));
        if (after is null || !Identifiers.IsText(after))
            return (null, Problems.InvalidParameter("cursor", "must be the 'next' of the page before"));
        if (!string.IsNullOrEmpty(rfmGroup) && RfmGroups.Find(rfmGroup) is null)
            return (null, Problems.InvalidParameter("rfmGroup", $"must be one of {string.Join(", ", RfmGroups.All.Select(group => group.Code))}"));
        return (
            new(
                Names.Stage(stage),
                string.IsNullOrEmpty(store) ? null : new StoreId(store),
                Names.Flag(flag) ?? AttentionFlags.None,
                string.IsNullOrEmpty(q) ? null : q,
                new(after),
                count + 1)
            {
                Group = RfmGroups.Find(rfmGroup),
            },
            null);
    }

    private static ScoresSought? ScoresOf(int? r, int? f, int? m) => (r, f, m) is (null, null, null) ? null : new(r, f, m);

    private static bool IsScore(int? score) => score is null or (>= 1 and <= 5);

    private static bool TryScore(string? text, out int? score)
    {
        score = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read))
            return false;
        score = read;
        return IsScore(score);
    }

    /// <summary>The order in which both stores have ids: by code points, which UTF-16 tells otherwise beyond the first 65,536.</summary>
    private sealed class ByCodePoint : IComparer<string>
    {
        public static readonly ByCodePoint Order = new();

        public int Compare(string? x, string? y)
        {
            var left = (x ?? "").EnumerateRunes();
            var right = (y ?? "").EnumerateRunes();
            while (true)
            {
                var (more, others) = (left.MoveNext(), right.MoveNext());
                if (!more || !others)
                    return more.CompareTo(others);
                if (left.Current != right.Current)
                    return left.Current.CompareTo(right.Current);
            }
        }
    }
}

/// <summary>Which members are looked for.</summary>
/// <param name="Q">The start of an id or of a name, a phone number or its last four digits, or an e-mail address.</param>
/// <param name="Limit">1 to 500; 50 when missing.</param>
/// <param name="Cursor">The 'next' of the page before.</param>
/// <param name="R">Her score of recency as of the last night, 1 to 5; any when missing.</param>
/// <param name="F">Her score of frequency.</param>
/// <param name="M">Her score of money.</param>
public sealed record MembersSought(
    string? Q = null,
    string? Stage = null,
    string? Store = null,
    string? Flag = null,
    string? RfmGroup = null,
    int? Limit = null,
    string? Cursor = null,
    int? R = null,
    int? F = null,
    int? M = null);
