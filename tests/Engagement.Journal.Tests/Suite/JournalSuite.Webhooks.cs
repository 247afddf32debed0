using Engagement.Domain.Time;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private static readonly WebhookKey Crm = new(Glow.Id, "crm");

    private static readonly WebhookTarget Target = new("https://crm.example/hook", "whsec_a whsec_b", ["purchase", "stage_changed"]);

    private static readonly TimeSpan InHands = TimeSpan.FromMinutes(1);

    private IWebhookDirectory Webhooks => Store.Webhooks;

    [Fact]
    public async Task A_webhook_comes_back_as_it_was_saved_and_is_gone_once_deleted()
    {
        Assert.True(await Webhooks.SaveAsync(Crm, Target, 7, Cancel));
        Assert.True(await Webhooks.SaveAsync(new(Glow.Id, "bi"), new("https://bi.example", "whsec_c", []), 0, Cancel));
        await ReopenAsync();

        var listed = await Webhooks.ListAsync(Glow.Id, Cancel);
        Assert.Equal(["bi", "crm"], listed.Select(webhook => webhook.Key.Name));
        Assert.Empty(listed[0].Target.Types);
        var crm = (await Webhooks.FindAsync(Crm, Cancel))!;
        Assert.Equal((Target.Url, Target.Secrets, 7L, 0L, 0), (crm.Target.Url, crm.Target.Secrets, crm.Position, crm.Head, crm.Tries));
        Assert.Equal(Target.Types, crm.Target.Types);
        Assert.Null(crm.PausedAt);
        Assert.Null(crm.FailingSince);

        Assert.True(await Webhooks.DeleteAsync(Crm, Cancel));
        Assert.False(await Webhooks.DeleteAsync(Crm, Cancel));
        Assert.Null(await Webhooks.FindAsync(Crm, Cancel));
        Assert.Empty(await Webhooks.ListAsync(new("nowhere"), Cancel));
    }

    [Fact]
    public async Task A_webhook_that_is_changed_keeps_its_place_and_without_new_secrets_its_old_ones()
    {
        await Webhooks.SaveAsync(Crm, Target, 7, Cancel);

        Assert.False(await Webhooks.SaveAsync(Crm, new("https://new.example", "", []), 99, Cancel));

        var crm = (await Webhooks.FindAsync(Crm, Cancel))!;
        Assert.Equal(("https://new.example", Target.Secrets, 7L), (crm.Target.Url, crm.Target.Secrets, crm.Position));
    }

    [Fact]
    public async Task Only_a_webhook_that_has_not_been_told_everything_is_given_out_and_to_one_node_at_a_time()
    {
        await Webhooks.SaveAsync(Crm, Target, 0, Cancel);
        Assert.Empty(await Webhooks.ClaimAsync(10, InHands, Cancel));
        await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v1", Noon));
        var head = await Journal.HeadAsync(Glow.Id, Cancel);

        var claimed = Assert.Single(await Webhooks.ClaimAsync(10, InHands, Cancel));
        Assert.Equal((0L, head), (claimed.Webhook.Position, claimed.Webhook.Head));
        Assert.Empty(await Webhooks.ClaimAsync(10, InHands, Cancel));

        Assert.True(await Webhooks.MoveAsync(claimed, head, TimeSpan.Zero, Cancel));
        Assert.Empty(await Webhooks.ClaimAsync(10, InHands, Cancel));
        Assert.Equal(head, (await Webhooks.FindAsync(Crm, Cancel))!.Position);
    }

    [Fact]
    public async Task A_node_whose_lease_was_taken_over_moves_nothing_any_more()
    {
        await BehindAsync();
        var lost = Assert.Single(await Webhooks.ClaimAsync(10, InHands, Cancel));
        Time.Advance(InHands);

        var held = Assert.Single(await Webhooks.ClaimAsync(10, InHands, Cancel));
        Assert.False(await Webhooks.MoveAsync(lost, 1, InHands, Cancel));
        await Webhooks.PauseAsync(lost, "gone", Cancel);
        await Webhooks.RetryAsync(lost, TimeSpan.FromDays(1), Cancel);

        Assert.True(await Webhooks.MoveAsync(held, 1, InHands, Cancel));
        var crm = (await Webhooks.FindAsync(Crm, Cancel))!;
        Assert.Equal((1L, 0), (crm.Position, crm.Tries));
        Assert.Null(crm.PausedAt);
    }

    [Fact]
    public async Task A_webhook_that_fails_waits_and_remembers_since_when()
    {
        await BehindAsync();
        var since = Instant.FromDateTimeOffset(Time.GetUtcNow());
        for (var tries = 1; tries <= 3; tries++)
        {
            var claimed = Assert.Single(await Webhooks.ClaimAsync(10, InHands, Cancel));
            Assert.Equal(tries - 1, claimed.Webhook.Tries);
            await Webhooks.RetryAsync(claimed, TimeSpan.FromMinutes(5), Cancel);
            Assert.Empty(await Webhooks.ClaimAsync(10, InHands, Cancel));
            Time.Advance(TimeSpan.FromMinutes(5));
        }

        var crm = (await Webhooks.FindAsync(Crm, Cancel))!;
        Assert.Equal((3, since), (crm.Tries, crm.FailingSince));

        var last = Assert.Single(await Webhooks.ClaimAsync(10, InHands, Cancel));
        await Webhooks.MoveAsync(last, 1, TimeSpan.Zero, Cancel);
        crm = (await Webhooks.FindAsync(Crm, Cancel))!;
        Assert.Equal((0, null), (crm.Tries, crm.FailingSince));
    }

    [Fact]
    public async Task A_paused_webhook_is_told_nothing_until_somebody_sees_to_it()
    {
        await BehindAsync();
        await Webhooks.PauseAsync(Assert.Single(await Webhooks.ClaimAsync(10, InHands, Cancel)), "gone", Cancel);
        Time.Advance(TimeSpan.FromDays(30));

        Assert.Empty(await Webhooks.ClaimAsync(10, InHands, Cancel));
        var crm = (await Webhooks.FindAsync(Crm, Cancel))!;
        Assert.Equal("gone", crm.PausedWhy);
        Assert.NotNull(crm.PausedAt);

        Assert.True(await Webhooks.GoOnAfterAsync(Crm, 1, Cancel));
        Assert.Equal(1, Assert.Single(await Webhooks.ClaimAsync(10, InHands, Cancel)).Webhook.Position);
        Assert.False(await Webhooks.GoOnAfterAsync(new(Glow.Id, "nobody"), 1, Cancel));
    }

    [Fact]
    public async Task Whoever_sends_a_webhook_back_takes_it_out_of_the_hands_it_is_in()
    {
        await BehindAsync();
        var claimed = Assert.Single(await Webhooks.ClaimAsync(10, InHands, Cancel));
        await Webhooks.MoveAsync(claimed, 1, InHands, Cancel);

        await Webhooks.GoOnAfterAsync(Crm, 0, Cancel);

        Assert.False(await Webhooks.MoveAsync(claimed, 2, InHands, Cancel));
        Assert.Equal(0, Assert.Single(await Webhooks.ClaimAsync(10, InHands, Cancel)).Webhook.Position);
    }

    [Fact]
    public async Task Of_many_nodes_that_ask_at_once_each_webhook_goes_to_one()
    {
        await BehindAsync();
        for (var number = 0; number < 20; number++)
            await Webhooks.SaveAsync(new(Glow.Id, $"hook{number}"), Target, 0, Cancel);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Webhooks.ClaimAsync(5, InHands, Cancel).AsTask()));
        var left = await Webhooks.ClaimAsync(100, InHands, Cancel);

        var names = claims.SelectMany(claim => claim).Concat(left).Select(claimed => claimed.Webhook.Key.Name).ToList();
        Assert.Equal(21, names.Count);
        Assert.Equal(21, names.Distinct().Count());
    }

    private async Task BehindAsync()
    {
        await Webhooks.SaveAsync(Crm, Target, 0, Cancel);
        await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v1", Noon));
    }
}
