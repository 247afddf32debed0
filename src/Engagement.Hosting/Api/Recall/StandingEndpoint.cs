using System.Globalization;
using System.Security.Claims;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Hosting.Api.Members;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Profiles;
using Engagement.Hosting.Recall;
using Engagement.Journal.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Recall;

/// <summary>Who stands on which step of a playbook.</summary>
internal static class StandingEndpoint
{
    private const int MostInPage = 500;

    public static void MapStandings(this RouteGroupBuilder chain) =>
        chain.MapGet("/recall/{playbook}/members", ListAsync).WithName("listPlaybookMembers").Needs(Right.SeeMembers, Place.StoreInQuery)
            .WithSummary("Who is in a playbook now, in the order of their ids")
            .WithDescription(
                "'step' is how many of its steps have come, as 'taken' in the figures of recall, and 'heldOut' true or false leaves those who are left "
                + "alone or those who are treated. 'cursor' is the 'next' of the page before. A page may hold fewer than 'limit', or nobody, and have a "
                + "'next' all the same: then there are more members to be asked.")
            .Produces<ListOf<PlaybookMemberView>>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> ListAsync(
        string chain,
        string playbook,
        ClaimsPrincipal user,
        ChainCatalogue chains,
        StandingQuery standings,
        MemberProfiles profiles,
        CancellationToken cancellation,
        string? step = null,
        string? heldOut = null,
        string? store = null,
        string? limit = null,
        string? cursor = null)
    {
        var id = new ChainId(chain);
        if (await chains.ReadAsync(id, cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        StoreId? home = string.IsNullOrEmpty(store) ? null : new StoreId(store);
        if (home is { } wanted && known.Find(wanted) is null)
            return Problems.UnknownStore(store!);
        if (!TryStep(step, out var taken))
            return Problems.InvalidParameter("step", "must be how many steps have come, from 0");
        if (heldOut is not (null or "" or "true" or "false"))
            return Problems.InvalidParameter("heldOut", "must be true or false");
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        MemberId? after = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (Paging.Text(cursor) is not { Length: > 0 } last || !Identifiers.IsText(last))
                return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");
            after = new(last);
        }

        var sought = new StandingSought(playbook, taken, string.IsNullOrEmpty(heldOut) ? null : heldOut == "true", home);
        var page = await standings.PageAsync(known, sought, after, count, cancellation).ConfigureAwait(false);
        var names = await profiles.FindAsync(id, [.. page.Found.Select(standing => standing.Record.Key.Member)], cancellation).ConfigureAwait(false);
        var rules = await chains.RulesAsync(id, cancellation).ConfigureAwait(false);
        var caller = Caller.Of(user);
        return TypedResults.Ok(new ListOf<PlaybookMemberView>(
            [
                .. page.Found.Select(standing => PlaybookMemberView.Of(rules, standing) with
                {
                    Profile = ProfileRowView.Of(
                        names.GetValueOrDefault(standing.Record.Key.Member),
                        caller?.May(Right.SeePersonalDataInLists, id, standing.Record.State.Home) != true),
                }),
            ],
            page.After is { } next ? Paging.Cursor(next.Value) : null));
    }

    private static bool TryStep(string? text, out int? step)
    {
        step = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read))
            return false;
        step = read;
        return true;
    }
}

/// <summary>A member in a playbook (docs/domain/recall.md).</summary>
/// <param name="Store">Her home store.</param>
/// <param name="Stage">Her lifecycle stage.</param>
/// <param name="StageSince">Since when she has been in it.</param>
/// <param name="Since">When she entered the playbook.</param>
/// <param name="Step">How many of its steps have come for her.</param>
/// <param name="HeldOut">She is left alone, to be compared with: steps come and nothing is sent.</param>
/// <param name="PausedUntil">Nothing of it happens before then; null where it is not paused.</param>
/// <param name="NextStepAt">When the next step comes; null once all have.</param>
/// <param name="EndsAt">When she leaves at the latest; null where the playbook is gone from the policy.</param>
public sealed record PlaybookMemberView(
    string Id,
    string? Store,
    string Stage,
    DateTimeOffset StageSince,
    DateTimeOffset Since,
    int Step,
    bool HeldOut,
    DateTimeOffset? PausedUntil,
    DateTimeOffset? NextStepAt,
    DateTimeOffset? EndsAt)
{
    /// <summary>Who she is, masked for most; null where nothing is known.</summary>
    public ProfileRowView? Profile { get; init; }

    internal static PlaybookMemberView Of(ChainRules rules, Standing standing)
    {
        var (member, run) = (standing.Record.State, standing.Run);
        var outlook = RecallOutlook.Of(rules.For(member.Home), member).Single(each => each.Run.Number == run.Number);
        return new(
            member.Id.Value,
            member.Home?.Value,
            Names.Of(member.Stage!.Value),
            member.StageSince.ToDateTimeOffset(),
            run.Since.ToDateTimeOffset(),
            run.Next,
            run.IsHeldOut,
            run.PausedUntil is { } until && until > member.LivedThrough ? until.ToDateTimeOffset() : null,
            outlook.NextStepAt?.ToDateTimeOffset(),
            outlook.EndsAt?.ToDateTimeOffset());
    }
}
