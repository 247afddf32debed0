using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using Engagement.Domain.Cards;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;
using Engagement.Hosting.Api.Insights;
using Engagement.Hosting.Insights;
using Engagement.Journal;
using Engagement.Journal.Sqlite;
using Microsoft.Extensions.Options;

namespace Engagement.Bench.Insights;

/// <summary>What it costs to ask about a chain's past: the first time, again, and those who store meanwhile.</summary>
internal static class InsightReads
{
    private const int Stored = 256;
    private const int Commits = 400;

    private static readonly Instant Now = Instant.FromDateTimeOffset(new(2026, 6, 15, 4, 0, 0, TimeSpan.Zero));
    private static readonly StoreId[] Stores = [new("east"), new("west"), new("north"), new("south")];

    private static readonly Policy Policy = Policy.Default with
    {
        Cards = new()
        {
            Kinds = new Dictionary<string, CardKind> { ["annual"] = new(CardForm.Period) { Price = 1_000m, ValidDays = 365 } }
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
        },
    };

    private static readonly ChainRules Rules = RulesOfStores();

    /// <param name="First">The first question, which reads all of the history.</param>
    /// <param name="Busy">How long processors were busy with it, which other programs on the machine do not stretch.</param>
    /// <param name="Kept">What stays in memory of it, in bytes.</param>
    /// <param name="Questions">Each question asked of what is in memory already, nothing being given a second time.</param>
    /// <param name="Given">A question whose answer is still fresh.</param>
    /// <param name="Alone">What one commit takes, with nobody asking.</param>
    /// <param name="Meanwhile">The same while histories are read from their beginning, one after another.</param>
    public sealed record Figures(
        long Events,
        int Members,
        TimeSpan First,
        TimeSpan Busy,
        long Kept,
        IReadOnlyList<(string Question, TimeSpan Took)> Questions,
        TimeSpan Given,
        CommitTimes Alone,
        CommitTimes Meanwhile);

    public readonly record struct CommitTimes(TimeSpan Median, TimeSpan P99);

    public static async Task<Figures> MeasureAsync(string folder, int events, Action<string> say)
    {
        using var store = new SqliteStore(new() { ConnectionString = $"Data Source={Path.Combine(folder, "insights.db")}" });
        var chain = new Chain(EmbeddedNode.Chain, "Bench", "CNY") { Version = 1, Policy = Policy, Stores = [.. Stores.Select(id => new Store(id, id.Value, "Asia/Shanghai"))] };
        await store.Chains.SaveAsync(chain, default);
        var (told, members) = await FillAsync(store, events);
        say($"{told:N0} events of {members:N0} members");

        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var insights = Insights(store, TimeSpan.Zero);
        using var process = Process.GetCurrentProcess();
        var (watch, processors) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        await insights.AskAsync(chain, 0, past => CohortsView.Of(past, chain, null, Now, 12), default);
        var first = watch.Elapsed;
        process.Refresh();
        var busy = process.TotalProcessorTime - processors;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;

        var renewals = new RenewalList(insights, store.Traces, store.Queries, new(store.Chains));
        var questions = new List<(string, TimeSpan)>
        {
            ("cohorts of 12 months", await TimeAsync(() => Ask(insights, chain, past => CohortsView.Of(past, chain, null, Now, 12)))),
            ("cohorts of 60 months", await TimeAsync(() => Ask(insights, chain, past => CohortsView.Of(past, chain, null, Now, 60)))),
            ("cohorts of one store", await TimeAsync(() => Ask(insights, chain, past => CohortsView.Of(past, chain, Stores[0], Now, 12)))),
            ("visit hours of 90 days", await TimeAsync(() => Ask(insights, chain, past => VisitHoursView.Of(past, chain, null, Now - TimeSpan.FromDays(90), Now, Now)))),
            ("visit hours of 3 years", await TimeAsync(() => Ask(insights, chain, past => VisitHoursView.Of(past, chain, null, Now - TimeSpan.FromDays(1095), Now, Now)))),
            ("rates", await TimeAsync(() => Ask(insights, chain, past => RatesView.Of(past, chain, null, Now)))),
            ("rates of a year ago", await TimeAsync(() => Ask(insights, chain, past => RatesView.Of(past, chain, null, Now - TimeSpan.FromDays(365))))),
            ("renewals, a page of 50", await TimeAsync(() => Renewals(renewals, chain, Now, isPast: false))),
            ("renewals of half a year ago", await TimeAsync(() => Renewals(renewals, chain, Now - TimeSpan.FromDays(182), isPast: true))),
        };
        using var fresh = Insights(store, TimeSpan.FromMinutes(1));
        var given = await TimeAsync(() => Ask(fresh, chain, past => RatesView.Of(past, chain, null, Now)));

        var alone = await CommitAsync(store, members, "alone");
        using var enough = new CancellationTokenSource();
        var asking = AskOnAsync(store, chain, enough.Token);
        var meanwhile = await CommitAsync(store, members, "meanwhile");
        await enough.CancelAsync();
        await asking;
        return new(told, members, first, busy, kept, questions, given, alone, meanwhile);
    }

