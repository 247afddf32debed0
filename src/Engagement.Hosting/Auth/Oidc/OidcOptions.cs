namespace Engagement.Hosting.Auth.Oidc;

/// <summary>
/// A chain's own identity provider (<c>Engagement:Oidc:NAME</c>, with a NAME of letters, digits and '-'; docs/security/accounts.md).
/// It says who somebody is; what she may do is in her account here.
/// </summary>
public sealed class OidcProviderOptions
{
    /// <summary>The issuer: its <c>/.well-known/openid-configuration</c> is read from there. Only https, but for this very machine.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    /// <summary>Keep it out of files that others read. None for a public client; then PKCE alone protects the exchange.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The chain whose staff come in by it; nobody else's accounts are looked at.</summary>
    public string? Chain { get; set; }

    /// <summary>What the sign-in page calls it. Default: NAME.</summary>
    public string? DisplayName { get; set; }
}
