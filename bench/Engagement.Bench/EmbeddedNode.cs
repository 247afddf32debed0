using Engagement.Domain.Behaviours;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Streaks;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Due;
using Engagement.Hosting.Members;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Engagement.Bench;

/// <summary>The embedded engine over a file of its own, without HTTP.</summary>
public sealed class EmbeddedNode : IDisposable
{
    public static readonly ChainId Chain = new("bench");

    private readonly IStore _store;
    private readonly DueAlarm _alarm = new();

    public EmbeddedNode(string file, int mostAwake = 20_000, TimeProvider? livedBy = null, DueOptions? waking = null)
        : this(new SqliteStore(new() { ConnectionString = $"Data Source={file}" }), mostAwake, livedBy, waking)
    {
    }

    /// <summary>The same over any store, which it closes in the end.</summary>
    /// <param name="livedBy">The clock its members live by; null for the machine's.</param>
    public EmbeddedNode(IStore store, int mostAwake = 20_000, TimeProvider? livedBy = null, DueOptions? waking = null)
    {
        _store = store;
        var catalogue = new ChainCatalogue(_store.Chains);
        var clock = new NodeClock(livedBy ?? TimeProvider.System);
        var due = Options.Create(waking ?? new DueOptions());
        var turn = new MemberTurn(_store.Journal, catalogue, clock, _alarm);
        Members = new LocalMembers(turn, Options.Create(new LocalMembersOptions { MostAwake = mostAwake }), TimeProvider.System);
        Due = new(
            _store.Due,
            Members,
            catalogue,
            new HistoryGate(_store.Due, due, TimeProvider.System, clock),
            _alarm,
            clock,
            TimeProvider.System,
            due,
            NullLogger<DueClock>.Instance);
        if (catalogue.FindAsync(Chain, default).AsTask().GetAwaiter().GetResult() is null)
            catalogue.SaveAsync(new Chain(Chain, "Bench", "CNY") { Version = 1 }, default).AsTask().GetAwaiter().GetResult();
    }

    public LocalMembers Members { get; }

    public DueClock Due { get; }

    public IJournal Journal => _store.Journal;

    public IDueIndex Index => _store.Due;

    /// <summary>What people do on a day: of ten acts four are sign-ins, three visits, two purchases and one a behaviour.</summary>
    public static ActCommand Act(string id, int number, Instant at)
    {
        var key = new EventKey(id, new((UInt128)number));
        return (number % 10) switch
        {
            < 4 => new CheckIn(key, at, null),
            < 7 => new Visit(key, at, null, "facial"),
            < 9 => new Purchase(key, at, null, 100m + number % 300, "o" + id),
            _ => new Act(key, at, null, "share"),
        };
    }

    public static MemberKey Key(int number) => new(Chain, new($"M-{number:D7}"));

    public void Dispose()
    {
        Due.Dispose();
        Members.Dispose();
        _store.Dispose();
        _alarm.Dispose();
    }
}
