using System.Text.Json.Serialization;
using Engagement.Domain.Members;
using Engagement.Domain.Profiles;
using Engagement.Hosting.Profiles;

namespace Engagement.Hosting.Api.Members;

/// <summary>Who a member is and how she is reached, as far as the one who asks may see it.</summary>
/// <param name="Name">Masked (王**) for who may not see it.</param>
/// <param name="Phone">As it was given; masked (138****5678) for who may not see it.</param>
/// <param name="Email">Masked (a***@example.com) for who may not see it.</param>
/// <param name="Gender">female, male or other; like all that follows it is withheld from who may see names masked only.</param>
/// <param name="Birthday">MM-dd.</param>
/// <param name="Fields">The chain's own fields.</param>
/// <param name="Masked">Name, phone and e-mail are masked and the rest is withheld.</param>
/// <param name="Unreadable">There is a profile, and the keys to it are not at hand.</param>
public sealed record ProfileView(
    string? Name,
    string? Phone,
    string? Email,
    string? Gender,
    string? Birthday,
    int? BirthYear,
    string? Address,
    string? Language,
    string? Note,
    IReadOnlyDictionary<string, string>? Fields,
    bool Masked,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Unreadable = false)
{
    /// <param name="known">Null where nothing is known but, perhaps, her birthday.</param>
    internal static ProfileView? Of(KnownProfile? known, Birthday? birthday, bool isMasked)
    {
        if (known is null && birthday is null)
            return null;
        var profile = known is null ? Profile.Empty : known.Profile ?? Profile.Empty;
        var isUnreadable = known is { Profile: null };
        return isMasked
            ? new(
                Domain.Profiles.Masked.Name(profile.Name), Domain.Profiles.Masked.Phone(profile.Phone), Domain.Profiles.Masked.Email(profile.Email),
                null, null, null, null, null, null, null, true, isUnreadable)
            : new(
                profile.Name, profile.Phone, profile.Email, Genders.NameOf(profile.Gender), birthday?.ToString(), profile.BirthYear,
                profile.Address, profile.Language, profile.Note, profile.Fields, false, isUnreadable);
    }
}

/// <summary>Who a member in a list is.</summary>
/// <param name="Masked">They are masked, for who asks may not see them in lists.</param>
/// <param name="Unreadable">There is a profile, and the keys to it are not at hand.</param>
public sealed record ProfileRowView(
    string? Name,
    string? Phone,
    string? Email,
    bool Masked,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Unreadable = false)
{
    internal static ProfileRowView? Of(KnownProfile? known, bool isMasked) => known switch
    {
        null => null,
        { Profile: null } => new(null, null, null, isMasked, true),
        { Profile: var profile } when isMasked => new(
            Domain.Profiles.Masked.Name(profile.Name), Domain.Profiles.Masked.Phone(profile.Phone), Domain.Profiles.Masked.Email(profile.Email), true),
        { Profile: var profile } => new(profile.Name, profile.Phone, profile.Email, false),
    };
}
