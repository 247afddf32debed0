using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Members;

/// <summary>Chooses the engine of an embedded node.</summary>
public static class LocalMembersRegistration
{
    /// <summary>Members run in this process.</summary>
    public static IServiceCollection AddLocalMembers(this IServiceCollection services)
    {
        services.AddOptions<LocalMembersOptions>().BindConfiguration("Engagement:Members")
            .Validate(options => options.MostAwake >= 1 && options.IdleFor > TimeSpan.Zero, "Engagement:Members: MostAwake and IdleFor must be more than 0.")
            .ValidateOnStart();
        services.AddSingleton<LocalMembers>();
        services.AddSingleton<IMembers>(provider => provider.GetRequiredService<LocalMembers>());
        services.AddHostedService(provider => provider.GetRequiredService<LocalMembers>());
        return services;
    }
}
