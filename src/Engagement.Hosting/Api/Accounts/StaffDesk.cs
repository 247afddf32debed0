using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Hosting.Audit;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Auth.Accounts;
using Engagement.Hosting.Chains;
using Engagement.Journal.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Engagement.Hosting.Api.Accounts;

/// <summary>
/// What can be done to others' accounts, for a chain's staff and for administrators alike: each call keeps to what lies within
/// the caller's reach, and tells of nothing beyond it.
/// </summary>
internal sealed class StaffDesk(IAccounts accounts, ISessions sessions, AccountLinks links, ChainCatalogue chains, TimeProvider time)
{
    private const int MostTries = 3;
    private const int PageLength = 200;

    /// <summary>Of a chain, or of null the administrators; those within the caller's reach.</summary>
    public async Task<IResult> ListAsync(HttpContext context, ChainId? chain, string? limit, string? cursor, CancellationToken cancellation)
    {
        if (await RefusalAsync(context, chain, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        if (!Paging.TryLimit(limit, 50, 200, out var most))
            return Problems.InvalidParameter("limit", Paging.LimitRule(200));
        AccountId? after = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (Paging.Text(cursor) is not { } place || !Identifiers.IsText(place))
                return Problems.InvalidParameter("cursor", "must be the 'next' of a page before");
            after = new AccountId(place);
        }

        var caller = Caller.Of(context.User)!;
        var seen = new List<Account>();
        while (seen.Count <= most && await accounts.ListAsync(chain, after, PageLength, cancellation).ConfigureAwait(false) is { Count: > 0 } page)
        {
            seen.AddRange(page.Where(account => StaffReach.Covers(caller, account)));
            after = page[^1].Id;
        }

        var shown = Paging.Page([.. seen.Take(most + 1)], most, account => Paging.Cursor(account.Id.Value));
        return TypedResults.Ok(new ListOf<StaffView>([.. shown.Items.Select(StaffView.Of)], shown.Next));
    }

    public async Task<IResult> InviteAsync(
        HttpContext context, ChainId? chain, StaffRole role, ImmutableArray<StoreId> stores, string? signInName, string? name, CancellationToken cancellation)
    {
        if (!StaffReach.Covers(Caller.Of(context.User)!, role, chain, stores))
            return AccountProblems.BeyondReach();
        if (!SignInNames.IsValid(signInName))
            return Problems.InvalidField("signInName", SignInNames.Rule);
        if (name is not null && !Identifiers.IsName(name))
            return Problems.InvalidField("name", "must have 1 to 200 characters, none of them a control character");
        var now = time.Now();
        var account = new Account(StaffIds.New(), signInName!, name ?? signInName!, StaffRoles.NameOf(role), chain, stores) { CreatedAt = now, ChangedAt = now };
        if (!await accounts.AddAsync(account, cancellation).ConfigureAwait(false))
            return AccountProblems.NameTaken();
        context.NameAuditSubject(account.Id.Value);
        var link = await links.IssueAsync(account.Id, LinkPurpose.Invite, cancellation).ConfigureAwait(false);
        var place = chain is { } its ? $"/v1/chains/{its}/staff/{account.Id}" : $"/v1/administrators/{account.Id}";
        return TypedResults.Created(place, StaffLinkView.Of(account, link));
    }

    public async Task<IResult> FindAsync(HttpContext context, ChainId? chain, string account, CancellationToken cancellation) =>
        await ReachAsync(context, chain, account, cancellation).ConfigureAwait(false) switch
        {
            (var found, null) => Show(context, found!),
            (_, var problem) => problem,
        };

    /// <param name="change">The account as it should be, or why it cannot be.</param>
    public async Task<IResult> ChangeAsync(
        HttpContext context, ChainId? chain, string account, Func<Caller, Account, (Account? Changed, ProblemHttpResult? Fault)> change, CancellationToken cancellation)
    {
        for (var tries = 0; ; tries++)
        {
            var (found, problem) = await ReachAsync(context, chain, account, cancellation).ConfigureAwait(false);
            if (problem is not null)
                return problem;
            if (!VersionTags.Match(context, found!.Version))
                return Problems.VersionConflict();
            var (changed, fault) = change(Caller.Of(context.User)!, found);
            if (fault is not null)
                return fault;
            if (changed == found)
                return Show(context, found);
            if (await accounts.ChangeAsync(changed! with { ChangedAt = time.Now() }, cancellation).ConfigureAwait(false))
                return await FindAsync(context, chain, account, cancellation).ConfigureAwait(false);
            if (tries == MostTries)
                return Problems.VersionConflict();
        }
    }

    /// <summary>Locks, or takes a lock back; with it go the sessions, or what wrong attempts had closed.</summary>
    public async Task<IResult> LockAsync(HttpContext context, ChainId? chain, string account, bool isLocked, CancellationToken cancellation)
    {
        if (isLocked && await KeptAsync(context, new(account), cancellation).ConfigureAwait(false) is { } kept)
            return kept;
        var answer = await ChangeAsync(
            context, chain, account, (_, found) => (found with { IsLocked = isLocked, Failures = isLocked ? found.Failures : default }, null), cancellation)
            .ConfigureAwait(false);
        if (isLocked && answer is Ok<StaffView>)
            await sessions.EndAllAsync(new AccountId(account), null, cancellation).ConfigureAwait(false);
        return answer;
    }

    public async Task<IResult> DeleteAsync(HttpContext context, ChainId? chain, string account, CancellationToken cancellation)
    {
        var (found, problem) = await ReachAsync(context, chain, account, cancellation).ConfigureAwait(false);
        problem ??= await KeptAsync(context, new(account), cancellation).ConfigureAwait(false);
        if (problem is not null)
            return problem;
        return await accounts.DeleteAsync(found!.Id, cancellation).ConfigureAwait(false) ? TypedResults.NoContent() : AccountProblems.UnknownAccount();
    }

    /// <summary>A link to choose a password by: another invitation for whoever has not accepted hers, else a recovery.</summary>
    public async Task<IResult> RecoverAsync(HttpContext context, ChainId? chain, string account, bool dropsSecondStep, CancellationToken cancellation)
    {
        var (found, problem) = await ReachAsync(context, chain, account, cancellation).ConfigureAwait(false);
        if (problem is not null)
            return problem;
        var caller = Caller.Of(context.User)!;
        if (caller.Id == found!.Id.Value)
            return AccountProblems.OwnAccount();
        if (dropsSecondStep && !StaffReach.MayDropSecondSteps(caller))
            return AccountProblems.BeyondReach();
        var purpose = found.PasswordHash is null ? LinkPurpose.Invite : dropsSecondStep ? LinkPurpose.RecoverWithoutSecondStep : LinkPurpose.Recover;
        return TypedResults.Ok(StaffLinkView.Of(found, await links.IssueAsync(found.Id, purpose, cancellation).ConfigureAwait(false)));
    }

    /// <summary>Whether a chain is there and the caller's; of null, whether administrators are.</summary>
    public async ValueTask<ProblemHttpResult?> RefusalAsync(HttpContext context, ChainId? chain, CancellationToken cancellation)
    {
        var caller = Caller.Of(context.User)!;
        if (chain is not { } id)
            return caller.ReachOf(Right.ManageStaff) == Reach.Everywhere ? null : Problems.Forbidden();
        if (!caller.May(Right.ManageStaff, id))
            return Problems.Forbidden();
        return await chains.FindAsync(id, cancellation).ConfigureAwait(false) is null ? Problems.UnknownChain(id.Value) : null;
    }

    private static Ok<StaffView> Show(HttpContext context, Account account)
    {
        context.Response.Headers.ETag = VersionTags.Of(account.Version);
        return TypedResults.Ok(StaffView.Of(account));
    }

    private async ValueTask<(Account? Account, ProblemHttpResult? Problem)> ReachAsync(
        HttpContext context, ChainId? chain, string account, CancellationToken cancellation)
    {
        if (await RefusalAsync(context, chain, cancellation).ConfigureAwait(false) is { } refusal)
            return (null, refusal);
        var found = Identifiers.IsValid(account) ? await accounts.FindAsync(new AccountId(account), cancellation).ConfigureAwait(false) : null;
        return found is not null && found.Chain == chain && StaffReach.Covers(Caller.Of(context.User)!, found)
            ? (found, null)
            : (null, AccountProblems.UnknownAccount());
    }

    // Nobody shuts themselves out, and there is always somebody left who can let others in.
    private async ValueTask<ProblemHttpResult?> KeptAsync(HttpContext context, AccountId account, CancellationToken cancellation)
    {
        if (Caller.Of(context.User)!.Id == account.Value)
            return AccountProblems.OwnAccount();
        var found = await accounts.FindAsync(account, cancellation).ConfigureAwait(false);
        return found is { Role: Access.SystemAdministrator, IsLocked: false, PasswordHash: not null }
            && !await accounts.HaveAdministratorAsync(account, cancellation).ConfigureAwait(false)
                ? AccountProblems.LastAdministrator()
                : null;
    }
}
