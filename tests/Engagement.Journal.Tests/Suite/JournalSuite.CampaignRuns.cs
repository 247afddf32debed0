using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using Engagement.Journal.Campaigns;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private static readonly RunKey Spring = new(Glow.Id, "spring", Noon, "Asia/Shanghai");

    private ICampaignRuns CampaignRuns => Store.CampaignRuns;

    [Fact]
    public async Task A_time_of_a_campaign_has_one_run_in_a_zone_whoever_opens_it()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            CampaignRuns.OpenAsync(Spring, RunOrigin.Scheduled, Noon, Cancel).AsTask()));
        Assert.Single(opened, isFirst => isFirst);
        Assert.True(await CampaignRuns.OpenAsync(Spring with { Zone = "America/New_York" }, RunOrigin.Missed, Noon, Cancel));
        Assert.True(await CampaignRuns.OpenAsync(Spring with { Campaign = "autumn" }, RunOrigin.Asked, Noon, Cancel));
        Assert.False(await CampaignRuns.OpenAsync(Spring with { Chain = new("nowhere") }, RunOrigin.Asked, Noon, Cancel));
        await ReopenAsync();

        Assert.False(await CampaignRuns.OpenAsync(Spring, RunOrigin.Missed, Noon, Cancel));
        Assert.Equal(
            new CampaignRun(Spring, RunOrigin.Scheduled, RunState.Open, null, RunProgress.None, Noon, null),
            await CampaignRuns.FindAsync(Spring, Cancel));
        Assert.Null(await CampaignRuns.FindAsync(Spring with { Occurrence = Noon + TimeSpan.FromHours(1) }, Cancel));
    }

    [Fact]
    public async Task The_runs_of_a_campaign_are_listed_latest_first_page_by_page()
    {
        var keys = new List<RunKey>();
        for (var day = 0; day < 5; day++)
        {
            keys.Add(Spring with { Occurrence = Noon - TimeSpan.FromDays(day), Zone = "America/New_York" });
            keys.Add(Spring with { Occurrence = Noon - TimeSpan.FromDays(day) });
        }

        foreach (var key in keys)
            await CampaignRuns.OpenAsync(key, RunOrigin.Scheduled, Noon, Cancel);
        await CampaignRuns.OpenAsync(Spring with { Campaign = "autumn" }, RunOrigin.Scheduled, Noon, Cancel);

        var listed = new List<RunKey>();
        RunPlace? after = null;
        while (await CampaignRuns.ListAsync(Glow.Id, "spring", after, 3, Cancel) is { Count: > 0 } page)
        {
            listed.AddRange(page.Select(run => run.Key));
            after = new(listed[^1].Occurrence, listed[^1].Zone);
        }

        Assert.Equal(keys, listed);
    }

    [Fact]
    public async Task A_run_is_in_one_nodes_hands_and_goes_on_where_it_stood_when_that_node_is_lost()
    {
        await CampaignRuns.OpenAsync(Spring, RunOrigin.Scheduled, Noon, Cancel);
        var lost = Assert.Single(await CampaignRuns.ClaimAsync(10, InHands, Cancel));
        Assert.Empty(await CampaignRuns.ClaimAsync(10, InHands, Cancel));
        var halfway = new RunProgress(new MemberId("m"), 12, 10, 2);
        Assert.True(await CampaignRuns.MoveAsync(lost, halfway, InHands, Cancel));

        Time.Advance(InHands + TimeSpan.FromSeconds(1));
        var taken = Assert.Single(await CampaignRuns.ClaimAsync(10, InHands, Cancel));

        Assert.Equal(halfway, taken.Run.Progress);
        Assert.False(await CampaignRuns.MoveAsync(lost, halfway with { Matched = 13 }, InHands, Cancel));
        Assert.False(await CampaignRuns.FinishAsync(lost, halfway, null, Noon, Cancel));
        var whole = new RunProgress(new MemberId("z"), 20, 17, 3);
        Assert.True(await CampaignRuns.FinishAsync(taken, whole, null, Noon + TimeSpan.FromMinutes(3), Cancel));
        Time.Advance(InHands + TimeSpan.FromSeconds(1));
        Assert.Empty(await CampaignRuns.ClaimAsync(10, InHands, Cancel));
        Assert.Equal(
            new CampaignRun(Spring, RunOrigin.Scheduled, RunState.Done, null, whole, Noon, Noon + TimeSpan.FromMinutes(3)),
            await CampaignRuns.FindAsync(Spring, Cancel));
    }

    [Fact]
    public async Task A_run_that_is_given_back_is_there_for_others_at_once_and_a_stopped_one_says_why()
    {
        await CampaignRuns.OpenAsync(Spring, RunOrigin.Asked, Noon, Cancel);
        var first = Assert.Single(await CampaignRuns.ClaimAsync(10, InHands, Cancel));
        Assert.True(await CampaignRuns.MoveAsync(first, RunProgress.None, TimeSpan.Zero, Cancel));

        var second = Assert.Single(await CampaignRuns.ClaimAsync(10, InHands, Cancel));
        Assert.True(await CampaignRuns.FinishAsync(second, RunProgress.None, "paused", Noon, Cancel));

        var run = (await CampaignRuns.FindAsync(Spring, Cancel))!;
        Assert.Equal((RunState.Stopped, "paused"), (run.State, run.Why));
    }

    [Fact]
    public async Task What_became_of_a_campaigns_messages_is_counted()
    {
        foreach (var (member, campaign) in new[] { ("li", "spring"), ("wang", "spring"), ("zhao", "autumn") })
        {
            await Store.TellAsync(Glow.Member(member), Noon, Glow.Visit($"v-{member}", Noon));
            var record = await FoundAsync(member);
            var waiting = new Waiting(new(1, 0), $"campaign:{campaign}", 50, "hello", "file", null, Noon + TimeSpan.FromDays(1), null);
            MemberEvent[] events =
                member == "wang" ? [new MessagePlanned(Noon, waiting), new MessageCancelled(Noon, new(1, 0), "no_consent")] : [new MessagePlanned(Noon, waiting)];
            var state = events.Aggregate(record.State, Evolution.Evolve);
            var append = new Append(record.Key, record.Row, record.Version, state, record.RulesVersion, record.DueAt, [.. events]);
            Assert.True((await Journal.AppendAsync(append, Cancel)).IsCommitted);
        }

        Assert.Equal(
            new Dictionary<MessageState, long> { [MessageState.Planned] = 1, [MessageState.Cancelled] = 1 },
            await CampaignRuns.MessagesAsync(Glow.Id, "spring", Cancel));
        Assert.Empty(await CampaignRuns.MessagesAsync(Glow.Id, "winter", Cancel));
    }
}
