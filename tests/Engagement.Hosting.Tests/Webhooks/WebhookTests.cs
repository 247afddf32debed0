using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Channels;
using Engagement.Hosting.Tests.Node;
using Engagement.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Tests.Webhooks;

/// <summary>Another system is told what happens: all of it, in order, and again until it has it.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Newer = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDzZxBYq8XIxA=";

    private static readonly string[] Visits = ["visit"];
    private static readonly string[] StageChanges = ["stage_changed"];
    private static readonly string[] NoPositions = ["0", "1000", "now", ""];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TestNode Node { get; set; } = null!;

    private Receiver Receiver { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Receiver = await Receiver.StartAsync();
        Node = await TestNode.StartAsync(Settings);
        await Node.OpenChainAsync("glow");
        // Only what is sent in is told of here.
        (await Node.PutAsync("/v1/chains/glow/policy", """{"recall":{"playbooks":{}},"care":{"firstMonth":[]}}""")).Ok();
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    [Fact]
    public async Task Everything_that_happens_from_now_on_is_told_in_order_and_signed()
    {
        await VisitAsync("before");
        Assert.Equal(201, (await PutAsync(new { url = Receiver.Url, secret = Secret })).Status);

        await VisitAsync("v1", "v2", "v3");
        var feed = (await Node.FeedAsync("glow")).SkipWhile(told => (string?)told["id"] != "v1").ToList();
        await ToldAsync(feed.Count);

        Assert.Equal(feed.Select(told => told.ToJsonString()), Receiver.Deliveries.Select(delivery => delivery.Json["data"]!.ToJsonString()));
        Assert.All(Receiver.Deliveries, delivery => Assert.True(delivery.IsSignedWith(Secret)));
        Assert.All(Receiver.Deliveries, delivery => Assert.Equal("glow", (string?)delivery.Json["chain"]));
        Assert.Equal(feed.Select(told => (string?)told["type"]), Receiver.Deliveries.Select(delivery => (string?)delivery.Json["type"]));
    }

    [Fact]
    public async Task Whoever_asks_for_one_type_is_told_of_no_other()
    {
        await PutAsync(new { url = Receiver.Url, secret = Secret, types = StageChanges });

        await VisitAsync("v1", "v2", "v3");
        await CaughtUpAsync();

        Assert.NotEmpty(Receiver.Deliveries);
        Assert.All(Receiver.Deliveries, delivery => Assert.Equal("stage_changed", (string?)delivery.Json["type"]));
    }

    [Fact]
    public async Task A_receiver_that_fails_gets_the_same_event_again_before_any_later_one()
    {
        var failures = 3;
        Receiver.Answer = (context, delivery) =>
        {
            context.Response.StatusCode = (string?)delivery.Json["data"]!["id"] == "v2" && failures-- > 0 ? 500 : 200;
            return Task.CompletedTask;
        };
        await PutAsync(new { url = Receiver.Url, secret = Secret, types = Visits });

        await VisitAsync("v1", "v2", "v3");
        await CaughtUpAsync();

        var visits = Receiver.Deliveries.Select(delivery => (string?)delivery.Json["data"]!["id"]).ToList();
        Assert.Equal(["v1", "v2", "v2", "v2", "v2", "v3"], visits);
        Assert.Single(Receiver.Deliveries.Where(delivery => (string?)delivery.Json["data"]!["id"] == "v2").Select(delivery => delivery.Id).Distinct());
        var webhook = (await Node.GetAsync("/v1/chains/glow/webhooks/crm")).Ok();
        Assert.Equal(("active", 0), ((string?)webhook["state"], (int)webhook["tries"]!));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_paused_and_flagged_and_told_the_rest_once_somebody_sees_to_it()
    {
        Receiver.AnswerWith(410);
        await PutAsync(new { url = Receiver.Url, secret = Secret, types = Visits });
        await VisitAsync("v1", "v2");

        var paused = await Eventually.HoldsAsync(WebhookAsync, webhook => (string?)webhook["state"] == "paused", "the webhook is paused");
        Assert.Equal("gone", (string?)paused["why"]);
        Assert.NotNull(paused["pausedAt"]);
        Receiver.Deliveries.Clear();
        Receiver.AnswerWith(204);

        Assert.Equal(200, (await PutAsync(new { url = Receiver.Url, types = Visits })).Status);
        await CaughtUpAsync();

        Assert.Equal(["v1", "v2"], Receiver.Deliveries.Select(delivery => (string?)delivery.Json["data"]!["id"]));
        Assert.All(Receiver.Deliveries, delivery => Assert.True(delivery.IsSignedWith(Secret)));
    }

    [Fact]
    public async Task What_was_told_is_told_again_from_any_position_with_the_same_ids()
    {
        await PutAsync(new { url = Receiver.Url, secret = $"{Secret} {Newer}" });
        await VisitAsync("v1", "v2");
        await CaughtUpAsync();
        var first = Receiver.Deliveries.Select(delivery => delivery.Id).ToList();
        Receiver.Deliveries.Clear();

        (await Node.PostAsync("/v1/chains/glow/webhooks/crm/replay?from=1", "")).Ok();
        await ToldAsync(first.Count);

        Assert.Equal(first, Receiver.Deliveries.Select(delivery => delivery.Id));
        Assert.All(Receiver.Deliveries, delivery => Assert.True(delivery.IsSignedWith(Secret) && delivery.IsSignedWith(Newer)));
        foreach (var from in NoPositions)
            (await Node.PostAsync($"/v1/chains/glow/webhooks/crm/replay?from={from}", "")).Problem(400, "invalid_parameter");
        (await Node.PostAsync("/v1/chains/glow/webhooks/nobody/replay?from=1", "")).Problem(404, "unknown_webhook");
    }

    [Fact]
    public async Task A_node_that_was_stopped_goes_on_where_it_was()
    {
        await PutAsync(new { url = Receiver.Url, secret = Secret, types = Visits });
        await VisitAsync("v1");
        await CaughtUpAsync();
        Receiver.AnswerWith(503, retryAfter: "1");
        await VisitAsync("v2");
        await ToldAsync(2);
        await Node.RestartAsync(Settings);
        Receiver.AnswerWith(204);

        await CaughtUpAsync();

        Assert.Equal("v2", (string?)Receiver.Deliveries.Last().Json["data"]!["id"]);
        Assert.Single(Receiver.Deliveries, delivery => (string?)delivery.Json["data"]!["id"] == "v1");
    }

    [Fact]
    public async Task A_secret_is_never_shown_and_a_webhook_that_is_deleted_is_told_nothing()
    {
        var answers = new[]
        {
            await PutAsync(new { url = Receiver.Url, secret = Secret }),
            await Node.GetAsync("/v1/chains/glow/webhooks/crm"),
            await Node.GetAsync("/v1/chains/glow/webhooks"),
        };
        Assert.All(answers, answer => Assert.DoesNotContain("whsec", answer.Ok().ToJsonString(), StringComparison.Ordinal));

        Assert.Equal(204, (await Node.CallAsync(HttpMethod.Delete, "/v1/chains/glow/webhooks/crm")).Status);
        (await Node.CallAsync(HttpMethod.Delete, "/v1/chains/glow/webhooks/crm")).Problem(404, "unknown_webhook");
        (await Node.GetAsync("/v1/chains/glow/webhooks/crm")).Problem(404, "unknown_webhook");
        Assert.Empty((await Node.GetAsync("/v1/chains/glow/webhooks")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task A_secret_that_the_server_makes_up_is_shown_once_and_signs_what_is_told()
    {
        var made = (await PutAsync(new { url = Receiver.Url, types = Visits })).Ok();
        var secret = (string)made["secret"]!;
        await VisitAsync("v1");
        await ToldAsync(1);

        Assert.All(Receiver.Deliveries, delivery => Assert.True(delivery.IsSignedWith(secret)));
        Assert.Null((await WebhookAsync())["secret"]);
        Assert.Null((await PutAsync(new { url = Receiver.Url, types = Visits })).Ok()["secret"]);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))[..8];
        Assert.Equal([fingerprint], (await WebhookAsync())["fingerprints"]!.AsArray().Select(each => (string?)each));
    }

    [Fact]
    public async Task A_secret_lies_sealed_in_the_store_and_one_that_was_put_in_the_clear_before_is_read_and_sealed_when_next_put()
    {
        await PutAsync(new { url = Receiver.Url, secret = Secret, types = Visits });
        var directory = Node.Services.GetRequiredService<IWebhookDirectory>();
        var key = new WebhookKey(new("glow"), "crm");
        Assert.DoesNotContain(Secret, (await directory.FindAsync(key, Cancel))!.Target.Secrets, StringComparison.Ordinal);

        await directory.SaveAsync(key, new(Receiver.Url.ToString(), Newer, Visits), 0, Cancel);
        await VisitAsync("v1");
        await ToldAsync(1);
        Assert.All(Receiver.Deliveries, delivery => Assert.True(delivery.IsSignedWith(Newer)));
        await PutAsync(new { url = Receiver.Url, types = Visits });

        Assert.DoesNotContain("whsec", (await directory.FindAsync(key, Cancel))!.Target.Secrets, StringComparison.Ordinal);
        await VisitAsync("v2");
        await ToldAsync(2);
        Assert.All(Receiver.Deliveries, delivery => Assert.True(delivery.IsSignedWith(Newer)));
    }

    [Theory]
    [InlineData("""{"secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}""", "url")]
    [InlineData("""{"url":"ftp://crm.example","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}""", "url")]
    [InlineData("""{"url":"https://crm.example","secret":"short"}""", "secret")]
    [InlineData("""{"url":"https://crm.example","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw","types":["a b"]}""", "types")]
    public async Task A_webhook_that_could_not_work_is_refused(string body, string field) =>
        Assert.Equal(field, (string?)(await Node.PutAsync("/v1/chains/glow/webhooks/crm", body)).Problem(400, "invalid_field")["field"]);

    private static string[] Settings =>
    [
        "Engagement:Channels:AllowPrivateAddresses=true", "Engagement:Webhooks:BetweenLooks=00:00:00.02", "Engagement:Webhooks:FirstRetry=00:00:00.02",
    ];

    private Task<Answer> PutAsync(object webhook) => Node.PutAsync("/v1/chains/glow/webhooks/crm", JsonSerializer.Serialize(webhook));

    private async Task VisitAsync(params string[] ids) => (await Node.PostAsync(
        "/v1/chains/glow/events", JsonSerializer.Serialize(ids.Select(id => new { id, type = "visit", member = "li", store = "bund" })))).Ok();

    private async Task<JsonNode> WebhookAsync() => (await Node.GetAsync("/v1/chains/glow/webhooks/crm")).Ok();

    private Task ToldAsync(int count) =>
        Eventually.HoldsAsync(() => Task.FromResult(Receiver.Deliveries.Count), told => told >= count, $"{count} events have been told");

    private Task CaughtUpAsync() => Eventually.HoldsAsync(WebhookAsync, webhook => (long)webhook["behind"]! == 0, "the webhook has been told everything");
}
