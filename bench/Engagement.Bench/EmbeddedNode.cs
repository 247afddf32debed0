using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Time;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Due;
using Engagement.Hosting.Members;
using Engagement.Hosting.Time;
using Engagement.Journal.Sqlite;
using Microsoft.Extensions.Options;

namespace Engagement.Bench;

/// <summary>The embedded engine over a file of its own, without HTTP.</summary>
internal sealed class EmbeddedNode : IDisposable
{
    public static readonly ChainId Chain = new("bench");

    private readonly SqliteStore _store;
    private readonly DueAlarm _alarm = new();

    public EmbeddedNode(string file, int mostAwake = 20_000)
    {
        _store = new(new() { ConnectionString = $"Data Source={file}" });
        var catalogue = new ChainCatalogue(_store.Chains);
        var turn = new MemberTurn(_store.Journal, catalogue, new NodeClock(TimeProvider.System), _alarm);
        Members = new LocalMembers(turn, Options.Create(new LocalMembersOptions { MostAwake = mostAwake }), TimeProvider.System);
        if (catalogue.FindAsync(Chain, default).AsTask().GetAwaiter().GetResult() is null)
            catalogue.SaveAsync(new Chain(Chain, "Bench", "CNY") { Version = 1 }, default).AsTask().GetAwaiter().GetResult();
    }

    public LocalMembers Members { get; }

    public static Purchase Purchase(string id, Instant at) =>
        new(new(id, new((UInt128)id.GetHashCode(StringComparison.Ordinal))), at, null, 100m + id.Length, "o" + id);

    public static MemberKey Key(int number) => new(Chain, new($"M-{number:D7}"));

    public void Dispose()
    {
        Members.Dispose();
        _store.Dispose();
        _alarm.Dispose();
    }
}
