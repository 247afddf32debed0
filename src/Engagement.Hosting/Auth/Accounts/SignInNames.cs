namespace Engagement.Hosting.Auth.Accounts;

/// <summary>What may be a sign-in name: an e-mail address, or a word.</summary>
internal static class SignInNames
{
    public const int Longest = 254;

    public const string Rule = "must have 2 to 254 characters, none of them a space or a control character";

    public static bool IsValid(string? name) =>
        name is { Length: >= 2 and <= Longest } && !name.Any(character => char.IsControl(character) || char.IsWhiteSpace(character));
}
