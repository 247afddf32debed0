using Engagement.Domain.Identity;
using Engagement.Hosting.Api;
using Engagement.Hosting.Api.Members;
using Engagement.Journal;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Engagement.Hosting.Auth;

/// <summary>
/// Holds every call to what its caller may do (docs/security.md): the right, the chain, the store. A call that does not say
/// what it needs is refused to all. What lies beyond a caller's reach is answered as if it were not there.
/// </summary>
internal sealed class RightsGuard(RequestDelegate next, IJournal journal, ICareQueries care)
{
    private const string Store = "store";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is { } call && IsGuarded(call)
            && await RefusalAsync(context, call.Metadata.GetMetadata<NeededRight>()).ConfigureAwait(false) is { } refusal)
        {
            await refusal.ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        await next(context).ConfigureAwait(false);
    }

    private static bool IsGuarded(Endpoint call) =>
        call.Metadata.GetMetadata<IAllowAnonymous>() is null && call.Metadata.GetMetadata<IAuthorizeData>() is not null;

    private async ValueTask<ProblemHttpResult?> RefusalAsync(HttpContext context, NeededRight? needed)
    {
        if (Caller.Of(context.User) is not { } caller || needed is null)
            return Problems.Forbidden();
        if (needed.Right is not { } right)
            return null;
        var reach = caller.ReachOf(right);
        if (reach == Reach.Nowhere)
            return Problems.Forbidden();
        var named = context.Request.RouteValues["chain"] as string;
        if (named is not null && reach != Reach.Everywhere && caller.Chain?.Value != named)
            return Problems.UnknownChain(named);
        if (reach != Reach.OwnStores || needed.Place == Place.Own)
            return null;
        var chain = new ChainId(named ?? caller.Chain!.Value.Value);
        return needed.Place switch
        {
            Place.StoreInPath => caller.Stores.Contains(new(Path(Store))) ? null : Problems.NotYourStore(),
            Place.StoreInQuery => StoreInQuery(context.Request, caller),
            Place.MemberInPath => await MemberAsync(Path("id"), Problems.UnknownMember).ConfigureAwait(false),
            Place.MemberInQuery => context.Request.Query["member"].ToString() is { Length: > 0 } member
                ? await MemberAsync(member, Problems.UnknownMember).ConfigureAwait(false)
                : Problems.MemberNeeded(),
            Place.TaskInPath => Identifiers.IsValid(Path("task")) && await care.TaskAsync(chain, Path("task"), context.RequestAborted).ConfigureAwait(false) is { } task
                && caller.May(right, chain, task.Store) ? null : Problems.UnknownTask(),
            Place.MessageInPath => Identifiers.IsValid(Path("id")) && await care.MessageAsync(chain, Path("id"), context.RequestAborted).ConfigureAwait(false) is { } message
                && caller.May(right, chain, message.Store) ? null : Problems.UnknownMessage(),
            _ => Problems.Forbidden(),
        };

        string Path(string name) => context.Request.RouteValues[name] as string ?? "";

        async ValueTask<ProblemHttpResult?> MemberAsync(string id, Func<ProblemHttpResult> unknown) =>
            Identifiers.IsText(id) && await journal.FindAsync(MemberEndpoints.KeyOf(chain.Value, id), context.RequestAborted).ConfigureAwait(false) is { } record
                && caller.May(right, chain, record.State.Home)
                ? null
                : unknown();
    }

    private static ProblemHttpResult? StoreInQuery(HttpRequest request, Caller caller)
    {
        var named = request.Query[Store];
        if (named.Any(store => !string.IsNullOrEmpty(store)))
            return named.All(store => caller.Stores.Contains(new(store ?? ""))) ? null : Problems.NotYourStore();
        if (caller.Stores is not [var only])
            return Problems.StoreNeeded(caller.Stores);
        // Whoever belongs to one store means that one.
        request.QueryString = QueryString.Create(
            request.Query.Where(parameter => !parameter.Key.Equals(Store, StringComparison.OrdinalIgnoreCase)).Append(new(Store, only.Value)));
        return null;
    }
}

internal static class RightsGuardExtensions
{
    public static void UseRights(this IApplicationBuilder app) => app.UseMiddleware<RightsGuard>();
}
