using Engagement.Hosting.Auth.Accounts;
using Engagement.Hosting.Auth.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Hosting.Auth;

internal static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<AccessKeys>();
        services.AddSingleton<KeySignIn>();
        services.TryAddSingleton<ISignInCodes, LocalSignInCodes>();
        services.AddOptions<BootstrapOptions>().BindConfiguration("Engagement:Bootstrap");
        services.AddAuthentication(Access.EitherScheme)
            .AddPolicyScheme(Access.EitherScheme, null, options => options.ForwardDefaultSelector = context =>
                KeyAuthenticationHandler.KeyOf(context.Request) is null ? Access.CookieScheme : Access.KeyScheme)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthenticationHandler>(Access.KeyScheme, null)
            .AddCookie(Access.CookieScheme, Configure);
        services.AddAccounts();
        services.AddSingleton<ISignedIn, SignedIn>();
        services.AddAuthorizationBuilder().AddPolicy(Access.Staff, policy => policy.RequireAuthenticatedUser());
        return services;
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "engagement";
        options.Cookie.HttpOnly = true;
        // Strict: no other site's page can make a signed-in browser act here.
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // The session in the store says when it is over; the cookie only never outlives it.
        options.ExpireTimeSpan = BrowserSessions.Longest;
        options.SlidingExpiration = false;
        options.Events.OnRedirectToLogin = context => KeyAuthenticationHandler.Challenge(context.HttpContext);
        options.Events.OnRedirectToAccessDenied = context => Api.Problems.Forbidden().ExecuteAsync(context.HttpContext);
    }
}
