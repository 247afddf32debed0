using System.Security.Claims;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Profiles;
using Engagement.Journal.Profiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.PersonalData;

/// <summary>The keys that profiles are sealed with, for whoever runs the system.</summary>
internal static class PersonalDataEndpoints
{
    public static void MapPersonalData(this RouteGroupBuilder api)
    {
        api.MapGet("/personal-data", FindAsync).WithName("getPersonalData").WithSummary("How the keys of profiles stand")
            .Produces<PersonalDataView>().ProducesProblem(403).Needs(Right.OpenChains, Place.Own);
        api.MapPost("/personal-data/rewrap", RewrapAsync).WithName("rewrapPersonalData")
            .WithSummary("Has the keys of all profiles wrapped by the newest master key")
            .WithDescription("It is done by and by on this node; GET /v1/personal-data tells how far it is. Nodes do so by themselves once a day.")
            .Produces<PersonalDataView>(202).ProducesProblem(403).Needs(Right.OpenChains, Place.Own);
    }

    private static async Task<IResult> FindAsync(
        ClaimsPrincipal user, IProfiles profiles, MasterKeys masterKeys, Rewrapping rewrapping, CancellationToken cancellation) =>
        Caller.Of(user)?.ReachOf(Right.OpenChains) == Reach.Everywhere
            ? TypedResults.Ok(await ViewAsync(profiles, masterKeys, rewrapping, cancellation).ConfigureAwait(false))
            : Problems.Forbidden();

    private static async Task<IResult> RewrapAsync(
        ClaimsPrincipal user, IProfiles profiles, MasterKeys masterKeys, Rewrapping rewrapping, CancellationToken cancellation)
    {
        if (Caller.Of(user)?.ReachOf(Right.OpenChains) != Reach.Everywhere)
            return Problems.Forbidden();
        rewrapping.Begin();
        return TypedResults.Accepted(
            "/v1/personal-data", await ViewAsync(profiles, masterKeys, rewrapping, cancellation).ConfigureAwait(false));
    }

    private static async ValueTask<PersonalDataView> ViewAsync(
        IProfiles profiles, MasterKeys masterKeys, Rewrapping rewrapping, CancellationToken cancellation)
    {
        var counts = await profiles.CountByMasterKeyAsync(cancellation).ConfigureAwait(false);
        return new(!masterKeys.IsForeign, counts.Values.Sum(), counts.GetValueOrDefault(masterKeys.NewestId()), rewrapping.Progress);
    }
}

/// <summary>How the keys of profiles stand.</summary>
/// <param name="KeysFit">The folder of keys is the one that belongs to this database. If not, no profile can be read.</param>
/// <param name="Profiles">How many there are.</param>
/// <param name="UnderNewestKey">How many of them have their key wrapped by the newest master key.</param>
/// <param name="Rewrap">The latest wrapping anew on this node.</param>
public sealed record PersonalDataView(bool KeysFit, long Profiles, long UnderNewestKey, RewrapProgress Rewrap);
