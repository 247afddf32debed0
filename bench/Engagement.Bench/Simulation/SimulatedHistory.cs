using System.Collections.Immutable;
using System.Diagnostics;
using Engagement.Domain.Care;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Hosting.Simulation;
using Engagement.Journal;
using Engagement.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace Engagement.Bench.Simulation;

/// <summary>How fast a chain's history is lived again, against merely reading it.</summary>
internal static class SimulatedHistory
{
    private const int Days = 400;
    private const int Stored = 256;

    // Half of the members come often, half drop out: playbooks have something to do.
    private static readonly Instant Start = Instant.FromDateTimeOffset(new(2025, 1, 1, 2, 0, 0, TimeSpan.Zero));

    /// <param name="Events">How many there were.</param>
    /// <param name="Acts">How many of them were acts from outside.</param>
    /// <param name="Replay">How long it took to live them again and to report.</param>
    /// <param name="Busy">How long processors were busy with it, which other programs on the machine do not stretch.</param>
    /// <param name="Plain">How long it took to read their rows with SQLite's own driver, in order, and to do nothing with them.</param>
    public readonly record struct Figures(long Events, long Acts, long Members, TimeSpan Replay, TimeSpan Busy, TimeSpan Plain, bool IsSame);

    public static async Task<Figures> MeasureAsync(string folder, int events, Action<string> say)
    {
        var file = Path.Combine(folder, "simulate.db");
        using var store = new SqliteStore(new() { ConnectionString = $"Data Source={file}" });
        var chain = new Chain(EmbeddedNode.Chain, "Bench", "CNY") { Version = 1 };
        await store.Chains.SaveAsync(chain, default);
        var (told, acts, members) = await FillAsync(store, events);
        say($"{told:N0} events of {members:N0} members");

        var simulator = new Simulator(store.Histories);
        var rules = ChainRules.Default;
        var end = Start + TimeSpan.FromDays(Days + 1);
        var last = end.LocalDate(TimeZoneInfo.Utc);
        var same = new SimulationPlan(chain.Id, rules, null, last.AddDays(-29), last, end, new HashSet<StoreId>());
        // Once to warm up, and to see that the present policy changes nothing.
        var report = (await simulator.RunAsync(same, (_, _) => { }, default))!;

        var draft = Policy.Default with { Stages = new() { DormantAfterDays = 60 } };
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        await simulator.RunAsync(same with { Draft = rules with { Chain = rules.Chain with { Policy = draft } } }, (_, _) => { }, default);
        var replay = watch.Elapsed;
        process.Refresh();
        return new(told, acts, members, replay, process.TotalProcessorTime - before, Plain(file), report.Differing.Members == 0 && report.NoLongerApply == 0);
    }

    private static async Task<(long Events, long Acts, long Members)> FillAsync(SqliteStore store, int events)
    {
        var (told, acts, members) = (0L, 0L, 0);
        var waiting = new List<Task>();
        while (told < events)
        {
            var (state, happened) = Life(members);
            told += happened.Length;
            acts += happened.Count(each => each is ActEvent);
            waiting.Add(store.Journal.AppendAsync(
                new Append(EmbeddedNode.Key(members++), 0, 0, state, 1, Passage.NextDue(ChainRules.Default.Chain, state), happened), default).AsTask());
            if (waiting.Count < Stored)
                continue;
            await Task.WhenAll(waiting);
            waiting.Clear();
        }

        await Task.WhenAll(waiting);
        return (told, acts, members);
    }

    private static (Member State, ImmutableArray<MemberEvent> Events) Life(int number)
    {
        var member = Member.Unknown with { Id = EmbeddedNode.Key(number).Member };
        var events = ImmutableArray.CreateBuilder<MemberEvent>();
        var at = Start + TimeSpan.FromHours(number % 240);
        var end = Start + TimeSpan.FromDays(number % 2 == 0 ? Days : 40 + number % 90);
        for (var act = 0; at < end; act++)
        {
            Wake(at);
            Send(EmbeddedNode.Act($"{number}-{act}", number + act, at), at);
            at += TimeSpan.FromHours(20 + number % 7 * 24 * (act % 10 / 4));
        }

        Wake(Start + TimeSpan.FromDays(Days));
        return (member, events.ToImmutable());

        void Wake(Instant to)
        {
            while (Passage.NextDue(ChainRules.Default.Chain, member) is { } due && due <= to)
                Send(new Advance(due), due);
        }

        void Send(MemberCommand command, Instant clock)
        {
            if (Decider.Decide(ChainRules.Default, member, command, clock) is not Decision.Accepted accepted)
                return;
            member = accepted.After;
            events.AddRange(accepted.Events);
            foreach (var released in accepted.Events.OfType<MessageReleased>())
                Send(new ReportMessage(released.Message.Number, MessageFate.Sent), clock);
        }
    }

    private static TimeSpan Plain(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT place, member, type, store, at, id, data, fingerprint FROM events ORDER BY place";
        var watch = Stopwatch.StartNew();
        using var rows = command.ExecuteReader();
        var bytes = 0L;
        while (rows.Read())
            bytes += rows.GetInt64(0) + rows.GetInt64(1) + rows.GetString(2).Length + rows.GetInt64(4) + rows.GetFieldValue<byte[]>(6).Length;
        GC.KeepAlive(bytes);
        return watch.Elapsed;
    }
}
