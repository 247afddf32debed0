using System.Text;
using Engagement.Domain.Care;
using Engagement.Domain.Erasure;
using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Simulation;
using Engagement.Domain.Tags;
using Engagement.Domain.Time;
using Engagement.Journal.Erasure;
using Engagement.Journal.Tallies;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    /// <summary>Words that lead to somebody; none of them may be anywhere once she is erased.</summary>
    private protected static readonly string[] HerWords =
        ["Anna Zhou-Lindqvist", "13800138000", "wife of the mayor", "allergic to penicillin", "goodwill for the burn", "terminal-of-anna", "no such number +8613800138000"];

    private IErasures Erasures => Store.Erasures;

    /// <summary>What the files of the database hold, as whoever has them could read it.</summary>
    private protected abstract Task<byte[]> FilesAsync();

    [Fact]
    public async Task Who_is_to_be_forgotten_is_stored_once_with_who_asked_first()
    {
        var asked = await Erasures.AskAsync(Glow.Member("anna"), Noon, "mei", "member_request", Cancel);
        await Erasures.AskAsync(Glow.Member("anna"), Noon + TimeSpan.FromDays(1), "wang", null, Cancel);
        await ReopenAsync();

        Assert.Equal(new AskedErasure(Glow.Member("anna"), Noon, "mei", "member_request", ErasureStep.Asked, null), asked);
        Assert.Equal(asked, await Erasures.FindAsync(Glow.Member("anna"), Cancel));
        Assert.Null(await Erasures.FindAsync(Glow.Member("bea"), Cancel));
        Assert.Null(await Erasures.AskAsync(new(new("nowhere"), new("anna")), Noon, "mei", null, Cancel));
    }

    [Fact]
    public async Task Erasures_are_listed_by_chain_in_the_order_of_the_ids()
    {
        await Store.Chains.SaveAsync(Glow.Chain(new("other")), Cancel);
        foreach (var id in new[] { "c", "a", "b" })
            await Erasures.AskAsync(Glow.Member(id), Noon, "mei", null, Cancel);
        await Erasures.AskAsync(new(new("other"), new("a")), Noon, "mei", null, Cancel);

        Assert.Equal(["a", "b"], (await Erasures.ListAsync(Glow.Id, new(""), 2, Cancel)).Select(erasure => erasure.Member.Member.Value));
        Assert.Equal(["c"], (await Erasures.ListAsync(Glow.Id, new("b"), 2, Cancel)).Select(erasure => erasure.Member.Member.Value));
    }

    [Fact]
    public async Task Whoever_claims_an_erasure_is_alone_with_it_until_the_lease_ends_and_another_goes_on_where_it_was_left()
    {
        await Erasures.AskAsync(Glow.Member("anna"), Noon, "mei", null, Cancel);
        Assert.Single(await Erasures.ClaimAsync(10, Lease, Cancel));
        Assert.Empty(await Erasures.ClaimAsync(10, Lease, Cancel));
        await Erasures.ReachAsync(Glow.Member("anna"), ErasureStep.Withdrawn, Lease, Cancel);
        await Erasures.ReachAsync(Glow.Member("anna"), ErasureStep.Noted, Lease, Cancel);

        Time.Advance(Lease);
        Assert.Equal(ErasureStep.Withdrawn, Assert.Single(await Erasures.ClaimAsync(10, Lease, Cancel)).Step);

        await Erasures.ReachAsync(Glow.Member("anna"), ErasureStep.Cleaned, TimeSpan.Zero, Cancel);
        Time.Advance(Lease);
        Assert.Empty(await Erasures.ClaimAsync(10, Lease, Cancel));
    }

    [Fact]
    public async Task What_her_history_said_in_words_is_gone_and_every_figure_is_as_it_was()
    {
        var before = await ForgottenAsync();
        var events = await WholeFeedAsync();
        var moments = events.Select(told => told.At).Distinct().ToList();
        var boards = await BoardsAsync(moments);
        var tallies = await AllTalliesAsync();
        var again = Again(events, before);

        await Erasures.CleanAsync(before.Key, Cancel);

        var after = await WholeFeedAsync();
        var hers = after.Where(told => told.Member == before.Key.Member).ToList();
        Assert.Equal(
            events.Select(told => (told.Position, told.StoredType, told.Member, told.Store, told.At, told.Id, told.Fingerprint)),
            after.Select(told => (told.Position, told.StoredType, told.Member, told.Store, told.At, told.Id, told.Fingerprint)));
        Assert.All(hers, told => Assert.All(HerWords, word => Assert.DoesNotContain(word, Encoding.UTF8.GetString(told.Data.Span), StringComparison.Ordinal)));
        // Those of others are untouched.
        Assert.Contains(after.Except(hers), told => Encoding.UTF8.GetString(told.Data.Span).Contains("bea's own note", StringComparison.Ordinal));
        Assert.Equal(boards, await BoardsAsync(moments));
        Assert.Equal(tallies, await AllTalliesAsync());
        Assert.Equal(again, Again(after, before));
        Assert.Equal(
            before.State,
            hers.Aggregate(Member.Unknown with { Id = before.Key.Member }, (member, told) => Evolution.Evolve(member, told.Happened)));
        Assert.Equal(before, await FoundAsync("anna"));
    }

    [Fact]
    public async Task The_rows_of_her_tasks_and_messages_say_nothing_in_words_and_her_referral_code_is_nobodys()
    {
        var before = await ForgottenAsync();
        var code = await Store.Referrals.CodeAsync(before.Key, Cancel);

        await Erasures.CleanAsync(before.Key, Cancel);
        await Erasures.CleanAsync(before.Key, Cancel);

        Assert.Empty(await Store.Referrals.FindAsync(Glow.Id, [code], Cancel));
        var tasks = await Store.Care.TasksAsync(Glow.Id, new([], null, null, before.Key.Member, null, 100), Cancel);
        Assert.NotEmpty(tasks);
        Assert.All(tasks, row => Assert.Equal(("-", null), (row.Task.Title, row.Task.Script)));
        var messages = await Store.Care.MessagesAsync(Glow.Id, new(before.Key.Member, null, null, 100), Cancel);
        Assert.NotEmpty(messages);
        Assert.All(messages, row => Assert.All(row.Decisions, decision => Assert.DoesNotContain("13800138000", decision.Why, StringComparison.Ordinal)));
        Assert.Contains(messages, row => row.Decisions.Any(decision => decision is { What: "failed", Why: "" }));
    }

    [Fact]
    public async Task Once_swept_no_file_of_the_database_holds_a_word_of_hers()
    {
        var anna = (await ForgottenAsync()).Key;
        await Erasures.AskAsync(anna, Noon, "mei", null, Cancel);
        var held = await FilesAsync();
        Assert.All(HerWords, word => Assert.True(Holds(held, word), $"the test looks for '{word}' where it never is"));

        await Erasures.CleanAsync(anna, Cancel);
        await Erasures.ReachAsync(anna, ErasureStep.Cleaned, TimeSpan.Zero, Cancel);
        Assert.Equal(1, (await Erasures.NeedAsync(Cancel)).Waiting);
        Assert.Equal(1, await Erasures.SweepAsync(Noon, Cancel));

        var files = await FilesAsync();
        Assert.All(HerWords, word => Assert.False(Holds(files, word), $"'{word}' is still there"));
        Assert.True(Holds(files, "bea's own note"), "what is others' is gone as well");
        Assert.Equal((ErasureStep.Swept, Noon), ((await Erasures.FindAsync(anna, Cancel))!.Step, (await Erasures.FindAsync(anna, Cancel))!.DoneAt));
        Assert.Equal(0, (await Erasures.NeedAsync(Cancel)).Waiting);
        await Store.TellAsync(Glow.Member("bea"), Noon + TimeSpan.FromDays(9), Glow.Visit("after", Noon + TimeSpan.FromDays(9)));
    }

    [Fact]
    public async Task Old_words_are_cleaned_in_portions_and_what_is_dealt_with_is_not_looked_at_again()
    {
        for (var day = 0; day < 10; day++)
        {
            var at = Noon + TimeSpan.FromDays(day);
            await Store.TellAsync(Glow.Member($"m{day % 3}"), at, Glow.Visit($"v{day}", at, extra: """{"note":"long ago"}"""));
        }

        var before = Noon + TimeSpan.FromDays(6) - Instant.Resolution;
        Assert.True(await Erasures.CountOldAsync(Glow.Id, before, Cancel) >= 6);
        var cleaned = 0;
        OldWords portion = default;
        do
        {
            portion = await Erasures.CleanOldWordsAsync(Glow.Id, before, portion.CameTo, 4, Cancel);
            cleaned += portion.Cleaned;
        }
        while (portion.CameTo is not null);

        Assert.Equal(6, cleaned);
        Assert.Equal(0, await Erasures.CountOldAsync(Glow.Id, before, Cancel));
        Assert.Equal(4, (await WholeFeedAsync()).Count(told => Encoding.UTF8.GetString(told.Data.Span).Contains("long ago", StringComparison.Ordinal)));
        // What is told late of that time is found by the next night.
        await Store.TellAsync(Glow.Member("late"), Noon + TimeSpan.FromDays(9), Glow.Visit("late", Noon, extra: """{"note":"long ago"}"""));
        Assert.Equal(1, (await Erasures.CleanOldWordsAsync(Glow.Id, before, null, 100, Cancel)).Cleaned);
    }

    [Fact]
    public async Task Who_is_lost_and_silent_is_found_unless_she_did_anything_since_or_is_being_erased()
    {
        var now = Noon + TimeSpan.FromDays(400);
        foreach (var id in new[] { "a", "b", "c", "d" })
        {
            await Store.TellAsync(Glow.Member(id), Noon, Glow.Visit($"v-{id}", Noon));
            await Store.TellAsync(Glow.Member(id), now, new Advance(now));
        }

        await Store.TellAsync(Glow.Member("b"), now, Glow.CheckIn("still here", now));
        await Erasures.AskAsync(Glow.Member("c"), now, "mei", null, Cancel);
        await Store.TellAsync(Glow.Member("e"), now, Glow.Visit("v-e", now));

        Assert.Equal(["a", "d"], (await Erasures.SilentAsync(Glow.Id, Noon + TimeSpan.FromDays(300), new(""), 10, Cancel)).Select(id => id.Value));
        Assert.Equal(["d"], (await Erasures.SilentAsync(Glow.Id, Noon + TimeSpan.FromDays(300), new("a"), 1, Cancel)).Select(id => id.Value));
        Assert.Empty(await Erasures.SilentAsync(Glow.Id, Noon, new(""), 10, Cancel));
    }

    [Fact]
    public async Task Lists_leave_out_who_is_to_be_forgotten_unless_asked_for_her()
    {
        await Store.TellAsync(Glow.Member("anna"), Noon, Glow.Visit("v1", Noon));
        await Store.TellAsync(Glow.Member("bea"), Noon, Glow.Visit("v2", Noon));
        await Erasures.AskAsync(Glow.Member("anna"), Noon, "mei", null, Cancel);
        var search = new MemberSearch(null, null, default, null, null, 10);

        Assert.Equal(["bea"], (await Queries.SearchAsync(Glow.Id, search, Cancel)).Select(row => row.Id.Value));
        Assert.Equal(["anna", "bea"], (await Queries.SearchAsync(Glow.Id, search with { WithErased = true }, Cancel)).Select(row => row.Id.Value));
    }

    /// <summary>Anna, of whom much was said in words, among others, and forgotten; nothing of it is cleaned yet.</summary>
    private protected async Task<MemberRecord> ForgottenAsync()
    {
        var anna = Glow.Member("anna");
        var rules = Glow.WithPlaybooks;
        var at = Noon;
        await Store.TellAsync(rules, anna, at, Glow.Join("a-join", at, Glow.Bund), new Tag(Glow.Key("a-tag"), at, null, HerWords[2], $$"""{"name":"{{HerWords[0]}}"}"""));
        at += TimeSpan.FromDays(1);
        var told = await Store.TellAsync(rules, anna, at, new Advance(at));
        foreach (var released in told.State.Recall.Released)
            await Store.TellAsync(rules, anna, at, new ReportMessage(released.Number, MessageFate.Failed, HerWords[6]));
        for (var visit = 0; visit < 40; visit++)
        {
            at += TimeSpan.FromHours(30);
            await Store.TellAsync(rules, anna, at, Glow.Purchase(
                $"a-{visit}", at, 100m, items: $$"""[{"category":"skin","amount":100,"for":"{{HerWords[0]}}"}]""", extra: $$"""{"phone":"{{HerWords[1]}}","note":"{{HerWords[3]}}"}"""));
            var others = Glow.Member(visit % 2 == 0 ? "bea" : $"m{visit:00}");
            await Store.TellAsync(rules, others, at, Glow.Visit($"b-{visit}", at, extra: """{"note":"bea's own note"}"""));
        }

        await Store.TellAsync(rules, anna, at, new AdjustPoints(Glow.Key("a-adjust"), at, null, 5, HerWords[4], new("mei")));
        await Store.TellAsync(rules, anna, at, new Complaint(Glow.Key("a-complaint"), at, null, $$"""{"device":"{{HerWords[5]}}"}"""));
        return await Store.TellAsync(rules, anna, at + TimeSpan.FromHours(1), new Erase());
    }

    // What a what-if makes of her: what would be told, and when, under the rules she lived by.
    private static List<string> Again(IEnumerable<CommittedEvent> feed, MemberRecord member)
    {
        var told = new List<string>();
        Replay.Of(
            Glow.WithPlaybooks,
            member.Key.Member,
            null,
            [.. feed.Where(each => each.Member == member.Key.Member).Select(each => new Past(each.At, each.Happened))],
            Noon + TimeSpan.FromDays(900),
            happened => told.Add($"{happened.At} {happened.GetType().Name}"));
        Assert.NotEmpty(told);
        return told;
    }

    private static bool Holds(byte[] files, string word) => files.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;

    private async Task<List<string>> BoardsAsync(IReadOnlyList<Instant> moments)
    {
        var boards = new List<string>();
        foreach (var at in moments)
        {
            var board = await Queries.BoardAsync(Glow.Id, new(at, at), Cancel);
            boards.Add(string.Join(';', Recount.Of(board.Levels)));
        }

        return boards;
    }

    private ValueTask<IReadOnlyList<Tally>> AllTalliesAsync() =>
        Store.Tallies.TalliesAsync(Glow.Id, new([TallySubjects.Playbook, TallySubjects.Survey, TallySubjects.Staff, TallySubjects.Tasks, TallySubjects.Cards], IsByDay: true), Cancel);
}
