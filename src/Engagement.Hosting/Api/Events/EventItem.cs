using System.Globalization;
using System.Text;
using System.Text.Json;
using Engagement.Domain.Behaviours;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Profiles;
using Engagement.Domain.Purchases;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tags;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;
using Engagement.Hosting.Api.Members;

namespace Engagement.Hosting.Api.Events;

/// <summary>One item of an ingest: a command to a member, or why it is none.</summary>
internal readonly record struct EventItem(string? Id, string? Member, ActCommand? Command, Rejection? Rejection)
{
    /// <summary>The code of whoever brought her, where the item names one: who that is has to be looked up.</summary>
    public string? ReferralCode { get; init; }

    /// <summary>What the item says of who she is, which no event tells; null for nothing.</summary>
    public ProfileChange? Profile { get; init; }

    /// <summary>What it says of that by the way: it holds where nothing is known.</summary>
    public ProfileChange? Stray { get; init; }

    /// <summary>The most characters of an id, a member, a name and the like.</summary>
    public const int MostCharacters = 128;

    /// <summary>The largest amount of money, in either direction of a comparison.</summary>
    public const decimal MostMoney = 1_000_000_000_000m;

    private static readonly string[] Types =
        ["join", "purchase", "refund", "visit", "checkin", "act", "survey", "complaint", "consent", "tag", "untag", .. CardItems.Types, .. MembershipItems.Types];

    /// <summary>Reads an item as it was sent.</summary>
    public static EventItem Read(JsonElement item)
    {
        try
        {
            return Take(item);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in the name of a field, or in an instant: JSON, but no text.
            return Reject(null, "invalid_item", "it holds what is no valid text");
        }
    }

    private static EventItem Take(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return Reject(null, "invalid_item", "an item must be a JSON object");
        var fields = new ItemFields(item);
        var id = fields.Text("id", required: true);
        var type = fields.Text("type", required: true);
        var member = fields.Text("member", required: true);
        if (fields.Fault is { } basic)
            return Reject(id, basic.Code, basic.Detail);
        if (Array.IndexOf(Types, type) < 0)
            return Reject(id, "unknown_type", $"'{type}' is none of {string.Join(", ", Types)}");

        var store = fields.Text("store") is { } name ? new StoreId(name) : (StoreId?)null;
        var at = fields.Instant("at");
        var key = new EventKey(id!, ContentFingerprints.Of(item, type));
        var said = fields.Profile(isJoin: type == "join");
        ActCommand command = type switch
        {
            "purchase" => new Purchase(key, at, store, fields.Money("amount", required: true) ?? 0m, fields.Text("orderId"), fields.Array("items")),
            "refund" => new Refund(key, at, store, fields.Text("orderId"), fields.Money("amount", positive: true)),
            "visit" => new Visit(key, at, store, fields.Text("service")),
            "checkin" => new CheckIn(key, at, store),
            "act" => new Act(key, at, store, fields.Text("name", required: true) ?? ""),
            "tag" => new Tag(key, at, store, fields.Text("name", required: true, Tagging.MostCharacters) ?? ""),
            "untag" => new Untag(key, at, store, fields.Text("name", required: true, Tagging.MostCharacters) ?? ""),
            "survey" => new Survey(key, at, store, fields.Whole("score", 0, 10) ?? 0),
            "complaint" => new Complaint(key, at, store),
            "consent" => new Consent(key, at, store, fields.Text("channel"), fields.Flag("given") ?? false),
            _ when CardItems.Read(type!, fields, key, at, store) is { } card => card,
            not "join" => MembershipItems.Read(type!, key, at, store, fields),
            _ => new Join(
                key,
                at,
                store,
                Referrer: fields.Text("referrer") is { } referrer ? new MemberId(referrer) : null,
                Birthday: fields.Birthday("birthday") ?? said?.Birthday?.Value ?? PersonalFields.StrayBirthday(item)),
        };
        if (command is Refund { OrderId: null, Amount: null } && fields.Fault is null)
            return Reject(id, Engagement.Domain.Members.Rejection.RefundOfNothing.Code, Engagement.Domain.Members.Rejection.RefundOfNothing.Detail);
        var code = command is Join { Referrer: null } ? fields.Text("referralCode") : null;
        return fields.Fault is { } fault
            ? Reject(id, fault.Code, fault.Detail)
            : new(id, member, command with { Extra = fields.Unknown(type) }, null)
            {
                ReferralCode = code,
                Profile = said?.Change is { IsEmpty: false } change ? change : null,
                Stray = PersonalFields.Strays(type!, item) is { IsEmpty: false } stray ? stray : null,
            };
    }

    public static EventItem Reject(string? id, string code, string detail) => new(id, null, null, new(code, detail));
}

/// <summary>The fields of one item, taken one by one; the first that is not valid is remembered with the reason.</summary>
internal sealed class ItemFields(JsonElement item)
{
    private readonly List<string> _known = [];

    public Rejection? Fault { get; private set; }

