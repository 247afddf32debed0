namespace Engagement.Hosting.Auth;

/// <summary>The names that sign-in and rights go by.</summary>
public static class Access
{
    /// <summary>The policy that every call about a chain asks for: somebody must have signed in.</summary>
    public const string Staff = "staff";

    /// <summary>Picks the key where a request carries one, else the cookie.</summary>
    internal const string EitherScheme = "key-or-cookie";

    internal const string KeyScheme = "key";

    internal const string CookieScheme = "cookie";

    /// <summary>The claim that holds a role.</summary>
    public const string Role = "role";

    public const string SystemAdministrator = "system_administrator";
}