    private static ChainRules RulesOfStores()
    {
        var rules = new Rules(Policy, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        return new(1, rules, Stores.ToFrozenDictionary(store => store, _ => rules));
    }

    private static ChainInsights Insights(SqliteStore store, TimeSpan freshFor) =>
        new(store.Traces, Options.Create(new InsightsOptions { FreshFor = freshFor }));

    private static Task Ask<T>(ChainInsights insights, Chain chain, Func<ChainPast, T> work)
        where T : class => insights.AskAsync(chain, 0, work, default).AsTask();

    private static Task Renewals(RenewalList renewals, Chain chain, Instant at, bool isPast) =>
        renewals.ReadAsync(chain, null, at, isPast, TimeSpan.FromDays(60), null, 51, default).AsTask();

    // The best of five, the first of which is to warm up.
    private static async Task<TimeSpan> TimeAsync(Func<Task> ask)
    {
        var best = TimeSpan.MaxValue;
        for (var time = 0; time < 5; time++)
        {
            var watch = Stopwatch.StartNew();
            await ask();
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        return best;
    }

    private static Task AskOnAsync(SqliteStore store, Chain chain, CancellationToken enough) => Task.Run(
        async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                using var anew = Insights(store, TimeSpan.Zero);
                await Ask(anew, chain, past => RatesView.Of(past, chain, null, Now));
            }
        },
        CancellationToken.None);

    private static async Task<CommitTimes> CommitAsync(SqliteStore store, int members, string named)
    {
        var took = new List<TimeSpan>();
        for (var number = 0; number < Commits; number++)
        {
            var key = new MemberKey(EmbeddedNode.Chain, new($"{named}-{members + number}"));
            var append = Life(key, [new Visit(new($"{named}-{number}", new(1)), Now, Stores[0])]);
            var watch = Stopwatch.StartNew();
            await store.Journal.AppendAsync(append, default);
            took.Add(watch.Elapsed);
        }

        took.Sort();
        return new(took[Commits / 2], took[Commits * 99 / 100]);
    }

    private static async Task<(long Events, int Members)> FillAsync(SqliteStore store, int events)
    {
        var (told, members) = (0L, 0);
        var waiting = new List<Task>();
        while (told < events)
        {
            var append = Life(EmbeddedNode.Key(members), ActsOf(members));
            told += append.Events.Length;
            members++;
            waiting.Add(store.Journal.AppendAsync(append, default).AsTask());
            if (waiting.Count < Stored)
                continue;
            await Task.WhenAll(waiting);
            waiting.Clear();
        }

        await Task.WhenAll(waiting);
        return (told, members);
    }

    // Of ten members some come once and some twenty times within three years; every tenth has a card, every fiftieth gives something back.
    private static List<ActCommand> ActsOf(int number)
    {
        var acts = new List<ActCommand>();
        var store = Stores[number % Stores.Length];
        var at = Now - TimeSpan.FromHours(24 * 30 + number * 7919L % (24 * 1095));
        for (var act = 0; act < 1 + number % 10 * (number % 3) && at < Now; act++)
        {
            var key = new EventKey($"{number}-{act}", new((UInt128)act));
            acts.Add(act % 3 == 0 ? new Purchase(key, at, store, 100m + act, $"o{number}-{act}") : new Visit(key, at, store, "facial"));
            at += TimeSpan.FromHours(24 * (9 + (number + act * 5) % 37) + number % 11);
        }

        if (number % 10 == 0)
            acts.Add(new IssueCard(new($"{number}-c", new(1)), acts[^1].At, store, new("c"), "annual", acts[^1].At!.Value + TimeSpan.FromDays(365)));
        if (number % 50 == 1)
            acts.Add(new Refund(new($"{number}-r", new(1)), acts[^1].At, store, $"o{number}-0", null));
        return acts;
    }

    // What is loaded when a chain begins: all of it happened long ago, and her life is told up to now.
    private static Append Life(MemberKey key, IReadOnlyList<ActCommand> acts)
    {
        var member = Member.Unknown with { Id = key.Member };
        var events = ImmutableArray.CreateBuilder<MemberEvent>();
        foreach (var command in acts.Append<MemberCommand>(new Advance(Now)))
        {
            var decision = Decider.Decide(Rules, member, command, Now);
            if (decision is not Decision.Accepted accepted)
                throw new InvalidOperationException($"{command.GetType().Name} was refused: {decision}");
            member = accepted.After;
            events.AddRange(accepted.Events);
        }

        return new(key, 0, 0, member, 1, Passage.NextDue(Rules.For(member.Home), member), events.ToImmutable());
    }
}