    public string? Text(string name, bool required = false, int most = EventItem.MostCharacters)
    {
        if (Find(name, required) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            return Invalid<string>(name, "must be a string");
        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is JSON, but no text.
            return Invalid<string>(name, "is no valid text");
        }

        if (text.Length == 0 || text.Length > most)
            return Invalid<string>(name, $"must have 1 to {most} characters");
        foreach (var character in text)
        {
            if (char.IsControl(character))
                return Invalid<string>(name, "must not contain control characters");
        }

        return text;
    }

    public decimal? Money(string name, bool required = false, bool positive = false)
    {
        if (Find(name, required) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var money))
            return InvalidNumber(name, "must be a number");
        if (money < 0 || money > EventItem.MostMoney)
            return InvalidNumber(name, $"must be between 0 and {EventItem.MostMoney.ToString(CultureInfo.InvariantCulture)}");
        return positive && money == 0 ? InvalidNumber(name, "must be more than 0") : money;
    }

    /// <summary>A whole number that must be there.</summary>
    public int? Whole(string name, int from, int to)
    {
        if (Find(name, required: true) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= from && number <= to)
            return number;
        Fault ??= new("invalid_field", $"'{name}' must be a whole number from {from} to {to}");
        return null;
    }

    /// <summary>A whole number.</summary>
    public long? Long(string name, long from, long to, bool required = false)
    {
        if (Find(name, required) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= from && number <= to)
            return number;
        Fault ??= new("invalid_field", string.Create(CultureInfo.InvariantCulture, $"'{name}' must be a whole number from {from} to {to}"));
        return null;
    }

    /// <summary>A field that must not be there; it has no value.</summary>
    public long? Absent(string name, string because)
    {
        if (Find(name, required: false) is not null)
            Fault ??= new("invalid_field", $"'{name}' must not be given where {because}");
        return null;
    }

    /// <summary>A whole number that may be missing.</summary>
    public int? WholeIfAny(string name, int from, int to) => Find(name, required: false) is null ? null : Whole(name, from, to);

    /// <summary>A yes or no.</summary>
    public bool? Flag(string name, bool required = true)
    {
        if (Find(name, required) is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Fault ??= new("invalid_field", $"'{name}' must be true or false");
        return null;
    }

    public Instant? Instant(string name, bool required = false)
    {
        if (Find(name, required) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String && Timestamps.TryRead(value.GetString(), out var at))
            return at;
        Fault ??= new("invalid_field", $"'{name}' must be an RFC 3339 instant such as 2026-01-31T09:30:00Z");
        return null;
    }

    /// <summary>A day of the year; a year that was sent with it is forgotten.</summary>
    public Birthday? Birthday(string name)
    {
        if (Find(name, required: false) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String && Domain.Members.Birthday.TryRead(value.GetString(), out var birthday))
            return birthday;
        Fault ??= new("invalid_field", $"'{name}' {ProfileEndpoint.BirthdayRule}");
        return null;
    }

    /// <summary>A JSON array, as it was sent.</summary>
    public string? Array(string name)
    {
        if (Find(name, required: false) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Array ? value.GetRawText() : Invalid<string>(name, "must be an array");
    }

    /// <summary>What is said of her profile; null for nothing. A birthday is kept in her history's place, which a joining opens.</summary>
    public ProfileReading? Profile(bool isJoin)
    {
        if (Find(PersonalFields.Profile, required: false) is not { } value)
            return null;
        var reading = ProfileReading.Of(value);
        if (reading.Fault is var (field, why))
            Fault ??= new("invalid_field", field == PersonalFields.Profile ? $"'profile' {why}" : $"'profile.{field}' {why}");
        else if (reading.Birthday is not null && !isJoin)
            Fault ??= new("invalid_field", "'profile.birthday' goes with a join only; else send it to the member's profile");
        return reading;
    }

    /// <summary>All fields nobody has asked for, but those that say who she is, as a JSON object; null if there are none.</summary>
    public string? Unknown(string? type)
    {
        StringBuilder? extra = null;
        foreach (var property in item.EnumerateObject())
        {
            if (_known.Contains(property.Name) || PersonalFields.Holds(type, property.Name))
                continue;
            extra = extra is null ? new StringBuilder("{") : extra.Append(',');
            extra.Append(JsonSerializer.Serialize(property.Name)).Append(':').Append(property.Value.GetRawText());
        }

        return extra?.Append('}').ToString();
    }

    private JsonElement? Find(string name, bool required)
    {
        _known.Add(name);
        if (item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
            return value;
        if (required)
            Fault ??= new("missing_field", $"'{name}' is missing");
        return null;
    }

    private T? Invalid<T>(string name, string why)
        where T : class
    {
        Fault ??= new("invalid_field", $"'{name}' {why}");
        return null;
    }

    private decimal? InvalidNumber(string name, string why)
    {
        Fault ??= new("invalid_field", $"'{name}' {why}");
        return null;
    }
}
