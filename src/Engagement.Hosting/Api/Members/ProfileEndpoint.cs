using System.Security.Claims;
using System.Text.Json;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Profiles;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Members;
using Engagement.Hosting.Profiles;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Members;

/// <summary>What a chain knows of a member besides what happened to her, and can be made to forget.</summary>
internal static class ProfileEndpoint
{
    /// <summary>What a birthday looks like, for whoever sent another.</summary>
    public const string BirthdayRule = "must be a day such as 05-17, or a date such as 1990-05-17, of which the year is forgotten";

    public static void MapProfile(this RouteGroupBuilder chain)
    {
        chain.MapGet("/members/{id}/profile", FindAsync)
            .WithName("getProfile").WithSummary("Who a member is and how she is reached")
            .Produces<ProfileView>().ProducesProblem(404).ProducesProblem(503).Needs(Right.SeePersonalData, Place.MemberInPath);
        chain.MapPut("/members/{id}/profile", PutAsync)
            .WithName("putProfile")
            .WithSummary("Keeps what is known of a member besides what happened to her")
            .WithDescription("Takes the place of what was known: a field that is null or missing is forgotten. No event tells of it.")
            .Accepts<ProfileToPut>("application/json")
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(503).Needs(Right.ChangeProfile, Place.MemberInPath);
        chain.MapPatch("/members/{id}/profile", PatchAsync)
            .WithName("patchProfile")
            .WithSummary("Changes some of what is known of a member besides what happened to her")
            .WithDescription("A field that is null is forgotten; one that is missing stays as it is. No event tells of it.")
            .Accepts<ProfileToPut>("application/json")
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(503).Needs(Right.ChangeProfile, Place.MemberInPath);
    }

    private static async Task<IResult> FindAsync(
        string chain, string id, ClaimsPrincipal user, ChainCatalogue chains, IJournal journal, MemberProfiles profiles, CancellationToken cancellation)
    {
        var key = MemberEndpoints.KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (!Identifiers.IsText(id) || await journal.FindAsync(key, cancellation).ConfigureAwait(false) is not { } record)
            return Problems.UnknownMember();
        var known = await profiles.FindAsync(key, cancellation).ConfigureAwait(false);
        if (known is { Profile: null })
            return Problems.ProfileUnreadable();
        var isMasked = Caller.Of(user)?.May(Right.SeePersonalData, key.Chain, record.State.Home) != true;
        return TypedResults.Ok(ProfileView.Of(known ?? new(Profile.Empty), record.State.Birthday, isMasked));
    }

    private static async Task<IResult> PutAsync(
        string chain, string id, JsonElement body, ChainCatalogue chains, IMembers members, MemberProfiles profiles, CancellationToken cancellation)
    {
        var key = MemberEndpoints.KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        var reading = ProfileReading.Of(body);
        if (reading.Fault is var (field, why))
            return Problems.InvalidField(field, why);
        // She first: a profile of nobody is not kept. If the rest fails the same can be sent again.
        if (await KeepAsync(key, reading.Birthday?.Value, members, cancellation).ConfigureAwait(false) is { } problem)
            return problem;
        await profiles.PutAsync(key, reading.Change.To(Profile.Empty), cancellation).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> PatchAsync(
        string chain,
        string id,
        JsonElement body,
        ChainCatalogue chains,
        IJournal journal,
        IMembers members,
        MemberProfiles profiles,
        CancellationToken cancellation)
    {
        var key = MemberEndpoints.KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        var reading = ProfileReading.Of(body);
        if (reading.Fault is var (field, why))
            return Problems.InvalidField(field, why);
        if (!Identifiers.IsText(id) || await journal.FindAsync(key, cancellation).ConfigureAwait(false) is not { } record)
            return Problems.UnknownMember();
        if (record.State.IsErased)
            return Problems.MemberErased();
        if (!reading.Change.IsEmpty)
        {
            var word = new ProfileWord(key.Member, reading.Change, ProfileWordKind.Change);
            var outcomes = await profiles.ChangeAsync(key.Chain, [word], cancellation).ConfigureAwait(false);
            if (ProblemOf(outcomes[key.Member]) is { } problem)
                return problem;
        }

        return reading.Birthday is { } birthday && await KeepAsync(key, birthday.Value, members, cancellation).ConfigureAwait(false) is { } refused
            ? refused
            : TypedResults.NoContent();
    }

    internal static IResult? ProblemOf(ProfileOutcome outcome) => outcome switch
    {
        ProfileOutcome.Unreadable => Problems.ProfileUnreadable(),
        ProfileOutcome.TooManyFields => Problems.InvalidField("fields", $"would be more than {ProfileLimits.Fields}"),
        _ => null,
    };

    private static async ValueTask<IResult?> KeepAsync(MemberKey key, Birthday? birthday, IMembers members, CancellationToken cancellation)
    {
        if (!Identifiers.IsText(key.Member.Value))
            return Problems.UnknownMember();
        var replies = await members.SendAsync(key, [new KeepProfile(birthday)], cancellation).ConfigureAwait(false);
        return replies[0].Rejection switch
        {
            null => null,
            { } refused when refused == Rejection.MemberErased => Problems.MemberErased(),
            _ => Problems.UnknownMember(),
        };
    }
}

/// <summary>What is to be known of a member besides what happened to her.</summary>
/// <param name="Name">At most 100 characters.</param>
/// <param name="Phone">5 to 15 digits, written as people write them, with or without the prefix of a country.</param>
/// <param name="Gender">female, male or other.</param>
/// <param name="Birthday">MM-dd, or yyyy-MM-dd, of which the year is forgotten; null to forget it.</param>
/// <param name="BirthYear">For chains that need it.</param>
/// <param name="Address">At most 300 characters.</param>
/// <param name="Language">A tag such as zh-CN.</param>
/// <param name="Note">Free text, at most 2,000 characters.</param>
/// <param name="Fields">Up to 20 fields of the chain's own: names of at most 40 letters, digits, _ and -, texts of at most 200 characters.</param>
public sealed record ProfileToPut(
    string? Name = null,
    string? Phone = null,
    string? Email = null,
    string? Gender = null,
    string? Birthday = null,
    int? BirthYear = null,
    string? Address = null,
    string? Language = null,
    string? Note = null,
    IReadOnlyDictionary<string, string?>? Fields = null);
