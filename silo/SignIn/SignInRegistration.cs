using Engagement.Hosting.Auth;

namespace Engagement.Silo.SignIn;

/// <summary>Lets the nodes of a cluster share their sign-in codes.</summary>
public static class SignInRegistration
{
    public static IServiceCollection AddClusteredSignInCodes(this IServiceCollection services) =>
        services.AddSingleton<ISignInCodes, GrainSignInCodes>();
}
