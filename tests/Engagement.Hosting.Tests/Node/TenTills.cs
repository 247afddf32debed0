using System.Text.Json.Nodes;

namespace Engagement.Hosting.Tests.Node;

/// <summary>Ten tills take money from one card at the same moment, through the real sockets of the nodes.</summary>
internal static class TenTills
{
    private const string Policy =
        """
        {"cards":{"kinds":{"gold":{"form":"stored_value","overdraft":50,"usesPerDay":30},"ten":{"form":"count","uses":10,"price":100,"usesPerDay":30}}}}
        """;

    /// <summary>110 can be taken, and they ask for 20 each, three times; of ten uses, they ask for three each.</summary>
    /// <param name="tills">To which node each till speaks in turn.</param>
    public static async Task RingAsync(string chain, params TestNode[] tills)
    {
        var path = $"/v1/chains/{chain}";
        (await tills[0].PutAsync($"{path}/policy", Policy)).Ok();
        (await tills[0].PostAsync(
            $"{path}/events",
            """
            [{"id":"i1","type":"card_issue","member":"li","card":"G","kind":"gold","paid":60},
             {"id":"i2","type":"card_issue","member":"li","card":"T","kind":"ten"}]
            """)).Ok();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).SelectMany(till => Enumerable.Range(0, 3).SelectMany(turn => new[]
        {
            UseAsync(tills[till % tills.Length], path, $$"""{"id":"g{{till}}-{{turn}}","type":"card_use","member":"li","card":"G","amount":20}"""),
            UseAsync(tills[till % tills.Length], path, $$"""{"id":"t{{till}}-{{turn}}","type":"card_use","member":"li","card":"T"}"""),
        })));

        Assert.Equal(5, answers.Count(answer => answer is ('g', null)));
        Assert.Equal(10, answers.Count(answer => answer is ('t', null)));
        Assert.Equal(25, answers.Count(answer => answer is ('g', "insufficient_balance")));
        Assert.Equal(20, answers.Count(answer => answer is ('t', "no_uses_left")));
        var cards = (await tills[^1].GetAsync($"{path}/members/li")).Ok()["cards"]!.AsArray();
        Assert.Equal((-40m, 0), ((decimal)cards[0]!["balance"]!["total"]!, (int)cards[1]!["uses"]!["left"]!));
        var liability = (await tills[0].GetAsync($"{path}/liability")).Ok();
        Assert.Equal((0m, 40m), ((decimal)liability["prepaid"]!, (decimal)liability["owed"]!));
    }

    private static Task<(char Card, string? Code)> UseAsync(TestNode till, string path, string item) => Task.Run(
        async () =>
        {
            var answer = (await till.PostAsync($"{path}/events", $"[{item}]")).Ok();
            return ((string)JsonNode.Parse(item)!["id"]!)[0] switch
            {
                var card => (card, (string?)answer["rejected"]!.AsArray().SingleOrDefault()?["code"]),
            };
        },
        TestContext.Current.CancellationToken);
}
