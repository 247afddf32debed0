using System.Text.Json;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Api;

/// <summary>What happened to members is taken, item by item, once.</summary>
public sealed class IngestTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task A_bad_item_never_spoils_its_neighbours()
    {
        var answer = await SendTextAsync(
            """
            [
              {"id":"1","type":"visit","member":"li","store":"bund"},
              {"id":"2","type":"visit","member":"li","store":"closed"},
              {"id":"3","type":"dance","member":"li"},
              {"id":"4","type":"purchase","member":"li","amount":"much"},
              {"id":"5","type":"purchase","member":"li"},
              7, null, [],
              {"type":"visit","member":"li"},
              {"id":"1","type":"visit","member":"li","store":"bund"},
              {"id":"1","type":"visit","member":"li","store":"soho"},
              {"id":"6","type":"visit","member":"zhao","at":"2999-01-01T00:00:00Z"},
              {"id":"7","type":"refund","member":"zhao"},
              {"id":"8","type":"refund","member":"zhao","orderId":"none"},
              {"id":"9","type":"purchase","member":"zhao","amount":80}
            ]
            """);

        AssertTaken(
            answer,
            accepted: 2,
            duplicates: 1,
            (1, "unknown_store"),
            (2, "unknown_type"),
            (3, "invalid_field"),
            (4, "missing_field"),
            (5, "invalid_item"),
            (6, "invalid_item"),
            (7, "invalid_item"),
            (8, "missing_field"),
            (10, "id_reused"),
            (11, "in_future"),
            (12, "missing_field"),
            (13, "unknown_order"));
        Assert.Equal("2", (string?)answer["rejected"]![0]!["id"]);
        Assert.Null((string?)answer["rejected"]![4]!["id"]);
        var feed = await Node.FeedAsync(Chain);
        Assert.Equal(["1", "9"], feed.Select(told => (string?)told["id"]).Where(id => id is not null).Order());
        Assert.Equal(feed.Count, (long)answer["position"]!);
    }

    [Fact]
    public async Task The_same_body_sent_again_changes_nothing()
    {
        var items = Enumerable.Range(0, 60)
            .Select(number => (object)new { id = $"v{number}", type = "visit", member = $"m{number % 7}", at = DaysAgo(number) }).ToArray();

        var first = await SendAsync(items);
        var again = await SendAsync(items);

        AssertTaken(first, accepted: 60);
        AssertTaken(again, accepted: 0, duplicates: 60);
        Assert.Equal((long)first["position"]!, (long)again["position"]!);
        Assert.Equal((long)first["position"]!, (await Node.FeedAsync(Chain)).Count);
    }

    [Fact]
    public async Task The_same_content_written_otherwise_is_a_repeat()
    {
        await SendTextAsync(
            """[{"id":"1","type":"purchase","member":"li","amount":100,"at":"2026-03-01T08:00:00Z","store":"bund","note":"水光针","x":{"a":1,"b":[0.5]}}]""");

        string[] rewritten =
        [
            """[{"id":"1","type":"purchase","member":"li","amount":100.00,"at":"2026-03-01T08:00:00Z","store":"bund","note":"水光针","x":{"a":1,"b":[0.5]}}]""",
            """[{"id":"1","type":"purchase","member":"li","amount":1e2,"at":"2026-03-01T08:00:00.000Z","store":"bund","note":"水光针","x":{"a":1,"b":[0.5]}}]""",
            """[{"x":{"b":[5e-1],"a":1.0},"note":"水光针","store":"bund","at":"2026-03-01T16:00:00+08:00","amount":100.0,"member":"li","type":"purchase","id":"1"}]""",
            """[{"id":"1","type":"purchase","member":"li","amount":100,"orderId":null,"at":"2026-03-01T08:00:00Z","store":"bund","note":"水光针","x":{"a":1,"b":[0.5]}}]""",
            """[{"id":"1","type":"purchase","member":"\u006ci","amount":100,"at":"2026-03-01T08:00:00Z","store":"bund","note":"\u6c34\u5149\u9488","x":{"a":1,"b":[0.5]}}]""",
        ];
        foreach (var body in rewritten)
            AssertTaken(await SendTextAsync(body), accepted: 0, duplicates: 1);
    }

    [Theory]
    [InlineData("""{"id":"1","type":"purchase","member":"li","amount":100.01,"x":[1,2]}""")]
    [InlineData("""{"id":"1","type":"purchase","member":"zhao","amount":100,"x":[1,2]}""")]
    [InlineData("""{"id":"1","type":"purchase","member":"li","amount":100,"x":[2,1]}""")]
    [InlineData("""{"id":"1","type":"purchase","member":"li","amount":100}""")]
    [InlineData("""{"id":"1","type":"purchase","member":"li","amount":100,"x":[1,2],"store":"bund"}""")]
    [InlineData("""{"id":"1","type":"visit","member":"li"}""")]
    public async Task An_id_that_was_taken_for_something_else_is_refused(string other)
    {
        await SendTextAsync("""[{"id":"1","type":"purchase","member":"li","amount":100,"x":[1,2]}]""");
        // She has lived on since, so that only the journal still knows the id.
        await SendAsync([.. Enumerable.Range(0, 9).Select(number => new { id = $"v{number}", type = "visit", member = "li" })]);

        AssertTaken(await SendTextAsync($"[{other}]"), accepted: 0, duplicates: 0, (0, "id_reused"));
    }

    [Fact]
    public async Task Of_two_members_who_bring_the_same_id_at_once_one_gets_it()
    {
        var answer = await SendAsync(
            [.. Enumerable.Range(0, 50).Select(number => new { id = "same", type = "visit", member = $"m{number}" })]);

        Assert.Equal(1, (int)answer["accepted"]!);
        Assert.Equal(49, answer["rejected"]!.AsArray().Count(item => (string)item!["code"]! == "id_reused"));
        Assert.Single(await Node.FeedAsync(Chain), told => (string?)told["id"] == "same");
    }

    [Fact]
    public async Task The_same_id_in_another_chain_is_another_id()
    {
        await Node.OpenChainAsync($"{Chain}-b");
        await SendTextAsync("""[{"id":"1","type":"visit","member":"li"}]""");

        var answer = await Node.PostAsync($"{Path}-b/events", """[{"id":"1","type":"visit","member":"li"}]""");

        AssertTaken(answer.Ok(), accepted: 1);
    }

    [Fact]
    public async Task Many_senders_of_the_same_items_at_once_have_each_taken_once()
    {
        var items = JsonSerializer.Serialize(Enumerable.Range(0, 40).Select(
            number => new { id = $"p{number}", type = "purchase", member = $"m{number % 5}", amount = 10 }));

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SendTextAsync(items)));

        Assert.Equal(40, answers.Sum(answer => (int)answer["accepted"]!));
        Assert.Equal(11 * 40, answers.Sum(answer => (int)answer["duplicates"]!));
        Assert.Equal(80, (long)(await MemberAsync("m3"))["points"]!["balance"]!);
    }
}
