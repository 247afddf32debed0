using System.Globalization;
using System.Security.Claims;
using Engagement.Domain.Identity;
using Engagement.Domain.Points;
using Engagement.Domain.Time;
using Engagement.Hosting.Api.Events;
using Engagement.Hosting.Api.Members;
using Engagement.Hosting.Api.Tasks;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Members;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Membership;

/// <summary>A member's statement of points, and what staff change of it by hand (docs/domain §6).</summary>
internal static class PointsEndpoints
{
    private const int MostInPage = 500;
    private const int MostCharacters = 200;
    private const long MostPoints = 1_000_000_000;

    public static void MapPoints(this RouteGroupBuilder chain)
    {
        chain.MapGet("/members/{id}/points", StatementAsync).WithName("getPoints").Needs(Right.SeeMembers, Place.MemberInPath).WithSummary("A member's statement of points")
            .WithDescription("Every movement, the latest first, with the balance after it, and the lots that make up the balance of now.")
            .Produces<PointsStatementView>().ProducesProblem(400).ProducesProblem(404);
        chain.MapPost("/members/{id}/points/adjustments", AdjustAsync).WithName("adjustPoints").Needs(Right.GrantPrivileges, Place.MemberInPath)
            .WithSummary("Gives or takes points by hand")
            .WithDescription("Says why, and who did it is kept. A repeated 'id' changes nothing. A balance may go below zero by it.")
            .Produces<PointsView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(503);
    }

    private static async Task<IResult> StatementAsync(
        string chain,
        string id,
        ChainCatalogue chains,
        IJournal journal,
        IJournalQueries queries,
        NodeClock clock,
        CancellationToken cancellation,
        string? limit = null,
        string? cursor = null)
    {
        var key = MemberEndpoints.KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        var before = long.MaxValue;
        if (!string.IsNullOrEmpty(cursor) && !long.TryParse(Paging.Text(cursor), NumberStyles.None, CultureInfo.InvariantCulture, out before))
            return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");
        if (!Identifiers.IsText(id) || await journal.FindAsync(key, cancellation).ConfigureAwait(false) is not { } record)
            return Problems.UnknownMember();

        var (balance, lines) = (0L, new List<PointsLineView>());
        foreach (var told in await queries.HistoryAsync(key, cancellation).ConfigureAwait(false))
        {
            if (PointsMovement.Of(told.Happened) is not (not 0 and var points))
                continue;
            balance += points;
            if (told.Position < before)
                lines.Add(PointsLineView.Of(told, points, balance));
        }

        lines.Reverse();
        var page = Paging.Page(lines, count, last => Paging.Cursor(last.Position.ToString(CultureInfo.InvariantCulture)));
        var now = Instant.Later(clock.Now, record.State.LivedThrough);
        var rules = await chains.RulesAsync(key.Chain, cancellation).ConfigureAwait(false);
        var ledger = MemberView.LivedUntil(rules, record.State, now).Ledger;
        return TypedResults.Ok(new PointsStatementView(
            PointsView.Of(ledger, now), [.. ledger.Lots.Select(lot => PointsLotView.Of(lot, now))], page.Items, page.Next));
    }

