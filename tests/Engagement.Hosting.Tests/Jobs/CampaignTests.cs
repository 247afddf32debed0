using System.Globalization;
using Engagement.Domain.Recall;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Engagement.Hosting.Jobs;
using Engagement.Journal.Campaigns;

namespace Engagement.Hosting.Tests.Jobs;

/// <summary>What campaigns do as time goes on, also where nodes are down, lost or told otherwise in the middle.</summary>
public sealed class CampaignTests
{
    private static readonly Campaign Spring = new() { Title = "Spring", Template = "dormant_hello", Schedule = new() { Cron = "0 0 10 * * ?" } };

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_are_reached_at_ten_by_the_clocks_of_their_stores_over_the_end_of_summer_and_its_beginning()
    {
        await using var office = await CampaignOffice.OpenAsync(
            "2026-10-02T12:00Z", ("berlin", "Europe/Berlin"), ("sydney", "Australia/Sydney"));
        await office.JoinAsync("berlin", "anna");
        await office.JoinAsync("sydney", "zoe");
        await office.JoinAsync(null, "nobody");
        await office.PutAsync("spring", Spring);

        await office.LiveAsync(TimeSpan.FromDays(2), Hour / 2);
        office.Time.Advance(TimeSpan.FromDays(20));
        await office.PutAsync("spring", Spring with { Title = "Still spring" });
        await office.LiveAsync(TimeSpan.FromDays(2), Hour / 2);

        Assert.Equal(
            [At("2026-10-03T08:00Z"), At("2026-10-04T08:00Z"), At("2026-10-25T09:00Z"), At("2026-10-26T09:00Z")], TimesOf(office, "anna"));
        Assert.Equal(
            [At("2026-10-03T00:00Z"), At("2026-10-03T23:00Z"), At("2026-10-24T23:00Z"), At("2026-10-25T23:00Z")], TimesOf(office, "zoe"));
        Assert.Equal(4, TimesOf(office, "nobody").Count);
        Assert.All(await office.RunsAsync("spring"), run => Assert.Equal((RunOrigin.Scheduled, RunState.Done), (run.Origin, run.State)));
    }

    [Fact]
    public async Task A_run_reaches_just_those_whom_the_preview_has_counted()
    {
        await using var office = await CampaignOffice.OpenAsync("2026-03-01T00:00Z", ("bund", "Asia/Shanghai"), ("soho", "America/New_York"));
        for (var number = 0; number < 23; number++)
            await office.JoinAsync(number % 3 == 0 ? "bund" : number % 3 == 1 ? "soho" : null, $"m{number:00}");
        office.Time.Advance(TimeSpan.FromDays(5));
        await office.JoinAsync("bund", "later");
        var campaign = Spring with { Segment = new() { Stages = [Stage.New], Stores = ["bund", "soho"], InStageDaysFrom = 3, InStageDaysTo = 5 } };
        await office.PutAsync("spring", campaign);
        var previews = new CampaignPreviews(new(office.Store.Segments, office.Store.Value, office.Chains), office.Chains, office.Clock);

        var preview = await previews.MakeAsync(await office.ChainAsync(), campaign, Cancel);
        await office.Times.RunNowAsync(await office.ChainAsync(), "spring", campaign, Cancel);
        await office.WorkAsync();

        Assert.Equal(16, preview.Count);
        Assert.Equal([("bund", 8L), ("soho", 8L)], preview.ByStore.Select(store => (store.Store!, store.Count)));
        Assert.All(preview.Sample, text => Assert.Contains("5天", text.Text, StringComparison.Ordinal));
        Assert.Equal(["America/New_York", "Asia/Shanghai"], preview.NextRuns.Select(next => next.Zone));
        Assert.Equal(preview.Count, office.Reached.Count());
        Assert.DoesNotContain(office.Reached, reached => reached.Member == "later");
        var runs = await office.RunsAsync("spring");
        Assert.Equal((16, 16, 0), (runs.Sum(run => run.Progress.Matched), runs.Sum(run => run.Progress.Reached), runs.Sum(run => run.Progress.Refused)));
        Assert.All(runs, run => Assert.Equal(RunOrigin.Asked, run.Origin));
    }

