using Engagement.Hosting.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Accounts;

/// <summary>The accounts of those who run the system, for themselves.</summary>
internal static class AdministratorEndpoints
{
    public static void MapAdministrators(this RouteGroupBuilder api)
    {
        var administrators = api.MapGroup("/administrators").Needs(Right.ManageAdministrators);
        administrators.MapGet("", (HttpContext context, StaffDesk desk, CancellationToken cancellation, string? limit = null, string? cursor = null) =>
                desk.ListAsync(context, null, limit, cursor, cancellation))
            .WithName("listAdministrators").WithSummary("The administrators' accounts").Produces<ListOf<StaffView>>().ProducesProblem(403);
        administrators.MapPost("", InviteAsync).WithName("inviteAdministrator").WithSummary("Makes an administrator's account, and its link")
            .Produces<StaffLinkView>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);
        administrators.MapGet("/{account}", (string account, HttpContext context, StaffDesk desk, CancellationToken cancellation) =>
                desk.FindAsync(context, null, account, cancellation))
            .WithName("getAdministrator").WithSummary("An administrator's account").Produces<StaffView>().ProducesProblem(403).ProducesProblem(404);
        administrators.MapDelete("/{account}", (string account, HttpContext context, StaffDesk desk, CancellationToken cancellation) =>
                desk.DeleteAsync(context, null, account, cancellation))
            .WithName("deleteAdministrator").WithSummary("Takes an administrator's account away; the last one stays")
            .Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        administrators.MapPost("/{account}/lock", (string account, HttpContext context, StaffDesk desk, CancellationToken cancellation) =>
                desk.LockAsync(context, null, account, true, cancellation))
            .WithName("lockAdministrator").WithSummary("Locks an administrator's account; not the last one")
            .Produces<StaffView>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        administrators.MapPost("/{account}/unlock", (string account, HttpContext context, StaffDesk desk, CancellationToken cancellation) =>
                desk.LockAsync(context, null, account, false, cancellation))
            .WithName("unlockAdministrator").WithSummary("Takes a lock back").Produces<StaffView>().ProducesProblem(403).ProducesProblem(404);
        administrators.MapPost("/{account}/recovery", (string account, HttpContext context, StaffDesk desk, CancellationToken cancellation, RecoveryToIssue? body = null) =>
                desk.RecoverAsync(context, null, account, body?.DropTotp == true, cancellation))
            .WithName("recoverAdministrator").WithSummary("Makes a link by which an administrator chooses a new password")
            .Produces<StaffLinkView>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> InviteAsync(
        AdministratorToInvite body, HttpContext context, StaffDesk desk, CancellationToken cancellation) =>
        await desk.RefusalAsync(context, null, cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : await desk.InviteAsync(context, null, StaffRole.SystemAdministrator, [], body.SignInName, body.Name, cancellation).ConfigureAwait(false);
}
