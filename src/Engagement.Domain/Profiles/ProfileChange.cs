using System.Collections.Immutable;

namespace Engagement.Domain.Profiles;

/// <summary>A word on one field of a profile: what it is to be, or nothing to forget it.</summary>
public readonly record struct Said<T>(T? Value);

/// <summary>Some fields of a profile are to become others; those of which nothing is said stay as they are.</summary>
public sealed record ProfileChange
{
    public Said<string>? Name { get; init; }

    public Said<string>? Phone { get; init; }

    public Said<string>? Email { get; init; }

    public Said<Gender?>? Gender { get; init; }

    public Said<int?>? BirthYear { get; init; }

    public Said<string>? Address { get; init; }

    public Said<string>? Language { get; init; }

    public Said<string>? Note { get; init; }

    /// <summary>The chain's own fields of which something is said; null for one to be forgotten.</summary>
    public ImmutableSortedDictionary<string, string?> Fields { get; init; } =
        ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>Nothing is said.</summary>
    public bool IsEmpty => (Name, Phone, Email, Gender) == default && (BirthYear, Address, Language, Note) == default && Fields.IsEmpty;

    /// <summary>The profile as it is then.</summary>
    public Profile To(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var fields = profile.Fields;
        foreach (var (name, value) in Fields)
            fields = value is null ? fields.Remove(name) : fields.SetItem(name, value);
        return new()
        {
            Name = Name is { } called ? called.Value : profile.Name,
            Phone = Phone is { } phone ? phone.Value : profile.Phone,
            Email = Email is { } email ? email.Value : profile.Email,
            Gender = Gender is { } gender ? gender.Value : profile.Gender,
            BirthYear = BirthYear is { } year ? year.Value : profile.BirthYear,
            Address = Address is { } address ? address.Value : profile.Address,
            Language = Language is { } language ? language.Value : profile.Language,
            Note = Note is { } note ? note.Value : profile.Note,
            Fields = fields,
        };
    }

    /// <summary>The same, but nothing that is known already becomes another: for what came by the way.</summary>
    public Profile Fill(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var changed = To(Profile.Empty);
        return profile with
        {
            Name = profile.Name ?? changed.Name,
            Phone = profile.Phone ?? changed.Phone,
            Email = profile.Email ?? changed.Email,
            Gender = profile.Gender ?? changed.Gender,
            BirthYear = profile.BirthYear ?? changed.BirthYear,
            Address = profile.Address ?? changed.Address,
            Language = profile.Language ?? changed.Language,
            Note = profile.Note ?? changed.Note,
            Fields = changed.Fields.SetItems(profile.Fields),
        };
    }

    public override string ToString() => nameof(ProfileChange);
}
