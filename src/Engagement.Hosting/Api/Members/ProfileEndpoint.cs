using Engagement.Domain.Members;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Members;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Members;

/// <summary>What a chain knows of a member besides what happened to her, and can be made to forget.</summary>
internal static class ProfileEndpoint
{
    /// <summary>What a birthday looks like, for whoever sent another.</summary>
    public const string BirthdayRule = "must be a day such as 05-17, or a date such as 1990-05-17, of which the year is forgotten";

    public static void MapProfile(this RouteGroupBuilder chain) => chain.MapPut("/members/{id}/profile", KeepAsync)
        .WithName("putProfile").Needs(Right.ChangeProfile, Place.MemberInPath)
        .WithSummary("Keeps what is known of a member besides what happened to her")
        .WithDescription("Takes the place of what was known: 'birthday' null or missing forgets it. No event tells of it.")
        .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);

    private static async Task<IResult> KeepAsync(
        string chain, string id, ProfileToPut body, ChainCatalogue chains, IMembers members, CancellationToken cancellation)
    {
        var key = MemberEndpoints.KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        Birthday? birthday = null;
        if (body.Birthday is not null)
        {
            if (!Birthday.TryRead(body.Birthday, out var day))
                return Problems.InvalidField("birthday", BirthdayRule);
            birthday = day;
        }

        if (!Identifiers.IsText(id))
            return Problems.UnknownMember();
        var replies = await members.SendAsync(key, [new KeepProfile(birthday)], cancellation).ConfigureAwait(false);
        return replies[0].Outcome == Outcome.Rejected ? Problems.UnknownMember() : TypedResults.NoContent();
    }
}

/// <summary>What is to be known of a member besides what happened to her.</summary>
/// <param name="Birthday">MM-dd, or yyyy-MM-dd, of which the year is forgotten; null to forget it.</param>
public sealed record ProfileToPut(string? Birthday);
