using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Engagement.Hosting.Auth.Oidc;

/// <summary>How one provider is spoken to.</summary>
internal sealed class OidcHandlerOptions : OAuthOptions
{
    /// <summary>The provider's own description of itself and its keys, read when it is first needed and again from time to time.</summary>
    public ConfigurationManager<OpenIdConnectConfiguration>? Discovery { get; set; }
}

/// <summary>
/// OpenID Connect on the framework's OAuth handler, which does the code flow, its state and PKCE: this adds discovery, the nonce and
/// the check of the id token. Nothing is believed that is not in an id token signed by the provider for us, for this very browser.
/// </summary>
internal sealed class OidcHandler(IOptionsMonitor<OidcHandlerOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<OidcHandlerOptions>(options, logger, encoder)
{
    private const string NonceKey = "nonce";

    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        try
        {
            await DiscoverAsync().ConfigureAwait(false);
        }
        catch (AuthenticationFailureException)
        {
            Response.Redirect(OidcSignIn.Failed);
            return;
        }

        properties.Items[NonceKey] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await base.HandleChallengeAsync(properties).ConfigureAwait(false);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) =>
        QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), NonceKey, properties.Items[NonceKey]!);

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        await DiscoverAsync().ConfigureAwait(false);
        return await base.ExchangeCodeAsync(context).ConfigureAwait(false);
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var provider = await DiscoverAsync().ConfigureAwait(false);
        var idToken = tokens.Response?.RootElement.TryGetProperty("id_token", out var element) == true ? element.GetString() : null;
        var result = await Tokens.ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = Options.ClientId,
            IssuerSigningKeys = provider.SigningKeys,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384],
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ClockSkew = TimeSpan.FromMinutes(1),
            LifetimeValidator = (from, to, _, parameters) => to > TimeProvider.GetUtcNow().UtcDateTime - parameters.ClockSkew
                && (from is null || from < TimeProvider.GetUtcNow().UtcDateTime + parameters.ClockSkew),
        }).ConfigureAwait(false);
        if (!result.IsValid)
        {
            // The provider may have changed its keys since they were read.
            if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
                Options.Discovery!.RequestRefresh();
            throw new AuthenticationFailureException("The provider's id token is not valid.");
        }

        if (result.ClaimsIdentity.FindFirst("nonce")?.Value is not { } nonce || nonce != properties.Items[NonceKey])
            throw new AuthenticationFailureException("The provider's id token is for another sign-in.");
        identity.AddClaims(result.ClaimsIdentity.Claims.Where(claim => claim.Type is "iss" or "sub" or "email" or "email_verified"));
        return new(new(identity), properties, Scheme.Name);
    }

    private async ValueTask<OpenIdConnectConfiguration> DiscoverAsync()
    {
        try
        {
            var found = await Options.Discovery!.GetConfigurationAsync(Context.RequestAborted).ConfigureAwait(false);
            Options.AuthorizationEndpoint = found.AuthorizationEndpoint;
            Options.TokenEndpoint = found.TokenEndpoint;
            return found;
        }
        catch (InvalidOperationException unreachable)
        {
            throw new AuthenticationFailureException("The identity provider cannot be reached.", unreachable);
        }
    }
}
