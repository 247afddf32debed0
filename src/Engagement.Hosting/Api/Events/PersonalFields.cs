using System.Collections.Frozen;
using System.Text.Json;
using Engagement.Domain.Members;
using Engagement.Domain.Profiles;

namespace Engagement.Hosting.Api.Events;

/// <summary>
/// Fields that say who a member is or how she is reached, by the names that senders give them. An item may carry them; they go to her
/// profile, and never into an event, nor into the fingerprint of one (docs/security, personal data).
/// </summary>
internal static class PersonalFields
{
    /// <summary>The field in which an item says of her profile what is to be kept.</summary>
    public const string Profile = "profile";

    private const string Name = "name";
    private const string Phone = "phone";
    private const string Email = "email";
    private const string Gender = "gender";
    private const string Address = "address";
    private const string Birthday = "birthday";
    private const string Own = "own";

    // What is meant by them whatever the item tells of.
    private static readonly FrozenDictionary<string, string> Always = Table(
        (Profile, [Profile]),
        (Name, ["fullName", "full_name", "realName", "real_name", "memberName", "member_name", "customerName", "customer_name", "姓名"]),
        (Phone, ["phone", "phoneNumber", "phone_number", "mobile", "mobileNumber", "mobile_number", "mobilePhone", "mobile_phone", "cell",
            "cellphone", "cell_phone", "tel", "telephone", "手机", "手机号", "电话", "联系电话"]),
        (Email, ["email", "e-mail", "e_mail", "mail", "emailAddress", "email_address", "邮箱", "电子邮件"]),
        (Birthday, ["birthday", "birthDate", "birth_date", "dateOfBirth", "date_of_birth", "dob", "生日", "出生日期"]),
        (Own, ["idCard", "id_card", "idNumber", "id_number", "idCardNumber", "id_card_number", "身份证", "身份证号", "passport", "passportNumber",
            "passport_number", "wechat", "weChatId", "wechat_id", "微信", "微信号", "qq"]));

    // With a purchase they may be those of goods or of a shop; with a joining they are hers.
    private static readonly FrozenDictionary<string, string> OfJoin = Table(
        (Name, ["name"]), (Gender, ["gender", "sex", "性别"]), (Address, ["address", "homeAddress", "home_address", "住址", "地址"]));

    /// <summary>Whether a field of an item of this type is to be in no event.</summary>
    public static bool Holds(string? type, string field) => TargetOf(type, field) is not null;

    /// <summary>What an item says of the profile by the way. What cannot be read as what it is named is left out.</summary>
    public static ProfileChange Strays(string type, JsonElement item)
    {
        var change = new ProfileChange();
        foreach (var property in item.EnumerateObject())
        {
            if (TargetOf(type, property.Name) is not { } target || TextOf(property.Value) is not { } text)
                continue;
            change = target switch
            {
                Name when text.Length <= ProfileLimits.Name => change with { Name = new(text) },
                Phone when text.Length <= ProfileLimits.Phone && PhoneNumber.Normalize(text) is not null => change with { Phone = new(text) },
                Email when MailAddresses.Normalize(text) is not null => change with { Email = new(text) },
                Address when text.Length <= ProfileLimits.Address => change with { Address = new(text) },
                Gender when GenderOf(text) is { } gender => change with { Gender = new(gender) },
                Own when text.Length <= ProfileLimits.FieldValue => change with { Fields = change.Fields.SetItem(property.Name, text) },
                _ => change,
            };
        }

        return change;
    }

    /// <summary>The birthday of who joins, under another name than the contract's.</summary>
    public static Birthday? StrayBirthday(JsonElement item)
    {
        foreach (var property in item.EnumerateObject())
        {
            if (TargetOf("join", property.Name) == Birthday && TextOf(property.Value) is { } text && Domain.Members.Birthday.TryRead(text, out var day))
                return day;
        }

        return null;
    }

    private static string? TargetOf(string? type, string field) =>
        Always.TryGetValue(field, out var target) || (type == "join" && OfJoin.TryGetValue(field, out target)) ? target : null;

    private static Gender? GenderOf(string text) => text.ToUpperInvariant() switch
    {
        "FEMALE" or "F" or "W" or "女" => Domain.Profiles.Gender.Female,
        "MALE" or "M" or "男" => Domain.Profiles.Gender.Male,
        "OTHER" => Domain.Profiles.Gender.Other,
        _ => null,
    };

    private static string? TextOf(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            // Numbers of phones come as numbers, too.
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return text?.Trim() is { Length: > 0 } trimmed && !trimmed.Any(char.IsControl) ? trimmed : null;
    }

    private static FrozenDictionary<string, string> Table(params (string Target, string[] Names)[] rows) => rows
        .SelectMany(row => row.Names.Select(name => KeyValuePair.Create(name, row.Target)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