    private static async Task<IResult> AdjustAsync(
        string chain,
        string id,
        PointsAdjustment body,
        ClaimsPrincipal user,
        ChainCatalogue chains,
        IJournal journal,
        IMembers members,
        NodeClock clock,
        CancellationToken cancellation)
    {
        var key = MemberEndpoints.KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (body.Points is 0 or > MostPoints or < -MostPoints)
            return Problems.InvalidField("points", $"must be a whole number from -{MostPoints} to {MostPoints}, and not 0");
        if (body.Reason is not { Length: > 0 and <= MostCharacters } reason || string.IsNullOrWhiteSpace(reason) || !Identifiers.IsText(reason))
            return Problems.InvalidField("reason", $"must say why, in 1 to {MostCharacters} characters");
        if (body.Id is { } given && (given.Length is 0 or > EventItem.MostCharacters || !Identifiers.IsText(given)))
            return Problems.InvalidField("id", $"must have 1 to {EventItem.MostCharacters} characters, none of them a control character");
        // By hand only for somebody who is known: a slip of the pen must not bring a member into being.
        if (!Identifiers.IsText(id) || await journal.FindAsync(key, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownMember();

        var by = TaskEndpoints.By(user, null);
        var command = new AdjustPoints(
            new(body.Id ?? Guid.NewGuid().ToString("N"), ContentFingerprints.Of($"{id}\n{body.Points}\n{reason}\n{by}")), null, null, body.Points, reason, by);
        var replies = await members.SendAsync(key, [command], cancellation).ConfigureAwait(false);
        if (replies[0].Rejection is { } refused)
            return Problems.Of(409, refused.Code, "The points cannot be changed so", refused.Detail);
        var record = (await journal.FindAsync(key, cancellation).ConfigureAwait(false))!;
        return TypedResults.Ok(PointsView.Of(record.State.Ledger, Instant.Later(clock.Now, record.State.LivedThrough)));
    }
}

/// <summary>What is to be given or taken.</summary>
/// <param name="Points">More than 0 to give, less than 0 to take.</param>
/// <param name="Reason">Why, 1 to 200 characters.</param>
/// <param name="Id">The sender's key: the same id is taken once. Left out, each request is one of its own.</param>
public sealed record PointsAdjustment(long Points, string Reason, string? Id = null);

/// <summary>Her points (docs/domain §6).</summary>
/// <param name="Balance">What her lots hold together, less what she owes.</param>
/// <param name="Usable">What she can spend now.</param>
/// <param name="Pending">What she will be able to spend once its purchase can no longer be refunded.</param>
/// <param name="Owed">How far below zero she is.</param>
/// <param name="NextExpiryAt">When the first of them expire; null for never.</param>
/// <param name="NextExpiring">How many that will be.</param>
public sealed record PointsView(long Balance, long Usable, long Pending, long Owed, DateTimeOffset? NextExpiryAt, long NextExpiring)
{
    internal static PointsView Of(PointsLedger ledger, Instant now)
    {
        var usable = ledger.UsableAt(now);
        return new(
            ledger.Balance,
            usable,
            ledger.Balance + ledger.Debt - usable,
            ledger.Debt,
            ledger.NextExpiry?.ToDateTimeOffset(),
            ledger.NextExpiry is { } next ? ledger.ExpiringBy(next) : 0);
    }
}

/// <summary>A member's statement of points.</summary>
/// <param name="Points">Where she stands now.</param>
/// <param name="Lots">What makes up her balance, oldest first: in this order they are spent.</param>
/// <param name="Items">The movements, the latest first.</param>
public sealed record PointsStatementView(
    PointsView Points, IReadOnlyList<PointsLotView> Lots, IReadOnlyList<PointsLineView> Items, string? Next);

/// <summary>Points that were earned at one time and are still there.</summary>
public sealed record PointsLotView(DateTimeOffset EarnedAt, long Left, bool IsUsable, DateTimeOffset? UsableFrom, DateTimeOffset? ExpiresAt)
{
    internal static PointsLotView Of(PointsLot lot, Instant now) => new(
        lot.At.ToDateTimeOffset(),
        lot.Left,
        lot.UsableFrom <= now,
        lot.Terms.PendingDays > 0 ? lot.UsableFrom.ToDateTimeOffset() : null,
        lot.ExpiresAt?.ToDateTimeOffset());
}

/// <summary>One movement of points.</summary>
/// <param name="Type">The event that moved them, as on the timeline.</param>
/// <param name="Points">How many came, or went where it is less than 0.</param>
/// <param name="Balance">The balance after it, in the order in which it was booked.</param>
/// <param name="What">The order, the behaviour, the goods, or the reason given; null where the type says it all.</param>
/// <param name="By">Who did it by hand.</param>
public sealed record PointsLineView(
    long Position, DateTimeOffset At, string Type, long Points, long Balance, string? What, string? By, string? Id)
{
    internal static PointsLineView Of(CommittedEvent told, long points, long balance)
    {
        var (what, by) = told.Happened switch
        {
            Domain.Purchases.Purchased purchased => (purchased.OrderId, (StaffId?)null),
            Domain.Purchases.Refunded refunded => (refunded.OrderId, null),
            Domain.Behaviours.Acted acted => (acted.Name, null),
            Domain.Care.MemberTaskDone done => (done.Task, null),
            PointsRedeemed redeemed => (redeemed.Goods, null),
            PointsAdjusted adjusted => (adjusted.Reason, adjusted.By),
            Domain.Referral.FriendRewarded rewarded => (rewarded.Friend.Value, null),
            Domain.Referral.FriendRewardReturned returned => (returned.Friend.Value, null),
            _ => (null, null),
        };
        return new(told.Position, told.At.ToDateTimeOffset(), EventFormat.WireName(told.Type), points, balance, what, by?.Value, told.Id);
    }
}
