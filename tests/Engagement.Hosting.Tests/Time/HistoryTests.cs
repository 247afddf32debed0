using System.Globalization;
using System.Text.Json;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Time;

/// <summary>History that is loaded in many requests makes the past that would have been told had it been told at once.</summary>
public sealed class HistoryTests
{
    private static readonly DateTimeOffset Opening = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Stages = ["potential", "new", "effective", "active", "loyal", "dormant", "lost"];

    [Fact]
    public async Task Boards_of_the_past_are_right_after_a_history_loaded_in_many_requests()
    {
        // History settles when it is complete, not when a slow machine pauses.
        await using var node = await TestNode.StartAsync("Engagement:Due:HistorySettles=01:00:00");
        await node.OpenChainAsync("glow");
        var history = RandomHistory(new(11)).OrderBy(visit => visit.At).ToList();

        foreach (var request in history.Chunk(60))
        {
            var items = request.Select(visit => new
            {
                id = visit.Id,
                type = "visit",
                member = visit.Member,
                store = visit.Store,
                at = visit.At.ToString("O", CultureInfo.InvariantCulture),
            });
            var answer = (await node.PostAsync("/v1/chains/glow/events", JsonSerializer.Serialize(items))).Ok();
            Assert.Equal(request.Length, (int)answer["accepted"]!);
        }

        var random = new Random(12);
        for (var look = 0; look < 60; look++)
        {
            var at = Opening.AddMinutes(random.Next(2 * 365 * 24 * 60));
            var store = look % 3 == 0 ? "bund" : look % 3 == 1 ? "soho" : null;
            var board = (await node.GetAsync($"/v1/chains/glow/board?at={at:yyyy-MM-ddTHH:mm:ssZ}{(store is null ? "" : $"&store={store}")}")).Ok();
            var expected = history.Where(visit => store is null || visit.Store == store).GroupBy(visit => visit.Member)
                .Where(member => member.Min(visit => visit.At) <= at)
                .CountBy(member => NaiveLifecycle.StageAt(member.Select(visit => visit.At), at)).ToDictionary();
            Assert.Equal(
                Stages.Select(stage => (stage, expected.GetValueOrDefault(stage))),
                Stages.Select(stage => (stage, (int)board["stages"]![stage]!)));
            Assert.Equal(at, (DateTimeOffset)board["asOf"]!);
        }
    }

    [Fact]
    public async Task Once_a_history_has_settled_all_that_fell_due_is_told_at_its_own_instant()
    {
        await using var node = await TestNode.StartAsync("Engagement:Due:HistorySettles=00:00:00.2");
        await node.OpenChainAsync("glow");
        var last = Opening.AddTicks(12_345_670);

        await node.PostAsync("/v1/chains/glow/events", $$"""[{"id":"1","type":"visit","member":"li","at":"{{last:O}}"}]""");

        var feed = await Eventually.HoldsAsync(
            () => node.FeedAsync("glow"), feed => feed.Any(told => (string?)told["data"]!["to"] == "lost"), "she is told lost");
        var changes = feed.Where(told => (string)told["type"]! == "stage_changed")
            .Select(told => ((string)told["data"]!["to"]!, (DateTimeOffset)told["at"]!));
        Assert.Equal([("new", last), ("dormant", last.AddDays(90)), ("lost", last.AddDays(180))], changes);
        var raised = feed.Where(told => (string)told["type"]! == "flag_raised")
            .Select(told => ((string)told["data"]!["flag"]!, (DateTimeOffset)told["at"]!));
        Assert.Equal(("second_visit_overdue", last.AddDays(30).AddMicroseconds(1)), raised.First());
    }

    /// <summary>Forty members of two stores who come as they please for two years.</summary>
    private static IEnumerable<(string Id, string Member, string Store, DateTimeOffset At)> RandomHistory(Random random)
    {
        for (var member = 0; member < 40; member++)
        {
            var at = Opening.AddHours(random.Next(300 * 24));
            for (var visit = 0; visit < 12; visit++)
            {
                yield return ($"{member}-{visit}", $"m{member}", member % 2 == 0 ? "bund" : "soho", at);
                at = at.AddSeconds(random.Next(1, random.Next(4) == 0 ? 20_000_000 : 4_000_000));
            }
        }
    }
}
