using System.Collections.Immutable;
using System.Text.Json;
using Engagement.Domain.Members;
using Engagement.Domain.Profiles;
using Engagement.Hosting.Profiles;

namespace Engagement.Hosting.Api.Members;

/// <summary>Reads what somebody sends of a profile. What is wrong is told by the name of the field, never by what it said.</summary>
internal sealed class ProfileReading
{
    private static readonly string[] Known =
        ["name", "phone", "email", "gender", "birthday", "birthYear", "address", "language", "note", "fields"];

    private ProfileReading()
    {
    }

    /// <summary>What is said of the profile itself.</summary>
    public ProfileChange Change { get; private set; } = new();

    /// <summary>What is said of her birthday, which she knows herself.</summary>
    public Said<Birthday?>? Birthday { get; private set; }

    /// <summary>The first field that is not valid, and why.</summary>
    public (string Field, string Why)? Fault { get; private set; }

    public static ProfileReading Of(JsonElement profile)
    {
        var reading = new ProfileReading();
        try
        {
            if (profile.ValueKind != JsonValueKind.Object)
                reading.Refuse("profile", "must be an object");
            else
                reading.Take(profile);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in the name of a field: JSON, but no text.
            reading.Refuse("profile", "holds what is no valid text");
        }

        return reading;
    }

    private void Take(JsonElement profile)
    {
        foreach (var property in profile.EnumerateObject())
        {
            if (!Known.Contains(NameOf(property), StringComparer.Ordinal))
                Refuse("profile", $"has a field that is none of {string.Join(", ", Known)}; the chain's own go under 'fields'");
        }

        Change = new()
        {
            Name = Text(profile, "name", ProfileLimits.Name),
            Phone = Text(profile, "phone", ProfileLimits.Phone, phone => PhoneNumber.Normalize(phone) is not null, "must be a phone number of 5 to 15 digits"),
            Email = Text(profile, "email", ProfileLimits.Email, email => MailAddresses.Normalize(email) is not null, "must be a mail address"),
            Gender = Text(profile, "gender", 10, gender => Genders.Find(gender) is not null, Genders.Rule) is { } said
                ? new Said<Gender?>(Genders.Find(said.Value))
                : null,
            BirthYear = Year(profile),
            Address = Text(profile, "address", ProfileLimits.Address),
            Language = Text(profile, "language", ProfileLimits.Language, IsLanguage, "must be a language tag such as zh-CN"),
            Note = Text(profile, "note", ProfileLimits.Note, isOfLines: true),
            Fields = OwnFields(profile),
        };
        Birthday = Text(profile, "birthday", 10, day => Domain.Members.Birthday.TryRead(day, out _), ProfileEndpoint.BirthdayRule) is { } told
            ? new Said<Birthday?>(Domain.Members.Birthday.TryRead(told.Value, out var read) ? read : null)
            : null;
    }

    // Half of a surrogate pair is JSON, but no text.
    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private Said<string>? Text(
        JsonElement profile, string name, int most, Func<string, bool>? isValid = null, string? rule = null, bool isOfLines = false)
    {
        if (!profile.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Null)
            return new(null);
        if (TextOf(value) is not { } text)
            return Refuse(name, "must be a text or null");
        text = text.Trim();
        if (text.Length == 0)
            return new(null);
        if (text.Length > most)
            return Refuse(name, $"must have at most {most} characters");
        if (text.Any(character => char.IsControl(character) && !(isOfLines && character is '\n' or '\r' or '\t')))
            return Refuse(name, "must not contain control characters");
        return isValid is null || isValid(text) ? new(text) : Refuse(name, rule!);
    }

    private Said<int?>? Year(JsonElement profile)
    {
        if (!profile.TryGetProperty("birthYear", out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Null)
            return new(null);
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var year)
            && year is >= ProfileLimits.FirstBirthYear and <= ProfileLimits.LastBirthYear)
            return new(year);
        Refuse("birthYear", $"must be a year from {ProfileLimits.FirstBirthYear} to {ProfileLimits.LastBirthYear}");
        return null;
    }

    private ImmutableSortedDictionary<string, string?> OwnFields(JsonElement profile)
    {
        var own = ImmutableSortedDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        if (!profile.TryGetProperty("fields", out var value) || value.ValueKind == JsonValueKind.Null)
            return own.ToImmutable();
        if (value.ValueKind != JsonValueKind.Object || value.GetPropertyCount() > ProfileLimits.Fields)
        {
            Refuse("fields", $"must be an object of at most {ProfileLimits.Fields} fields");
            return own.ToImmutable();
        }

        foreach (var property in value.EnumerateObject())
        {
            if (NameOf(property) is not { } name || !IsFieldName(name))
                Refuse("fields", $"must have names of 1 to {ProfileLimits.FieldName} letters, digits, '_' and '-'");
            else if (Text(value, name, ProfileLimits.FieldValue) is { } said)
                own[name] = said.Value;
        }

        return own.ToImmutable();
    }

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsFieldName(string name) =>
        name.Length is > 0 and <= ProfileLimits.FieldName && name.All(character => char.IsLetterOrDigit(character) || character is '_' or '-');

    private static bool IsLanguage(string tag) =>
        tag.Length >= 2 && char.IsAsciiLetter(tag[0]) && tag.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');

    private Said<string>? Refuse(string field, string why)
    {
        Fault ??= (field, why);
        return null;
    }
}
