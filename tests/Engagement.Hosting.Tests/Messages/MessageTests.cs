using Engagement.Domain.Care;
using Engagement.Domain.Time;
using Engagement.Hosting.Tests.Outbox;
using Engagement.Journal;

namespace Engagement.Hosting.Tests.Messages;

/// <summary>What staff and receivers see and say of messages.</summary>
public sealed class MessageTests
{
    private static readonly Instant Noon = Instant.FromDateTimeOffset(new(2026, 3, 8, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_message_tells_why_it_was_moved_and_when_it_went()
    {
        var night = Noon - TimeSpan.FromHours(12);
        await using var desk = await FrontDesk.OpenAsync(new PostRoom(), Row("li", MessageState.Sent) with
        {
            SentAt = Noon,
            Decisions = [new(night, "planned", ""), new(night, "moved", "quiet_hours", Noon), new(Noon, "released", ""), new(Noon, "sent", "")],
        });

        var message = Assert.Single((await desk.GetAsync("/v1/chains/glow/messages?member=li")).Ok()["items"]!.AsArray())!;

        Assert.Equal(("msg_li", "dormancy", "sent", "scripted"), (
            (string?)message["id"], (string?)message["playbook"], (string?)message["state"], (string?)message["channel"]));
        Assert.Equal(
            [
                "Planned, for its step of the playbook 'dormancy' came.",
                "Moved to 8 Mar 2026, 12:00 at her store: it would have come in the quiet hours of her store.",
                "Released, for it was free to go.",
                "Sent: its channel took it.",
            ],
            message["decisions"]!.AsArray().Select(decision => (string?)decision!["why"]));
        var moved = message["decisions"]![1]!;
        Assert.Equal(("moved", "quiet_hours"), ((string?)moved["what"], (string?)moved["code"]));
        Assert.Equal(Noon.ToDateTimeOffset(), (DateTimeOffset)moved["until"]!);
        Assert.Null(message["decisions"]![0]!["code"]);
    }

    [Theory]
    [InlineData("?language=zh-CN", "en")]
    [InlineData("", "zh-TW, en;q=0.8")]
    [InlineData("", "fr, zh-CN;q=0.9, en;q=0.8")]
    public async Task The_story_of_a_message_is_told_in_the_readers_language(string query, string acceptLanguage)
    {
        await using var desk = await FrontDesk.OpenAsync(new PostRoom(), Row("li", MessageState.Failed) with
        {
            Decisions = [new(Noon, "planned", ""), new(Noon, "moved", "weekly_cap", Noon), new(Noon, "cancelled", "left_playbook"), new(Noon, "failed", "关机")],
        });

        var message = (await desk.GetAsync($"/v1/chains/glow/messages/msg_li{query}", acceptLanguage)).Ok();

        Assert.Equal(
            [
                "召回方案“沉睡召回”的步骤到了，计划发送。",
                "改到门店时间 2026年3月8日 12:00：她近期收到的消息已达上限。",
                "已取消，不再发送（发送前她已退出该召回方案）。",
                "发送失败：发送方说“关机”。",
            ],
            message["decisions"]!.AsArray().Select(decision => (string?)decision!["why"]));
    }

    [Fact]
    public async Task Messages_are_found_by_the_playbook_and_the_channel_they_come_from()
    {
        await using var desk = await FrontDesk.OpenAsync(
            new PostRoom(), Row("li", MessageState.Sent), Row("wang", MessageState.Sent) with { Playbook = "campaign:spring", Channel = "smtp" });

        Assert.Equal(["li"], await FoundAsync("playbook=dormancy"));
        Assert.Equal(["wang"], await FoundAsync("channel=smtp&playbook=campaign:spring"));
        Assert.Empty(await FoundAsync("channel=smtp&playbook=dormancy"));

        async Task<IEnumerable<string>> FoundAsync(string query) =>
            [.. (await desk.GetAsync($"/v1/chains/glow/messages?{query}")).Ok()["items"]!.AsArray().Select(item => (string)item!["member"]!)];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Pages_put_together_are_the_whole_list(int limit)
    {
        var rows = Enumerable.Range(0, 10).Select(number => Row($"m{number}", MessageState.Sent) with { PlannedAt = Noon + TimeSpan.FromHours(number / 3) });
        await using var desk = await FrontDesk.OpenAsync(new PostRoom(), [.. rows]);

        var seen = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = (await desk.GetAsync($"/v1/chains/glow/messages?state=sent&limit={limit}&cursor={next}")).Ok();
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            next = (string?)page["next"];
        }

        Assert.Equal(["msg_m9", "msg_m8", "msg_m7", "msg_m6", "msg_m5", "msg_m4", "msg_m3", "msg_m2", "msg_m1", "msg_m0"], seen);
    }

    [Theory]
    [InlineData("state=lost", "state")]
    [InlineData("limit=501", "limit")]
    [InlineData("cursor=!!", "cursor")]
    [InlineData("language=fr", "language")]
    [InlineData("member=%00", "member")]
    [InlineData("playbook=%00", "playbook")]
    [InlineData("channel=%00", "channel")]
    public async Task A_parameter_that_makes_no_sense_is_named(string query, string field)
    {
        await using var desk = await FrontDesk.OpenAsync(new PostRoom());

        Assert.Equal(field, (string?)(await desk.GetAsync($"/v1/chains/glow/messages?{query}")).Problem(400, "invalid_parameter")["field"]);
        (await desk.GetAsync("/v1/chains/other/messages")).Problem(404, "unknown_chain");
    }

    [Fact]
    public async Task What_the_deliverer_reports_is_told_to_the_member_once()
    {
        var room = new PostRoom();
        await using var desk = await FrontDesk.OpenAsync(room, Row("li", MessageState.Sent));

        var first = (await desk.PostAsync("/v1/chains/glow/messages/msg_li/report", """{"state":"delivered"}""")).Ok();
        var again = (await desk.PostAsync("/v1/chains/glow/messages/msg_li/report", """{"state":"delivered"}""")).Ok();

        Assert.Equal(("delivered", "delivered"), ((string?)first["state"], (string?)again["state"]));
        Assert.Equal(("li", new ReportMessage(new(1, 0), MessageFate.Delivered)), Assert.Single(room.Told));
    }

    [Fact]
    public async Task A_message_that_did_not_arrive_is_shown_with_the_deliverers_reason()
    {
        await using var desk = await FrontDesk.OpenAsync(new PostRoom(), Row("li", MessageState.Sent));

        var message = (await desk.PostAsync("/v1/chains/glow/messages/msg_li/report", """{"state":"failed","detail":"number switched off"}""")).Ok();

        Assert.Equal("Failed: whoever delivers it says “number switched off”.", (string?)message["decisions"]!.AsArray()[^1]!["why"]);
    }

    [Fact]
    public async Task A_deliverer_who_goes_back_and_forth_is_not_listened_to_for_ever()
    {
        var room = new PostRoom();
        var told = Enumerable.Range(0, 100).Select(number => new MessageDecision(Noon, number % 2 == 0 ? "delivered" : "failed", ""));
        await using var desk = await FrontDesk.OpenAsync(room, Row("li", MessageState.Failed) with { Decisions = [.. told] });

        (await desk.PostAsync("/v1/chains/glow/messages/msg_li/report", """{"state":"delivered"}""")).Problem(409, "too_many_reports");

        Assert.Empty(room.Told);
    }

    [Theory]
    [InlineData("msg_nobody", """{"state":"delivered"}""", 404, "unknown_message")]
    [InlineData("msg_li", """{"state":"read"}""", 400, "invalid_field")]
    [InlineData("msg_li", """{"state":"failed","detail":"two\nlines"}""", 400, "invalid_field")]
    [InlineData("msg_li", "delivered", 400, "invalid_body")]
    [InlineData("msg_wang", """{"state":"delivered"}""", 409, "not_sent")]
    public async Task A_report_that_makes_no_sense_changes_nothing(string id, string body, int status, string code)
    {
        var room = new PostRoom();
        await using var desk = await FrontDesk.OpenAsync(
            room, Row("li", MessageState.Sent), Row("wang", MessageState.Cancelled) with { Decisions = [new(Noon, "cancelled", "left_playbook")] });

        (await desk.PostAsync($"/v1/chains/glow/messages/{id}/report", body)).Problem(status, code);

        Assert.Empty(room.Told);
    }

    [Fact]
    public async Task A_template_is_tried_out_on_a_member()
    {
        await using var desk = await FrontDesk.OpenAsync(new PostRoom());

        var preview = (await PreviewAsync(desk, """{"template":"win_back_first","member":"li","offer":"A voucher of 200","language":"en"}""")).Ok();
        Assert.StartsWith("We miss you at 外滩店.", (string?)preview["text"], StringComparison.Ordinal);

        var text = (await PreviewAsync(desk, """{"text":"<i>{{points}}</i> & {{store}}","member":"li"}""")).Ok();
        Assert.Equal(("<i>0</i> & 外滩店", "&lt;i&gt;0&lt;/i&gt; &amp; 外滩店"), ((string?)text["text"], (string?)text["html"]));
    }

    [Theory]
    [InlineData("""{"template":"birthday","member":"li"}""", "offer")]
    [InlineData("""{"text":"Dear {{name}}","member":"li"}""", "name")]
    public async Task A_placeholder_that_cannot_be_filled_in_is_named(string body, string placeholder)
    {
        await using var desk = await FrontDesk.OpenAsync(new PostRoom());

        Assert.Equal(placeholder, (string?)(await PreviewAsync(desk, body)).Problem(400, "template_fault")["placeholder"]);
    }

    [Theory]
    [InlineData("""{"member":"li"}""", "template")]
    [InlineData("""{"member":"li","template":"welcome","text":"Hello"}""", "template")]
    [InlineData("""{"member":"li","template":"love_letter"}""", "template")]
    [InlineData("""{"member":"li","template":"welcome","language":"fr"}""", "language")]
    [InlineData("""{"template":"welcome"}""", "member")]
    public async Task A_preview_that_asks_for_nonsense_is_told_which_field(string body, string field)
    {
        await using var desk = await FrontDesk.OpenAsync(new PostRoom());

        Assert.Equal(field, (string?)(await PreviewAsync(desk, body)).Problem(400, "invalid_field")["field"]);
        (await PreviewAsync(desk, """{"member":"nobody","template":"welcome"}""")).Problem(404, "unknown_member");
    }

    private static Task<Node.Answer> PreviewAsync(FrontDesk desk, string body) => desk.PostAsync("/v1/chains/glow/templates/preview", body);

    private static MessageRow Row(string member, MessageState state) => new(
        $"msg_{member}", new(member), new(1, 0), "dormancy", "dormant_hello", "scripted", null, state, Noon, null, [new(Noon, "released", "")])
    {
        Store = new("bund"),
    };
}
