using Engagement.Hosting.Auth.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Engagement.Hosting.Auth.Oidc;

internal static class OidcRegistration
{
    public static IServiceCollection AddOidc(this IServiceCollection services, IConfiguration configuration)
    {
        var providers = OidcProviders.Read(configuration);
        services.AddSingleton(providers);
        services.AddSingleton<OidcSignIn>();
        foreach (var (name, provider) in providers.All)
        {
            new AuthenticationBuilder(services)
                .AddOAuth<OidcHandlerOptions, OidcHandler>(OidcProviders.SchemeOf(name), provider.DisplayName ?? name, options => Configure(options, name, provider));
        }

        return services;
    }

    /// <summary>Sends a browser to a provider; the way back is the provider's own callback.</summary>
    public static void MapOidc(this RouteGroupBuilder api) =>
        api.MapGet("/session/oidc/{provider}", (string provider, OidcProviders providers) => providers.All.ContainsKey(provider)
                ? TypedResults.Challenge(new() { RedirectUri = "/" }, [OidcProviders.SchemeOf(provider)])
                : (IResult)Api.Problems.Of(404, "unknown_provider", "There is no such provider", "See GET /v1/session/providers."))
            .AllowAnonymous().WithName("signInThroughProvider").WithSummary("Sends a browser to an identity provider to sign in there")
            .Produces(302).ProducesProblem(404);

    private static void Configure(OidcHandlerOptions options, string name, OidcProviderOptions provider)
    {
        options.ClientId = provider.ClientId!;
        // The framework insists on one; a public client has none, and what is sent then is not looked at.
        options.ClientSecret = string.IsNullOrEmpty(provider.ClientSecret) ? "-" : provider.ClientSecret;
        options.CallbackPath = OidcProviders.CallbackOf(name);
        // Found out by discovery before they are used.
        options.AuthorizationEndpoint = options.TokenEndpoint = provider.Authority!;
        options.UsePkce = true;
        options.SignInScheme = Access.CookieScheme;
        options.Scope.Add("openid");
        options.Scope.Add("email");
        // The way back is a plain link from the provider's page.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Discovery = new(
            provider.Authority!.TrimEnd('/') + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(new HttpClient { Timeout = TimeSpan.FromSeconds(10) }) { RequireHttps = !OidcProviders.IsHere(provider) });
        options.Events.OnTicketReceived = context => OidcSignIn.ReceiveAsync(
            context,
            context.HttpContext.RequestServices.GetRequiredService<OidcSignIn>(),
            context.HttpContext.RequestServices.GetRequiredService<BrowserSessions>(),
            provider.Chain!);
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect(OidcSignIn.Failed);
            return Task.CompletedTask;
        };
    }
}
