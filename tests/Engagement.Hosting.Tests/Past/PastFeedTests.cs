using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Past;

/// <summary>Beside the board of a past instant stands what had happened by then.</summary>
public sealed class PastFeedTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task What_had_happened_by_an_instant_is_told_newest_first_and_what_came_later_is_not()
    {
        await SendAsync(
            new { id = "a", type = "visit", member = "li", store = "bund", at = DaysAgo(9) },
            new { id = "b", type = "visit", member = "wang", store = "soho", at = DaysAgo(6) },
            new { id = "c", type = "visit", member = "zhao", store = "bund", at = DaysAgo(2) });

        Assert.Equal(["b", "a"], await SentAsync($"?at={DaysAgo(4)}"));
        Assert.Equal(["a"], await SentAsync($"?at={DaysAgo(4)}&store=bund"));
        Assert.Empty(await SentAsync($"?at={DaysAgo(20)}"));
        Assert.Equal(["c", "b", "a"], await SentAsync(""));
    }

    [Fact]
    public async Task What_is_told_late_stands_where_it_happened()
    {
        var instant = DaysAgo(5);
        await SendAsync(new { id = "told-first", type = "visit", member = "li", store = "bund", at = instant });
        await SendAsync(new { id = "told-late", type = "visit", member = "wang", store = "bund", at = DaysAgo(8) });

        Assert.Equal(["told-first", "told-late"], await SentAsync($"?at={instant}"));
    }

    [Fact]
    public async Task It_is_read_page_by_page_down_to_the_beginning()
    {
        await SendAsync([.. Enumerable.Range(1, 8).Select(day => new { id = $"v{day}", type = "visit", member = $"m{day}", store = "bund", at = DaysAgo(10 - day) })]);
        var whole = (await ReadAsync($"?at={DaysAgo(0)}&limit=500"))["items"]!.AsArray().Select(Position).ToList();

        var pages = new List<long>();
        var query = $"?at={DaysAgo(0)}&limit=3";
        for (JsonNode? page = await ReadAsync(query); page is not null; page = (string?)page["next"] is { } next ? await ReadAsync($"{query}&before={next}") : null)
            pages.AddRange(page["items"]!.AsArray().Select(Position));

        Assert.Equal(whole, pages);
        Assert.True(whole.Count > 8, "stages were not told");
    }

    [Theory]
    [InlineData("?at=yesterday", 400, "invalid_parameter")]
    [InlineData("?at=2999-01-01T00:00:00Z", 400, "invalid_parameter")]
    [InlineData("?before=!", 400, "invalid_parameter")]
    [InlineData("?limit=501", 400, "invalid_parameter")]
    [InlineData("?store=closed", 404, "unknown_store")]
    public async Task What_cannot_be_asked_is_told(string query, int status, string code) =>
        (await Node.GetAsync($"{Path}/feed/past{query}")).Problem(status, code);

    private async Task<JsonNode> ReadAsync(string query) => (await Node.GetAsync($"{Path}/feed/past{query}")).Ok();

    private async Task<IReadOnlyList<string>> SentAsync(string query) =>
        [.. (await ReadAsync(query))["items"]!.AsArray().Select(told => (string?)told!["id"]).OfType<string>()];

    private static long Position(JsonNode? told) => (long)told!["position"]!;
}
