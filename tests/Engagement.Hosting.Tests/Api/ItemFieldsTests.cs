using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Api;

/// <summary>Fields that are not what they should be are refused; what nobody knows is kept.</summary>
public sealed class ItemFieldsTests(SharedNode shared) : ChainTest(shared)
{
    [Theory]
    [InlineData("""{"type":"visit","member":"li"}""", "missing_field")]
    [InlineData("""{"id":null,"type":"visit","member":"li"}""", "missing_field")]
    [InlineData("""{"id":"","type":"visit","member":"li"}""", "invalid_field")]
    [InlineData("""{"id":7,"type":"visit","member":"li"}""", "invalid_field")]
    [InlineData("""{"id":"x","member":"li"}""", "missing_field")]
    [InlineData("""{"id":"x","type":"visit"}""", "missing_field")]
    [InlineData("""{"id":"x","type":"Visit","member":"li"}""", "unknown_type")]
    [InlineData("""{"id":"x","type":"visit","member":{}}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"visit","member":"l\u0000i"}""", "invalid_field")]
    [InlineData("""{"id":"x\u0000","type":"visit","member":"li"}""", "invalid_field")]
    [InlineData("""{"id":"\ud800","type":"visit","member":"li"}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"visit","member":"\udc00li"}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"visit","member":"li","service":"\ud83d"}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"visit","member":"li","at":"\ud800-01-01T00:00:00Z"}""", "invalid_item")]
    [InlineData("""{"id":"x","type":"visit","member":"li","store":7}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"visit","member":"li","at":1770000000}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"visit","member":"li","at":""}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"visit","member":"li","at":"2026-03-01"}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"visit","member":"li","at":"2026-03-01T08:00:00"}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"visit","member":"li","at":"2026-02-30T08:00:00Z"}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"visit","member":"li","at":"0000-01-01T00:00:00Z"}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"purchase","member":"li"}""", "missing_field")]
    [InlineData("""{"id":"x","type":"purchase","member":"li","amount":-1}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"purchase","member":"li","amount":1e40}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"purchase","member":"li","amount":1e400}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"purchase","member":"li","amount":1000000000001}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"purchase","member":"li","amount":"80"}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"purchase","member":"li","amount":true}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"purchase","member":"li","amount":80,"items":{}}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"purchase","member":"li","amount":80,"orderId":5}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"refund","member":"li"}""", "missing_field")]
    [InlineData("""{"id":"x","type":"refund","member":"li","amount":0}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"act","member":"li"}""", "missing_field")]
    [InlineData("""{"id":"x","type":"act","member":"li","name":""}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"join","member":"li","birthday":"17-05"}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"join","member":"li","birthday":"02-30"}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"join","member":"li","birthday":517}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"join","member":"li","birthday":"1990-02-29"}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"card_issue","member":"li"}""", "missing_field")]
    [InlineData("""{"id":"x","type":"card_issue","member":"li","card":"C","expiresAt":"2001-01-01T00:00:00Z"}""", "invalid_field")]
    [InlineData("""{"id":"x","type":"card_renew","member":"li","card":"C"}""", "missing_field")]
    [InlineData("""{"id":"x","type":"card_renew","member":"li","card":"C","expiresAt":"2999-01-01T00:00:00Z"}""", "unknown_card")]
    public async Task An_item_with_a_field_that_is_not_right_is_refused_alone(string item, string code)
    {
        var answer = await SendTextAsync($$"""[{"id":"before","type":"visit","member":"li"},{{item}},{"id":"after","type":"visit","member":"li"}]""");

        AssertTaken(answer, accepted: 2, duplicates: 0, (1, code));
    }

    [Theory]
    [InlineData("\"\\ud800\":1")]
    [InlineData("\"note\":\"\\ud800\"")]
    [InlineData("\"deep\":{\"\\ud800\":[\"\\udc00\"]}")]
    [InlineData("\"n\":1e999")]
    [InlineData("\"n\":0.00000000000000000000000000000000000000001")]
    [InlineData("\"\":\"\"")]
    [InlineData("\"note\":\"\\u0000\"")]
    [InlineData("\"extra\":{\"extra\":null}")]
    [InlineData("\"note\":1,\"note\":2")]
    public async Task Odd_fields_that_nobody_knows_spoil_nothing(string field)
    {
        var item = $$"""{"id":"odd","type":"visit","member":"li",{{field}}}""";

        var answer = await SendTextAsync($$"""[{"id":"before","type":"visit","member":"li"},{{item}},{"id":"after","type":"visit","member":"li"}]""");

        Assert.Equal(3, (int)answer["accepted"]! + answer["rejected"]!.AsArray().Count);
        Assert.Equal(3, (int)(await MemberAsync("li"))["rfm"]!["frequency"]! + answer["rejected"]!.AsArray().Count);
        Assert.Equal(200, (await Node.GetAsync($"{Path}/members/li/timeline")).Status);
        Assert.Equal(200, (await Node.GetAsync($"{Path}/feed")).Status);
    }

    [Fact]
    public async Task What_nobody_knows_is_kept_as_it_was_sent()
    {
        const string Extra = """{"cashier":"王芳","table":7,"tags":["a",null,{"b":false}]}""";
        await SendTextAsync($$"""[{"id":"1","type":"purchase","member":"li","amount":80.5,"items":[{"category":"皮肤"}],{{Extra[1..^1]}}}]""");

        var told = (await Node.FeedAsync(Chain))[0];

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Extra), told["data"]!["extra"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""[{"category":"皮肤"}]"""), told["data"]!["items"]));
        Assert.Equal((80.5m, 80), ((decimal)told["data"]!["amount"]!, (int)told["data"]!["points"]!));
    }

    [Fact]
    public async Task Text_of_people_is_taken_whatever_their_script()
    {
        var member = "李娜-№1 😀/?#%&";
        await SendAsync(new { id = "id 😀", type = "act", member, name = "分享" });

        var view = await MemberAsync(Uri.EscapeDataString(member));

        Assert.Equal(member, (string?)view["id"]);
        Assert.Contains(await Node.FeedAsync(Chain), told => (string?)told["id"] == "id 😀" && (string?)told["member"] == member);
    }

    [Fact]
    public async Task Five_minutes_ahead_is_taken_and_more_is_not()
    {
        var now = DateTimeOffset.UtcNow;

        var answer = await SendAsync(
            new { id = "soon", type = "visit", member = "li", at = Wire(now.AddMinutes(4)) },
            new { id = "later", type = "visit", member = "zhao", at = Wire(now.AddMinutes(7)) });

        AssertTaken(answer, accepted: 1, duplicates: 0, (1, "in_future"));
    }
}
