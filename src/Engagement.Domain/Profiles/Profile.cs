using System.Collections.Immutable;

namespace Engagement.Domain.Profiles;

/// <summary>
/// Who a member is and how she is reached (docs/domain, people). It is kept apart from what happened to her, sealed, and can be
/// made to be forgotten. Her birthday is not in it: playbooks go by it, so she knows it herself.
/// </summary>
public sealed record Profile
{
    /// <summary>Nothing is known.</summary>
    public static readonly Profile Empty = new();

    /// <summary>As she is called; 1 to <see cref="ProfileLimits.Name"/> characters.</summary>
    public string? Name { get; init; }

    /// <summary>As it was given; <see cref="PhoneNumber.Normalize"/> says which number it is.</summary>
    public string? Phone { get; init; }

    public string? Email { get; init; }

    public Gender? Gender { get; init; }

    /// <summary>The year of birth, for whoever needs it.</summary>
    public int? BirthYear { get; init; }

    public string? Address { get; init; }

    /// <summary>The language she is spoken to in, as a tag such as <c>zh-CN</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Free text.</summary>
    public string? Note { get; init; }

    /// <summary>The chain's own fields, by name.</summary>
    public ImmutableSortedDictionary<string, string> Fields { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public bool IsEmpty => Equals(Empty);

    public bool Equals(Profile? other) => other is not null
        && (Name, Phone, Email, Gender) == (other.Name, other.Phone, other.Email, other.Gender)
        && (BirthYear, Address, Language, Note) == (other.BirthYear, other.Address, other.Language, other.Note)
        && Fields.SequenceEqual(other.Fields);

    public override int GetHashCode() => HashCode.Combine(Name, Phone, Email, Gender, BirthYear, Address, Note, Fields.Count);

    // What a debugger, a log or a failed test prints must not say who she is.
    public override string ToString() => nameof(Profile);
}

/// <summary>A member's gender, where a chain asks for it.</summary>
public enum Gender
{
    Female,
    Male,
    Other,
}

/// <summary>How much of a profile is kept, in characters.</summary>
public static class ProfileLimits
{
    public const int Name = 100;
    public const int Phone = 40;
    public const int Email = 254;
    public const int Address = 300;
    public const int Language = 35;
    public const int Note = 2000;

    /// <summary>How many fields of its own a chain may add.</summary>
    public const int Fields = 20;

    public const int FieldName = 40;
    public const int FieldValue = 200;

    /// <summary>The first year of birth that is believed.</summary>
    public const int FirstBirthYear = 1880;

    public const int LastBirthYear = 2200;
}
