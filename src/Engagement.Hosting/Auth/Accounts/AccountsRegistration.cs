using Engagement.Hosting.Api.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Auth.Accounts;

internal static class AccountsRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Passwords>();
        services.AddSingleton<SecondSteps>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<AccountNotes>();
        services.AddSingleton<PasswordSignIn>();
        services.AddSingleton<AccountLinks>();
        services.AddSingleton<LinkAcceptance>();
        services.AddSingleton<OwnPassword>();
        services.AddSingleton<StaffDesk>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<BrowserSessions>();
        services.AddOptions<CookieAuthenticationOptions>(Access.CookieScheme)
            .Configure<BrowserSessions>((options, sessions) => options.Events.OnValidatePrincipal = sessions.ValidateAsync);
        return services;
    }
}
