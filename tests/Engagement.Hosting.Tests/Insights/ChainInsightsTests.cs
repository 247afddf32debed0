using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Hosting.Insights;
using Engagement.Journal;
using Engagement.Journal.Insights;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Tests.Insights;

/// <summary>How a node keeps the pasts it is asked about: they are read once and followed, and answers are given again.</summary>
public sealed class ChainInsightsTests
{
    private static readonly Chain Glow = new(new("glow"), "Glow", "CNY") { Version = 1 };

    private readonly ToldTraces _traces = new(new MadeUpPast(seed: 7).Traces);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_told_since_the_last_question_is_all_that_is_read_for_the_next()
    {
        using var insights = Insights(freshFor: TimeSpan.Zero);
        _traces.Head = 40;
        await insights.AskAsync(Glow, "how many", Counts, Cancel);
        _traces.Head = _traces.All.Count;

        Assert.Equal(Counts(MadeUpPast.Of(_traces.All)), await insights.AskAsync(Glow, "how many", Counts, Cancel));
        Assert.Equal([0, 40], _traces.ReadFrom.Distinct());
    }

    [Fact]
    public async Task While_an_answer_is_fresh_whoever_asks_the_same_is_given_it_again()
    {
        using var insights = Insights(freshFor: TimeSpan.FromHours(1));
        _traces.Head = 40;
        var first = await insights.AskAsync(Glow, ("rates", 1), Counts, Cancel);
        _traces.Head = _traces.All.Count;

        Assert.Same(first, await insights.AskAsync(Glow, ("rates", 1), Counts, Cancel));
        Assert.NotEqual(first, await insights.AskAsync(Glow, ("rates", 2), Counts, Cancel));
        // Its stores may have other zones by now.
        Assert.NotEqual(first, await insights.AskAsync(Glow with { Version = 2 }, ("rates", 1), Counts, Cancel));
    }

    [Fact]
    public async Task Many_who_ask_the_same_at_once_have_it_worked_out_once()
    {
        using var insights = Insights(freshFor: TimeSpan.FromHours(1));
        var worked = 0;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(
            () => insights.AskAsync(
                Glow,
                "how many",
                past =>
                {
                    Interlocked.Increment(ref worked);
                    return Counts(past);
                },
                Cancel).AsTask(),
            Cancel)));

        Assert.Equal(1, worked);
    }

    [Fact]
    public async Task A_past_that_finds_no_room_is_read_anew_for_each_question()
    {
        using var insights = Insights(freshFor: TimeSpan.Zero, most: 1);

        Assert.Equal(Counts(MadeUpPast.Of(_traces.All)), await insights.AskAsync(Glow, 1, Counts, Cancel));
        Assert.Equal(Counts(MadeUpPast.Of(_traces.All)), await insights.AskAsync(Glow, 1, Counts, Cancel));
        Assert.Equal([0, 0], _traces.ReadFrom);
    }

    [Fact]
    public async Task After_a_read_that_broke_off_in_the_middle_nothing_is_counted_twice()
    {
        using var insights = Insights(freshFor: TimeSpan.Zero);
        _traces.BreaksOffAfter = 40;
        await Assert.ThrowsAsync<JournalUnavailableException>(() => insights.AskAsync(Glow, 1, Counts, Cancel).AsTask());
        _traces.BreaksOffAfter = null;

        Assert.Equal(Counts(MadeUpPast.Of(_traces.All)), await insights.AskAsync(Glow, 1, Counts, Cancel));
    }

    private ChainInsights Insights(TimeSpan freshFor, long most = 1_000_000) =>
        new(_traces, Options.Create(new InsightsOptions { FreshFor = freshFor, MostRemembered = most }));

    private static string Counts(ChainPast past)
    {
        var acts = 0;
        for (var member = 0; member < past.Members; member++)
        {
            foreach (ref readonly var act in past.ActsOf(member, long.MaxValue - 1))
                acts += act.Store + 1;
        }

        return $"{past.Members} members, {acts} acts weighed by their stores";
    }

    /// <summary>A store that was told just these, up to a position.</summary>
    private sealed class ToldTraces(IReadOnlyList<Trace> all) : ITraces
    {
        public IReadOnlyList<Trace> All => all;

        public int Head { get; set; } = all.Count;

        public int? BreaksOffAfter { get; set; }

        public List<long> ReadFrom { get; } = [];

        public ValueTask<long> ReadAsync(ChainId chain, long after, int limit, Action<Trace> into, CancellationToken cancellation)
        {
            ReadFrom.Add(after);
            var last = after;
            foreach (var trace in all.Take(Head).Skip((int)after).Take(limit))
            {
                if (last++ == BreaksOffAfter)
                    throw new JournalUnavailableException("The disk is away.");
                into(trace);
            }

            return ValueTask.FromResult(last);
        }

        public ValueTask<IReadOnlyList<MemberRecord>> MembersAsync(
            ChainId chain, IReadOnlyCollection<long> rows, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
