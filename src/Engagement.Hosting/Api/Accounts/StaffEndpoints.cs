using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Accounts;

/// <summary>The accounts of a chain's staff, for those who manage them (docs/security/accounts.md).</summary>
internal static class StaffEndpoints
{
    public static void MapStaff(this RouteGroupBuilder chain)
    {
        var staff = chain.MapGroup("/staff").Needs(Right.ManageStaff, Place.Own);
        staff.MapGet("", (string chain, HttpContext context, StaffDesk desk, CancellationToken cancellation, string? limit = null, string? cursor = null) =>
                desk.ListAsync(context, new(chain), limit, cursor, cancellation))
            .WithName("listStaff").WithSummary("The accounts within the caller's reach").Produces<ListOf<StaffView>>().ProducesProblem(403).ProducesProblem(404);
        staff.MapPost("", InviteAsync).WithName("inviteStaff").WithSummary("Makes an account, and the link by which its owner chooses a password")
            .WithDescription("The code is shown this once, and good for seven days.")
            .Produces<StaffLinkView>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        staff.MapGet("/{account}", (string chain, string account, HttpContext context, StaffDesk desk, CancellationToken cancellation) =>
                desk.FindAsync(context, new(chain), account, cancellation))
            .WithName("getStaff").WithSummary("An account").Produces<StaffView>().ProducesProblem(403).ProducesProblem(404);
        staff.MapPut("/{account}", ChangeAsync).WithName("changeStaff").WithSummary("Changes name, role and stores; they hold at once")
            .Produces<StaffView>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        staff.MapDelete("/{account}", (string chain, string account, HttpContext context, StaffDesk desk, CancellationToken cancellation) =>
                desk.DeleteAsync(context, new(chain), account, cancellation))
            .WithName("deleteStaff").WithSummary("Takes an account away, and its sessions with it").Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        staff.MapPost("/{account}/lock", (string chain, string account, HttpContext context, StaffDesk desk, CancellationToken cancellation) =>
                desk.LockAsync(context, new(chain), account, true, cancellation))
            .WithName("lockStaff").WithSummary("Locks an account and ends its sessions").Produces<StaffView>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        staff.MapPost("/{account}/unlock", (string chain, string account, HttpContext context, StaffDesk desk, CancellationToken cancellation) =>
                desk.LockAsync(context, new(chain), account, false, cancellation))
            .WithName("unlockStaff").WithSummary("Takes a lock back, also one that wrong attempts brought about").Produces<StaffView>().ProducesProblem(403).ProducesProblem(404);
        staff.MapPost("/{account}/recovery", (string chain, string account, HttpContext context, StaffDesk desk, CancellationToken cancellation, RecoveryToIssue? body = null) =>
                desk.RecoverAsync(context, new(chain), account, body?.DropTotp == true, cancellation))
            .WithName("recoverStaff").WithSummary("Makes a link by which the account's owner chooses a new password")
            .WithDescription("Good for 24 hours; the second step stays unless 'dropTotp' says otherwise. For whoever has not accepted yet it is another invitation.")
            .Produces<StaffLinkView>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> InviteAsync(
        string chain, StaffToInvite body, HttpContext context, StaffDesk desk, ChainCatalogue chains, CancellationToken cancellation)
    {
        if (await desk.RefusalAsync(context, new(chain), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        if (StaffRoles.Find(body.Role) is not { } role || role is StaffRole.Integrator or StaffRole.SystemAdministrator)
            return Problems.InvalidField("role", "must be care_staff, store_manager or chain_headquarters");
        var known = (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false))!;
        var (stores, fault) = StaffPlaces.Read(known, role, body.Stores);
        return fault is not null
            ? fault
            : await desk.InviteAsync(context, known.Id, role, stores, body.SignInName, body.Name, cancellation).ConfigureAwait(false);
    }

    private static async Task<IResult> ChangeAsync(
        string chain, string account, StaffToChange body, HttpContext context, StaffDesk desk, ChainCatalogue chains, CancellationToken cancellation)
    {
        var known = await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false);
        return await desk.ChangeAsync(context, new(chain), account, (caller, found) =>
        {
            if (body.Name is not null && !Identifiers.IsName(body.Name))
                return (null, Problems.InvalidField("name", "must have 1 to 200 characters, none of them a control character"));
            if (StaffRoles.Find(body.Role ?? found.Role) is not { } role || role is StaffRole.Integrator or StaffRole.SystemAdministrator)
                return (null, Problems.InvalidField("role", "must be care_staff, store_manager or chain_headquarters"));
            var (stores, fault) = StaffPlaces.Read(
                known!, role, body.Stores ?? (StaffRoles.IsOfStores(role) ? [.. found.Stores.Select(store => store.Value)] : []));
            if (fault is not null)
                return (null, fault);
            var changed = found with { Name = body.Name ?? found.Name, Role = StaffRoles.NameOf(role), Stores = stores };
            if (caller.Id == found.Id.Value && changed != found with { Name = changed.Name })
                return (null, AccountProblems.OwnAccount());
            return Auth.Accounts.StaffReach.Covers(caller, changed) ? (changed, null) : (null, AccountProblems.BeyondReach());
        }, cancellation).ConfigureAwait(false);
    }
}
