using System.Text.Json.Nodes;
using Engagement.Cli.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Engagement.Cli.Tests.Staff;

public sealed class StaffTests : EngageTest
{
    private const string Mei =
        """{"id":"a1","signInName":"mei@shop.example","name":"Mei\u001b 梅","role":"care_staff","chain":"shop","stores":["main","east"],"state":"invited","hasSecondStep":false}""";

    [Fact]
    public async Task Staff_are_listed_with_what_they_are()
    {
        Answer("/v1/chains/shop/staff?limit=200", $$"""{"items":[{{Mei}},{"id":"a2","signInName":"hq","name":"HQ","role":"chain_headquarters","stores":[],"state":"active","hasSecondStep":true}],"next":"YTI"}""");

        var ended = await EngageAsync("staff", "list", "--chain", "shop");

        Assert.Equal(
            "a1  mei@shop.example  care_staff at main, east  Mei\uFFFD 梅  (invited)\na2  hq  chain_headquarters  HQ  (second step)\nThere are more: --cursor YTI\n",
            ended.Output);
    }

    [Fact]
    public async Task An_invitation_prints_the_link_to_hand_over()
    {
        Answer("/v1/chains/shop/staff", $$"""{"account":{{Mei}},"code":"c0de","link":"/#invite=c0de","until":"2026-05-08T02:00:00Z"}""");

        var ended = await EngageAsync("staff", "invite", "mei@shop.example", "--chain", "shop", "--role", "care_staff", "--store", "main", "--store", "east");

        Assert.Equal(ExitCode.Done, ended.ExitCode);
        Assert.EndsWith($"until 2026-05-08 02:00:00Z: {Server.Address}/#invite=c0de\n", ended.Output, StringComparison.Ordinal);
        var sent = JsonNode.Parse(Server.Posts.Single().Body)!;
        Assert.Equal(("mei@shop.example", "care_staff", "east"), ((string?)sent["signInName"], (string?)sent["role"], (string?)sent["stores"]![1]));
    }

    [Fact]
    public async Task Without_a_chain_it_is_about_administrators()
    {
        Answer("/v1/administrators/a1/recovery", $$"""{"account":{{Mei}},"code":"c0de","link":"/#recover=c0de","until":"2026-05-08T02:00:00Z"}""");
        Answer("/v1/administrators/a1/lock", Mei);

        Assert.Equal(ExitCode.Done, (await EngageAsync("staff", "recover", "a1", "--drop-totp")).ExitCode);
        Assert.Equal(ExitCode.Done, (await EngageAsync("staff", "lock", "a1")).ExitCode);

        Assert.Equal("""{"dropTotp":true}""", Server.Posts[0].Body);
        Assert.Equal("/v1/administrators/a1/lock", Server.Posts[1].Path);
    }

    [Fact]
    public async Task What_is_refused_is_told()
    {
        Server.Answers["/v1/chains/shop/staff"] = () => TestServer.Problem(409, "This sign-in name is taken", "Take another.", "name_taken");

        var ended = await EngageAsync("staff", "invite", "mei", "--chain", "shop", "--role", "care_staff", "--store", "main");

        Assert.Equal((ExitCode.Failed, "This sign-in name is taken: Take another. [name_taken]\n"), (ended.ExitCode, ended.Error));
    }

    private void Answer(string path, string body) => Server.Answers[path] = () => Results.Text(body, "application/json");
}
