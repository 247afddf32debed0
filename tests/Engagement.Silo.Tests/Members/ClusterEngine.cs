using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Hosting.Members;
using Engagement.Hosting.Tests.Members;
using Engagement.Silo.Cluster;
using Engagement.Silo.Members;
using Engagement.Silo.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Engagement.Silo.Tests.Members;

/// <summary>The clustered engine: two silos over one store, spoken to in turns.</summary>
internal sealed class ClusterEngine : Engine, IMembers
{
    private readonly InProcessTestCluster _cluster;
    private int _calls;

    private ClusterEngine()
    {
        var builder = new InProcessTestClusterBuilder(initialSilosCount: 2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(TimeProvider.System);
            silo.Services.AddSingleton(_ => Turn());
            silo.Services.AddOptions<ClusterNodeOptions>();
            silo.Services.AddClusteredMembers();
            silo.Services.AddClusteredSignInCodes();
            silo.AddMemoryGrainStorage(GrainState.Storage);
            silo.UseMembers();
        });
        _cluster = builder.Build();
    }

    public override IMembers Members => this;

    public IReadOnlyList<InProcessSiloHandle> Silos => _cluster.Silos;

    public static async Task<ClusterEngine> StartAsync()
    {
        var engine = new ClusterEngine();
        await engine._cluster.DeployAsync();
        await engine.OpenChainAsync();
        return engine;
    }

    public ValueTask<IReadOnlyList<Reply>> SendAsync(
        MemberKey member, IReadOnlyList<MemberCommand> commands, CancellationToken cancellation) =>
        On<IMembers>(Interlocked.Increment(ref _calls)).SendAsync(member, commands, cancellation);

    /// <summary>A service of one of the silos; their numbers go round.</summary>
    public T On<T>(int silo)
        where T : notnull => _cluster.Silos[silo % _cluster.Silos.Count].ServiceProvider.GetRequiredService<T>();

    /// <summary>Ends a silo without a goodbye.</summary>
    public Task KillAsync(int silo) => _cluster.KillSiloAsync(_cluster.Silos[silo]);

    public override async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
        await base.DisposeAsync();
    }
}
