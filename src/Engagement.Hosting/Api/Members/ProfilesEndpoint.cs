using System.Text.Json;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Members;
using Engagement.Hosting.Profiles;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Members;

/// <summary>Many profiles at once, for whoever brings them over from another system.</summary>
internal static class ProfilesEndpoint
{
    private const int Most = 1_000;

    public static void MapProfiles(this RouteGroupBuilder chain) => chain.MapPost("/profiles", ChangeAsync)
        .WithName("patchProfiles")
        .WithSummary("Changes the profiles of many members")
        .WithDescription(
            "Up to 1,000 members that are known already, each as with PATCH. One that is refused, or not known, never spoils its neighbours.")
        .Accepts<IReadOnlyList<ProfileOfMember>>("application/json")
        .Produces<ProfilesAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(503)
        .Needs(Right.ChangeProfile);

    private static async Task<IResult> ChangeAsync(
        string chain, JsonElement body, ChainCatalogue chains, IJournal journal, IMembers members, MemberProfiles profiles, CancellationToken cancellation)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (body.ValueKind != JsonValueKind.Array)
            return Problems.InvalidBody("It is no JSON array of profiles. Nothing was taken.");
        if (body.GetArrayLength() > Most)
            return Problems.TooLarge($"At most {Most} profiles in one request. Nothing was taken.");

        var rejected = new List<RejectedProfile>();
        var words = new List<(int Index, ProfileWord Word)>();
        var birthdays = new List<(MemberKey Member, Birthday? Day)>();
        foreach (var (index, item) in body.EnumerateArray().Index())
        {
            var member = MemberOf(item);
            if (member is null || await journal.FindAsync(new(id, member.Value), cancellation).ConfigureAwait(false) is not { } record)
            {
                rejected.Add(new(index, "unknown_member", "nothing has been heard of a member with this id in this chain"));
                continue;
            }

            if (record.State.IsErased)
            {
                rejected.Add(new(index, Rejection.MemberErased.Code, Rejection.MemberErased.Detail));
                continue;
            }

            var reading = ProfileReading.Of(item.TryGetProperty("profile", out var profile) ? profile : default);
            if (reading.Fault is var (field, why))
            {
                rejected.Add(new(index, "invalid_field", $"'{field}' {why}"));
                continue;
            }

            words.Add((index, new(member.Value, reading.Change, ProfileWordKind.Change)));
            if (reading.Birthday is { } birthday)
                birthdays.Add((new(id, member.Value), birthday.Value));
        }

        var outcomes = await profiles.ChangeAsync(id, [.. words.Select(word => word.Word)], cancellation).ConfigureAwait(false);
        foreach (var (index, word) in words)
        {
            if (outcomes[word.Member] == ProfileOutcome.Unreadable)
                rejected.Add(new(index, "profile_unreadable", "the keys to what is known of her are not at hand"));
            else if (outcomes[word.Member] == ProfileOutcome.TooManyFields)
                rejected.Add(new(index, "invalid_field", "'fields' would be more than a profile may have"));
        }

        foreach (var (member, day) in birthdays)
            await members.SendAsync(member, [new KeepProfile(day)], cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new ProfilesAnswer(body.GetArrayLength() - rejected.Count, [.. rejected.OrderBy(each => each.Index)]));
    }

    private static MemberId? MemberOf(JsonElement item)
    {
        try
        {
            return item.ValueKind == JsonValueKind.Object && item.TryGetProperty("member", out var member)
                && member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 } id && Identifiers.IsText(id)
                    ? new MemberId(id)
                    : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is JSON, but no text.
            return null;
        }
    }
}

/// <summary>What is to be changed of what is known of a member.</summary>
public sealed record ProfileOfMember(string Member, ProfileToPut Profile);

/// <summary>What became of profiles that were sent.</summary>
/// <param name="Kept">How many were taken.</param>
/// <param name="Rejected">Those that were refused, and why.</param>
public sealed record ProfilesAnswer(int Kept, IReadOnlyList<RejectedProfile> Rejected);

/// <summary>A profile that was refused.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
public sealed record RejectedProfile(int Index, string Code, string Detail);
