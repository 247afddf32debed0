using Microsoft.AspNetCore.Http;

namespace Engagement.Cli.Tests.Membership;

public sealed class MembershipTests : EngageTest
{
    private const string Standing = """{"balance":1095,"usable":1055,"pending":40,"owed":0,"nextExpiryAt":"2027-01-05T08:00:00Z","nextExpiring":20}""";

    [Fact]
    public async Task A_statement_says_where_she_stands_and_lists_every_movement_page_by_page()
    {
        Answer(
            "/v1/chains/shop/members/a%2Fb/points?limit=3",
            $$"""{"points":{{Standing}},"lots":[],"items":[{{Line("points_adjusted", 7, 1095, "sorry", "wang")}},{{Line("points_redeemed", -30, 1088, "[mug]")}}],"next":"x y"}""");
        Answer("/v1/chains/shop/members/a%2Fb/points?limit=1&cursor=x%20y", $$"""{"points":{{Standing}},"lots":[],"items":[{{Line("purchase", 1118, 1118, "A-7")}}],"next":"z"}""");

        var ended = await EngageAsync("points", "a/b", "--chain", "shop", "--limit", "3");

        Assert.Equal(ExitCode.Done, ended.ExitCode);
        Assert.StartsWith(
            """
            balance    1,095
            can spend  1,055
            pending    40
            expiring   20 on 2027-01-05 08:00:00Z

            """,
            ended.Output,
            StringComparison.Ordinal);
        Assert.Matches(
            @"2026-01-05 08:00:00Z +points_adjusted +sorry +\+7 +1,095 +wang *\n.*points_redeemed +\[mug\] +-30 +1,088 *\n.*purchase +A-7 +\+1,118 +1,118", ended.Output);
    }

    [Fact]
    public async Task A_member_without_points_has_a_statement_all_the_same()
    {
        Answer("/v1/chains/shop/members/li/points?limit=50", """{"points":{"balance":-5,"usable":0,"pending":0,"owed":5,"nextExpiryAt":null,"nextExpiring":0},"lots":[],"items":[]}""");

        Assert.Equal("balance    -5\ncan spend  0\nowed       5\n", (await EngageAsync("points", "li", "--chain", "shop")).Output);
    }

