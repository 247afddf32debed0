using Microsoft.AspNetCore.Http;

namespace Engagement.Cli.Tests.Views;

public sealed class CardTests : EngageTest
{
    [Fact]
    public async Task What_a_chain_owes_is_told_with_its_threshold()
    {
        Answer(
            "/v1/chains/shop/liability?store=bund&at=2026-01-31",
            """
            {"chain":"shop","store":"bund","at":"2026-01-31","currency":"CNY","paid":9999000.5,"usesWorth":1000,"prepaid":10000000.5,"bonus":300,
             "owed":12.3,"threshold":10000000,"isOverThreshold":true,"asOf":"2026-03-08T06:30:00Z"}
            """);

        var ended = await EngageAsync("liability", "--chain", "shop", "--store", "bund", "--at", "2026-01-31");

        Assert.Equal((ExitCode.Done, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(
            """
            prepaid    10,000,000.50 CNY, at or over the threshold of 10,000,000.00
              money    9,999,000.50 CNY
              uses     1,000.00 CNY
            bonus      300.00 CNY
            owed       12.30 CNY by members, on credit
            as of      the end of 2026-01-31

            """,
            ended.Output);
    }

    [Fact]
    public async Task Suspicious_uses_are_listed()
    {
        Answer(
            "/v1/chains/shop/cards/flags?limit=50",
            """
            {"items":[{"position":7,"type":"card_use_suspicious","member":"[li]","store":"bund","at":"2026-03-08T06:30:00Z",
              "data":{"card":"C-7","first":"2026-03-08T06:29:30Z","second":"2026-03-08T06:30:00Z"}}]}
            """);

        var ended = await EngageAsync("cards", "flags", "--chain", "shop");

        Assert.Matches(@"2026-03-08 06:30:00Z .*\[li\] .*bund .*C-7 .*2026-03-08T06:29:30Z .*2026-03-08T06:30:00Z", ended.Output);
    }

    [Fact]
    public async Task Where_nothing_is_suspicious_that_is_said()
    {
        Answer("/v1/chains/shop/cards/flags?store=bund&limit=50", """{"items":[]}""");

        Assert.Equal("No use of a card is suspicious.\n", (await EngageAsync("cards", "flags", "--chain", "shop", "--store", "bund")).Output);
    }

    private void Answer(string path, string json) => Server.Answers[path] = () => Results.Text(json, "application/json");
}
