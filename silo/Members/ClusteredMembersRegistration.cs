using Engagement.Hosting.Members;
using Orleans.Configuration;

namespace Engagement.Silo.Members;

/// <summary>Chooses the engine of a clustered node: members run as grains.</summary>
public static class ClusteredMembersRegistration
{
    /// <summary>A call between nodes that takes longer is given up; it is more than the slowest commit may take.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(20);

    /// <summary>Members are wherever in the cluster they are awake.</summary>
    public static IServiceCollection AddClusteredMembers(this IServiceCollection services) =>
        services.AddSingleton<IMembers, GrainMembers>();

    /// <summary>When members leave the memory of this silo, and how long others wait for them.</summary>
    public static ISiloBuilder UseMembers(this ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.AddOptions<ClusteredMembersOptions>().BindConfiguration("Engagement:Members")
            .Validate(options => options.IsValid, "Engagement:Members: IdleFor must be 2 minutes or more, MemoryLimitPercent more than 5 and at most 100.")
            .ValidateOnStart();
        silo.Services.AddOptions<GrainCollectionOptions>().Configure<IOptions<ClusteredMembersOptions>>((collection, members) =>
        {
            collection.CollectionAge = members.Value.IdleFor;
            collection.CollectionQuantum = TimeSpan.FromMinutes(1);
            collection.EnableActivationSheddingOnMemoryPressure = true;
            collection.MemoryUsageLimitPercentage = members.Value.MemoryLimitPercent;
            collection.MemoryUsageTargetPercentage = members.Value.MemoryLimitPercent - 5;
        });
        silo.Services.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = LongestCall);
        return silo;
    }
}
