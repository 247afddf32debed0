using Engagement.Hosting.Members;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Tests.Members;

/// <summary>The engine of an embedded node.</summary>
internal sealed class LocalEngine : Engine
{
    private readonly LocalMembers _members;

    private LocalEngine(int mostAwake) =>
        _members = new(Turn(), Options.Create(new LocalMembersOptions { MostAwake = mostAwake }), TimeProvider.System);

    public override IMembers Members => _members;

    /// <summary>How many members are in memory now.</summary>
    public int Awake => _members.Awake;

    public static async Task<LocalEngine> StartAsync(int mostAwake = 1000)
    {
        var engine = new LocalEngine(mostAwake);
        await engine.OpenChainAsync();
        return engine;
    }

    public override async ValueTask DisposeAsync()
    {
        await _members.StopAsync(CancellationToken.None);
        _members.Dispose();
        await base.DisposeAsync();
    }
}
