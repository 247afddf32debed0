using Engagement.Domain.Cards;
using Engagement.Domain.Erasure;
using Engagement.Domain.Purchases;
using Engagement.Domain.Stages;
using Engagement.Journal.Insights;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    [Fact]
    public async Task Every_event_of_a_chain_leaves_one_trace_in_the_order_it_was_told()
    {
        await Store.Chains.SaveAsync(Glow.Chain(new("fit")), Cancel);
        await Store.TellAsync(Glow.Member("li"), Noon, Glow.Join("j", Noon, Glow.Bund), Glow.Visit("v", Noon, Glow.Soho));
        await Store.TellAsync(new(new("fit"), new("li")), Noon, Glow.Visit("v", Noon));
        await Store.TellAsync(Glow.Member("wang"), Noon, Glow.CheckIn("c", Noon + TimeSpan.FromHours(-1)));

        var (traces, last) = await TracesAsync();

        var feed = await WholeFeedAsync();
        Assert.Equal(feed[^1].Position, last);
        Assert.Equal(feed.Select(told => (told.At, told.Store)), traces.Select(trace => (trace.At, trace.Store)));
        var rows = new Dictionary<string, long> { ["li"] = (await FoundAsync("li")).Row, ["wang"] = (await FoundAsync("wang")).Row };
        Assert.Equal(feed.Select(told => rows[told.Member.Value]), traces.Select(trace => trace.Row));
    }

    [Fact]
    public async Task Purchases_visits_and_uses_of_cards_that_are_visits_count_and_nothing_else_does()
    {
        await Store.LiveAsync(
            Glow.Member("li"),
            Glow.Join("1", Noon),
            Glow.Purchase("2", Noon + TimeSpan.FromHours(1), 0m),
            Glow.Visit("3", Noon + TimeSpan.FromHours(2)),
            Glow.CheckIn("4", Noon + TimeSpan.FromHours(3)),
            Glow.Act("5", Noon + TimeSpan.FromHours(4), "share"),
            new IssueCard(Glow.Key("6"), Noon + TimeSpan.FromHours(5), null, new("c"), "year", Noon + TimeSpan.FromDays(365)));
        var rules = Glow.RulesOf(Glow.Policy with { Cards = new() { Kinds = Glow.Policy.Cards.Kinds.Add("year", new(CardForm.Period)) } });
        await Store.TellAsync(
            rules,
            Glow.Member("wang"),
            Noon + TimeSpan.FromHours(8),
            new IssueCard(Glow.Key("7"), Noon + TimeSpan.FromHours(6), null, new("c"), "year", Noon + TimeSpan.FromDays(365)),
            new UseCard(Glow.Key("8"), Noon + TimeSpan.FromHours(7), null, new("c")),
            new UseCard(Glow.Key("9"), Noon + TimeSpan.FromHours(8), null, new("c"), IsVisit: false));

        var (traces, _) = await TracesAsync();

        Assert.Equal(
            [Noon + TimeSpan.FromHours(1), Noon + TimeSpan.FromHours(2), Noon + TimeSpan.FromHours(7)],
            traces.Where(trace => trace.Kind == TraceKind.Counted).Select(trace => trace.At));
    }

    [Fact]
    public async Task A_trace_says_which_stage_she_came_to_and_tells_refunds_cards_and_erasures_whole()
    {
        await Store.LiveAsync(
            Glow.Member("li"),
            Glow.Purchase("1", Noon, 100m, "o"),
            Glow.Refund("2", Noon + TimeSpan.FromHours(1), "o"),
            new IssueCard(Glow.Key("3"), Noon + TimeSpan.FromHours(2), null, new("c"), null, Noon + TimeSpan.FromDays(30)),
            new RenewCard(Glow.Key("4"), Noon + TimeSpan.FromHours(3), null, new("c"), Noon + TimeSpan.FromDays(60)));
        await Store.TellAsync(Glow.Member("li"), Noon + TimeSpan.FromHours(4), new Erase());

        var (traces, _) = await TracesAsync();

        Assert.Equal([Stage.New, Stage.Potential], traces.Where(trace => trace.Kind == TraceKind.Stage).Select(trace => trace.Stage));
        var told = traces.Where(trace => trace.Kind == TraceKind.Told).Select(trace => trace.Happened!).ToList();
        Assert.Contains(told, happened => happened is Refunded { Parts: [{ Number: 1, Whole: true }] });
        Assert.Contains(told, happened => happened is CardIssued { Card.Value: "c" });
        Assert.Contains(told, happened => happened is CardRenewed renewed && renewed.ExpiresAt == Noon + TimeSpan.FromDays(60));
        Assert.Contains(told, happened => happened is Erased);
    }

    [Fact]
    public async Task Portion_by_portion_the_same_traces_are_read_as_at_once()
    {
        for (var number = 0; number < 7; number++)
            await Store.TellAsync(Glow.Member($"m{number % 3}"), Noon + TimeSpan.FromHours(number), Glow.Visit($"v{number}", Noon + TimeSpan.FromHours(number)));
        var (whole, head) = await TracesAsync();

        var (some, position) = (new List<Trace>(), 0L);
        while (true)
        {
            var last = await Store.Traces.ReadAsync(Glow.Id, position, 2, some.Add, Cancel);
            if (last == position)
                break;
            position = last;
        }

        Assert.Equal(whole, some);
        Assert.Equal(head, position);
    }

    [Fact]
    public async Task A_chain_that_is_not_there_has_left_no_traces()
    {
        await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v", Noon));

        Assert.Equal(5, await Store.Traces.ReadAsync(new("nowhere"), 5, 10, _ => Assert.Fail("there is none"), Cancel));
    }

    [Fact]
    public async Task Members_are_found_by_their_rows_in_their_own_chain_only()
    {
        await Store.Chains.SaveAsync(Glow.Chain(new("fit")), Cancel);
        await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v", Noon));
        await Store.TellAsync(Glow.Member("wang"), Noon, Glow.Visit("w", Noon));
        await Store.TellAsync(new(new("fit"), new("li")), Noon, Glow.Visit("v", Noon));
        var (li, other) = (await FoundAsync("li"), await Journal.FindAsync(new(new("fit"), new("li")), Cancel));

        var found = await Store.Traces.MembersAsync(Glow.Id, [li.Row, other!.Row, 4711], Cancel);

        Assert.Equal([li], found);
    }

    private async Task<(List<Trace> Traces, long Last)> TracesAsync()
    {
        var traces = new List<Trace>();
        var last = await Store.Traces.ReadAsync(Glow.Id, 0, 1_000_000, traces.Add, Cancel);
        return (traces, last);
    }
}
