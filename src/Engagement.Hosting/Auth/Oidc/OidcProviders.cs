using Engagement.Hosting.Api.Sessions;
using Microsoft.Extensions.Configuration;

namespace Engagement.Hosting.Auth.Oidc;

/// <summary>The identity providers that are configured, by their names.</summary>
internal sealed class OidcProviders(IReadOnlyDictionary<string, OidcProviderOptions> all)
{
    public const string Section = "Engagement:Oidc";

    public IReadOnlyDictionary<string, OidcProviderOptions> All => all;

    public IReadOnlyList<ProviderView> Views { get; } =
        [.. all.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => new ProviderView(each.Key, each.Value.DisplayName ?? each.Key, PathOf(each.Key)))];

    /// <summary>Where a browser goes to sign in.</summary>
    public static string PathOf(string name) => $"/v1/session/oidc/{name}";

    /// <summary>Where the provider sends it back to: the address to register there.</summary>
    public static string CallbackOf(string name) => $"/v1/session/oidc/{name}/callback";

    public static string SchemeOf(string name) => "oidc-" + name;

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is missing or wrong.</exception>
    public static OidcProviders Read(IConfiguration configuration)
    {
        var all = configuration.GetSection(Section).GetChildren()
            .ToDictionary(section => section.Key, section => section.Get<OidcProviderOptions>() ?? new(), StringComparer.Ordinal);
        foreach (var (name, options) in all)
        {
            if (FaultOf(name, options) is { } fault)
                throw new Microsoft.Extensions.Options.OptionsValidationException(Section, typeof(OidcProviderOptions), [$"{Section}:{name}: {fault}"]);
        }

        return new(all);
    }

    /// <summary>Whether a provider lies on this very machine, where http is nobody's to listen to.</summary>
    public static bool IsHere(OidcProviderOptions options) => new Uri(options.Authority!).IsLoopback;

    private static string? FaultOf(string name, OidcProviderOptions options)
    {
        if (!name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
            return "the name must be of letters, digits and '-'.";
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority) || (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback))
            return "Authority must be the provider's https address.";
        if (string.IsNullOrEmpty(options.ClientId))
            return "ClientId is missing.";
        return string.IsNullOrEmpty(options.Chain) ? "Chain is missing: whose staff come in by it." : null;
    }
}