    [Fact]
    public async Task A_member_who_has_said_no_counts_as_refused_and_is_left_alone()
    {
        await using var office = await CampaignOffice.OpenAsync("2026-03-01T00:00Z", ("bund", "Asia/Shanghai"));
        await office.JoinAsync("bund", "li", "wang");
        await office.DoAsync("wang", new Domain.Care.Consent(new("no", default), null, null, null, false));
        await office.PutAsync("spring", Spring with { Segment = new() { Stores = ["bund"] } });

        await office.LiveAsync(TimeSpan.FromDays(1), Hour);

        Assert.Equal(["li"], office.Reached.Select(reached => reached.Member));
        var run = Assert.Single(await office.RunsAsync("spring"));
        Assert.Equal((2, 1, 1), (run.Progress.Matched, run.Progress.Reached, run.Progress.Refused));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(11)]
    public async Task A_run_that_was_cut_off_goes_on_and_reaches_everybody_once(int crashAfter)
    {
        await using var office = await CampaignOffice.OpenAsync("2026-03-01T00:00Z", ("bund", "Asia/Shanghai"));
        await office.JoinAsync("bund", [.. Enumerable.Range(0, 14).Select(number => $"m{number:00}")]);
        await office.PutAsync("spring", Spring with { Segment = new() { Stores = ["bund"] } });
        office.CrashAfter(crashAfter);
        await office.LiveAsync(TimeSpan.FromHours(3), Hour);
        Assert.Equal(RunState.Open, Assert.Single(await office.RunsAsync("spring")).State);

        office.Restart();
        office.Time.Advance(office.Options.Lease + TimeSpan.FromSeconds(1));
        await office.WorkAsync();

        var run = Assert.Single(await office.RunsAsync("spring"));
        Assert.Equal((RunState.Done, RunOrigin.Scheduled), (run.State, run.Origin));
        Assert.Equal((14, 14), (run.Progress.Matched, run.Progress.Reached));
        Assert.Equal(14, office.Reached.Count());
        Assert.Equal([At("2026-03-01T02:00Z")], office.Reached.Select(reached => reached.Occurrence).Distinct());
    }

    [Fact]
    public async Task What_a_node_missed_is_made_up_for_once_with_the_latest_time_and_says_so()
    {
        await using var office = await CampaignOffice.OpenAsync("2026-03-01T00:00Z", ("bund", "Asia/Shanghai"));
        await office.JoinAsync("bund", "li");
        await office.PutAsync("spring", Spring with { Segment = new() { Stores = ["bund"] } });

        office.Time.Advance(TimeSpan.FromDays(4.5));
        office.Restart();
        await office.WorkAsync();
        await office.WorkAsync();

        var run = Assert.Single(await office.RunsAsync("spring"));
        Assert.Equal((At("2026-03-05T02:00Z"), RunOrigin.Missed, RunState.Done), (run.Key.Occurrence, run.Origin, run.State));
        Assert.Equal([At("2026-03-05T02:00Z")], TimesOf(office, "li"));
    }

    [Fact]
    public async Task What_was_missed_too_long_ago_is_let_go()
    {
        await using var office = await CampaignOffice.OpenAsync("2026-03-01T00:00Z", ("bund", "Asia/Shanghai"));
        await office.JoinAsync("bund", "li");
        await office.PutAsync("spring", Spring with { Segment = new() { Stores = ["bund"] }, Schedule = new() { At = new DateTime(2026, 3, 2, 10, 0, 0) } });

        office.Time.Advance(TimeSpan.FromDays(4));
        await office.WorkAsync();

        Assert.Empty(await office.RunsAsync("spring"));
    }

    [Fact]
    public async Task A_changed_time_holds_from_the_change_on_and_brings_back_nothing_that_has_passed()
    {
        await using var office = await CampaignOffice.OpenAsync("2026-03-01T00:00Z", ("bund", "Asia/Shanghai"));
        await office.JoinAsync("bund", "li");
        await office.PutAsync("spring", Spring with { Segment = new() { Stores = ["bund"] }, Schedule = new() { Cron = "0 0 18 * * ?" } });
        await office.LiveAsync(TimeSpan.FromHours(4), Hour);

        await office.PutAsync("spring", Spring with { Segment = new() { Stores = ["bund"] } });
        await office.LiveAsync(TimeSpan.FromDays(1), Hour);

        Assert.Equal([At("2026-03-02T02:00Z")], TimesOf(office, "li"));
    }

    [Fact]
    public async Task A_paused_campaign_does_not_go_and_what_of_a_run_is_left_is_not_sent()
    {
        await using var office = await CampaignOffice.OpenAsync("2026-03-01T00:00Z", ("bund", "Asia/Shanghai"));
        await office.JoinAsync("bund", [.. Enumerable.Range(0, 14).Select(number => $"m{number:00}")]);
        await office.PutAsync("spring", Spring with { Segment = new() { Stores = ["bund"] } });
        office.CrashAfter(6);
        await office.LiveAsync(TimeSpan.FromHours(3), Hour);
        await office.PauseAsync("spring");
        office.Restart();
        await office.LiveAsync(TimeSpan.FromDays(3), Hour);

        var run = Assert.Single(await office.RunsAsync("spring"));
        Assert.Equal((RunState.Stopped, "paused"), (run.State, run.Why));
        Assert.Equal(6, office.Reached.Count());
    }

    [Fact]
    public async Task Every_chain_asks_each_quarter_whether_members_would_recommend_it()
    {
        await using var office = await CampaignOffice.OpenAsync("2026-03-31T00:00Z", ("bund", "Asia/Shanghai"));
        await office.JoinAsync("bund", "li");
        await office.LiveAsync(TimeSpan.FromDays(3), Hour);

        Assert.Equal([At("2026-04-01T02:00Z")], TimesOf(office, "li"));
        Assert.Equal(["Asia/Shanghai", "UTC"], (await office.RunsAsync("nps")).Select(run => run.Key.Zone).Order());
    }

    private static List<Instant> TimesOf(CampaignOffice office, string member) =>
        [.. office.Reached.Where(reached => reached.Member == member).Select(reached => reached.Occurrence).Order()];

    private static Instant At(string text) => Instant.FromDateTimeOffset(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
}
