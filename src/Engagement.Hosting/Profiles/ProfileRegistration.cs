using Engagement.Hosting.Channels;
using Engagement.Hosting.Erasure;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Profiles;

/// <summary>Adds what opens and seals members' profiles.</summary>
internal static class ProfileRegistration
{
    public static void AddProfiles(this IServiceCollection services)
    {
        services.AddOptions<PersonalDataOptions>().BindConfiguration("Engagement:PersonalData")
            .Validate(
                options => options.RewrapEvery >= TimeSpan.FromMinutes(1) && options.RewrapEvery <= TimeSpan.FromDays(30),
                "Engagement:PersonalData:RewrapEvery must be from a minute to 30 days.")
            .ValidateOnStart();
        services.AddSingleton<MasterKeys>();
        services.AddSingleton<ProfileSealing>();
        services.AddSingleton<SearchDigests>();
        services.AddSingleton<MemberProfiles>();
        services.AddSingleton<SuppressionList>();
        services.AddSingleton<IForgets, ForgottenProfiles>();
        services.AddSingleton<IAddressBook, ProfileAddressBook>();
        services.AddSingleton<Api.Members.MemberViews>();
        services.AddSingleton<Rewrapping>();
        services.AddHostedService(provider => provider.GetRequiredService<Rewrapping>());
    }
}
