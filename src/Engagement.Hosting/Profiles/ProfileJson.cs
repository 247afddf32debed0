using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Domain.Profiles;

namespace Engagement.Hosting.Profiles;

/// <summary>A profile as it lies under its seal. Names in it are stored, and are never changed.</summary>
internal static class ProfileJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Write(Profile profile) => JsonSerializer.SerializeToUtf8Bytes(
        new Stored(
            profile.Name, profile.Phone, profile.Email, Genders.NameOf(profile.Gender), profile.BirthYear, profile.Address, profile.Language,
            profile.Note, profile.Fields.IsEmpty ? null : profile.Fields.ToDictionary()),
        Options);

    public static Profile Read(ReadOnlySpan<byte> text)
    {
        var stored = JsonSerializer.Deserialize<Stored>(text, Options)!;
        return new()
        {
            Name = stored.Name,
            Phone = stored.Phone,
            Email = stored.Email,
            Gender = Genders.Find(stored.Gender),
            BirthYear = stored.BirthYear,
            Address = stored.Address,
            Language = stored.Language,
            Note = stored.Note,
            Fields = (stored.Fields ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private sealed record Stored(
        string? Name, string? Phone, string? Email, string? Gender, int? BirthYear, string? Address, string? Language, string? Note,
        Dictionary<string, string>? Fields);
}

/// <summary>The names of genders on the wire and in stores.</summary>
internal static class Genders
{
    public const string Rule = "must be female, male or other";

    private static readonly string[] Names = ["female", "male", "other"];

    public static string? NameOf(Gender? gender) => gender is { } known ? Names[(int)known] : null;

    /// <summary>Null if there is none of this name.</summary>
    public static Gender? Find(string? name) => Array.IndexOf(Names, name) is >= 0 and var index ? (Gender)index : null;
}
