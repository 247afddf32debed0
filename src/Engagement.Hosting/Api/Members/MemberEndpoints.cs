using System.Globalization;
using System.Security.Claims;
using Engagement.Domain.Identity;
using Engagement.Hosting.Api.Documentation;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Profiles;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Members;

/// <summary>The 360 view of a member, and her timeline.</summary>
internal static class MemberEndpoints
{
    internal const int MostInPage = 500;

    public static void MapMembers(this RouteGroupBuilder chain)
    {
        chain.MapGet("/members/{id}", FindAsync).WithName("getMember").Needs(Right.SeeMembers, Place.MemberInPath).WithSummary("All about a member, as of now or any past instant")
            .WithDescription(
                "'language' (en or zh-CN, else as Accept-Language says) is that of what her tasks say. With 'at' she is as she was at that instant, by "
                + "all that has been told since; her profile is always the present one, and 'rfm.scores' is null. Who was no member yet is not_yet_a_member.")
            .Produces<MemberView>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/members/{id}/timeline", TimelineAsync).WithName("getTimeline").Needs(Right.SeeMembers, Place.MemberInPath).WithSummary("A member's events, newest first")
            .WithDescription("'before' takes the cursor of the previous page, a position, or an instant.")
            .Produces<ListOf<CommittedEventView>>().ProducesProblem(400).ProducesProblem(404);
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
        MemberViews views,
        MemberProfiles profiles,
        ClaimsPrincipal user,
        NodeClock clock,
        CancellationToken cancellation,
        string? language = null,
        string? at = null)
    {
        var key = KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (!Identifiers.IsText(id) || await journal.FindAsync(key, cancellation).ConfigureAwait(false) is not { } record)
            return Problems.UnknownMember();
        if (Reading.LanguageOf(request, language) is not { } words)
            return Problems.InvalidParameter("language", Reading.Rule);
        if (!PastInstant.TryRead(at, clock.Now, out var past, out var problem))
            return problem;
        var view = past is { } instant
            ? await views.OfPastAsync(record, instant, words, cancellation).ConfigureAwait(false)
            : await views.OfAsync(record, words, cancellation).ConfigureAwait(false);
        if (view is null)
            return Problems.NotYetAMember();
        var known = await profiles.FindAsync(key, cancellation).ConfigureAwait(false);
        var isMasked = Caller.Of(user)?.May(Right.SeePersonalData, key.Chain, record.State.Home) != true;
        return TypedResults.Ok(view with { Profile = ProfileView.Of(known, record.State.Birthday, isMasked) });
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
}