    [Fact]
    public async Task Points_are_given_and_taken_by_hand_with_the_reason()
    {
        Answer("/v1/chains/shop/members/li/points/adjustments", Standing);

        var given = await EngageAsync("points", "adjust", "li", "7", "--reason", "waited too long", "--chain", "shop");
        var taken = await EngageAsync("points", "adjust", "li", "-50", "--reason", "typed wrong", "--id", "slip-7", "--chain", "shop", "--json");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (given.ExitCode, taken.ExitCode));
        Assert.StartsWith("balance    1,095\n", given.Output, StringComparison.Ordinal);
        Assert.Equal(Standing + "\n", taken.Output);
        Assert.Equal(
            ["""{"points":7,"reason":"waited too long"}""", """{"points":-50,"reason":"typed wrong","id":"slip-7"}"""], Server.Posts.Select(sent => sent.Body));
    }

    [Theory]
    [InlineData("points", "adjust", "li", "many", "--reason", "x", "--chain", "shop")]
    [InlineData("points", "adjust", "li", "5", "--chain", "shop")]
    [InlineData("referrals", "leaders", "--by", "beauty", "--chain", "shop")]
    [InlineData("quote", "--chain", "shop")]
    [InlineData("quote", "--chain", "shop", "--item", "facial:")]
    [InlineData("quote", "--chain", "shop", "--item", "facial:-5")]
    [InlineData("quote", "--chain", "shop", "--item", "1,000")]
    public async Task What_cannot_be_meant_is_refused_before_the_server_is_asked(params string[] arguments)
    {
        Assert.Equal(ExitCode.WrongUse, (await EngageAsync(arguments)).ExitCode);
        Assert.Empty(Server.Posts);
    }

    [Fact]
    public async Task Ms_Zhao_is_told_what_joining_saves_on_her_bill()
    {
        Answer(
            "/v1/chains/shop/quote",
            """
            {"currency":"CNY","bill":500,"discount":0,"toPay":500,
             "joining":{"discount":50,"giftValue":100,"gift":"Package coupon","saved":150,"fee":100,"net":50},
             "nextTier":{"tier":{"name":"basic","title":"Basic","missing":[
                 {"spend":500,"withinDays":null,"points":null,"friends":null,"invitation":false},
                 {"spend":null,"withinDays":null,"points":null,"friends":5,"invitation":false}]},
               "offer":{"discount":50,"giftValue":0,"gift":null,"saved":50,"fee":0,"net":50}}}
            """);

        var ended = await EngageAsync("quote", "--chain", "shop", "--item", "skin:care:300.50", "--item", "199.5", "--member", "zhao");

        Assert.Equal("""{"items":[{"category":"skin:care","amount":300.50},{"amount":199.5}],"member":"zhao"}""", Assert.Single(Server.Posts).Body);
        Assert.Equal(
            """
            bill       500.00 CNY
            discount   0.00
            to pay     500.00
            joining    saves 150.00 (50.00 off, Package coupon worth 100.00); costs 100.00, 50.00 better off today
            Basic      saves 50.00 (50.00 off)
                       takes 500 more paid, or 5 more friends who buy

            """,
            ended.Output);
    }

    [Fact]
    public async Task A_referral_tree_is_drawn_as_one()
    {
        Answer(
            "/v1/chains/shop/members/zhao/referrals?depth=3",
            $$"""
            {"code":"K7M2PQ9X","reach":4,"depth":3,"branches":[{{Branch("li", "zhao", true)}},{{Branch("[b]ai", "zhao", false)}},{{Branch("wu", "li", false)}},{{Branch("yan", "wu", true)}}]}
            """);

        var ended = await EngageAsync("referrals", "zhao", "--chain", "shop", "--depth", "3");

        Assert.Equal(
            """
            code       K7M2PQ9X
            reach      4, 3 levels
            zhao
            ├── li  2026-01-05  bought
            │   └── wu  2026-01-05
            │       └── yan  2026-01-05  bought
            └── [b]ai  2026-01-05

            """,
            string.Join('\n', ended.Output.Split('\n').Select(line => line.TrimEnd())));
    }

    [Fact]
    public async Task Leaders_are_listed_by_what_is_asked_for()
    {
        Answer("/v1/chains/shop/referrals/leaders?by=value&limit=2", """{"items":[{"member":"zhao","friends":3,"bought":2,"reach":12,"depth":3,"value":1234.5}]}""");
        Answer("/v1/chains/shop/referrals/leaders?by=bought&limit=50", """{"items":[]}""");

        Assert.Matches(@"zhao +3 +2 +12 +3 +1,234\.50", (await EngageAsync("referrals", "leaders", "--chain", "shop", "--by", "value", "--limit", "2")).Output);
        Assert.Equal("Nobody has brought anybody yet.\n", (await EngageAsync("referrals", "leaders", "--chain", "shop")).Output);
    }

    [Fact]
    public async Task A_member_is_shown_with_her_tier_her_points_and_who_brought_her()
    {
        Answer(
            "/v1/chains/shop/members/li",
            $$"""
            {"id":"li","store":"main","stage":"loyal","stageSince":"2024-01-01T00:00:00Z","points":{{Standing}},
             "tier":{"name":"pro","title":"Pro","since":"2026-01-01T00:00:00Z","until":"2027-01-01T00:00:00Z","isAtRisk":true,"spent":6000,"orders":3,
               "next":{"name":"premium","title":"Premium","missing":[{"spend":14000,"invitation":false},{"invitation":true}]},"benefits":[]},
             "referral":{"referrer":"zhao","standing":"confirmed","friends":[],"friendCount":3,"bought":1},
             "family":{"head":null,"relatives":[{"id":"son","hasAgreed":true},{"id":"mother","hasAgreed":false}]},
             "version":9,"asOf":"2026-02-01T00:00:00Z"}
            """);

        var ended = await EngageAsync("member", "li", "--chain", "shop", "--timeline", "0");

        Assert.Equal(
            """
            member     li
            store      main
            stage      loyal since 2024-01-01 00:00:00Z
            points     1,095, 1,055 to spend, 20 expire 2027-01-05 08:00:00Z
            tier       Pro until 2027-01-01 00:00:00Z, will be lost then
            next tier  Premium: 14,000 more paid, or an invitation
            brought by zhao (confirmed)
            friends    3, of whom 1 bought
            family     son, mother (asked)
            as of      2026-02-01 00:00:00Z, version 9

            """,
            ended.Output);
    }

    private static string Line(string type, int points, int balance, string what, string? by = null) =>
        $$"""{"position":1,"at":"2026-01-05T08:00:00Z","type":"{{type}}","points":{{points}},"balance":{{balance}},"what":"{{what}}","by":{{(by is null ? "null" : $"\"{by}\"")}},"id":null}""";

    private static string Branch(string member, string referrer, bool bought) =>
        $$"""{"member":"{{member}}","referrer":"{{referrer}}","at":"2026-01-05T08:00:00Z","hasBought":{{(bought ? "true" : "false")}},"depth":1}""";

    private void Answer(string path, string body) => Server.Answers[path] = () => Results.Text(body, "application/json");
}
