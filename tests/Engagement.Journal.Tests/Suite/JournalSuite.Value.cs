using Engagement.Domain.Identity;
using Engagement.Domain.Value;
using Engagement.Journal.Value;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private static readonly ForecastFit Fit =
        new(Noon, Noon + TimeSpan.FromHours(1), 120, 60, 1, new(0.25, 4.5, 0.8, 2.4, new(6.25, 3.75, 15.5)), -9582.4, null);

    [Fact]
    public async Task The_roll_has_every_member_once_with_what_she_knows_of_herself()
    {
        await Store.Chains.SaveAsync(Glow.Chain(new("other")), Cancel);
        string[] names = ["a", "b", "c", "d", "e", "李", "王"];
        foreach (var name in names)
            await Store.TellAsync(Glow.Member(name), Noon, Glow.Purchase($"p-{name}", Noon, 10m, store: Glow.Bund));
        await Store.TellAsync(new(new("other"), new("b")), Noon, Glow.Visit("v", Noon));

        var read = new List<MemberRecord>();
        for (MemberId? after = null; ;)
        {
            var page = await Store.Roll.PageAsync(Glow.Id, after, 3, Cancel);
            read.AddRange(page);
            if (page.Count < 3)
                break;
            after = page[^1].Key.Member;
        }

        Assert.Equal(names, read.Select(member => member.Key.Member.Value));
        foreach (var member in read)
        {
            var stored = await FoundAsync(member.Key.Member.Value);
            Assert.Equal(stored.State, member.State);
            Assert.Equal((stored.Row, stored.Version, stored.DueAt), (member.Row, member.Version, member.DueAt));
        }

        Assert.Empty(await Store.Roll.PageAsync(new("nobody"), null, 3, Cancel));
    }

    [Fact]
    public async Task The_latest_forecast_and_quintiles_are_kept_for_each_chain()
    {
        var grid = RfmGrid.Of(Noon, [new(3, 1, 20.5m), new(9, 4, 0m)])!;
        Assert.Null(await Store.Value.ForecastAsync(Glow.Id, Cancel));
        Assert.Null(await Store.Value.GridAsync(Glow.Id, Cancel));
        Assert.Empty(await Store.Value.ForecastTimesAsync(Cancel));

        await Store.Value.SaveForecastAsync(Glow.Id, Fit with { Parameters = null, LogLikelihood = null, Why = ForecastFit.NoFit }, Cancel);
        await Store.Value.SaveForecastAsync(Glow.Id, Fit, Cancel);
        await Store.Value.SaveGridAsync(Glow.Id, grid with { Members = 1 }, Cancel);
        await Store.Value.SaveGridAsync(Glow.Id, grid, Cancel);
        await ReopenAsync();

        Assert.Equal(Fit, await Store.Value.ForecastAsync(Glow.Id, Cancel));
        Assert.Equal(grid, await Store.Value.GridAsync(Glow.Id, Cancel));
        Assert.Equal(Fit.MadeAt, Assert.Single(await Store.Value.ForecastTimesAsync(Cancel)).Value);
    }

    [Fact]
    public async Task Members_are_found_by_the_group_they_were_in_at_night()
    {
        var rows = new Dictionary<string, long>();
        foreach (var name in (string[])["a", "b", "c", "d"])
            rows[name] = (await Store.TellAsync(Glow.Member(name), Noon, Glow.Visit($"v-{name}", Noon, name == "d" ? Glow.Soho : Glow.Bund))).Row;
        var score = new MemberScore(new(5, 1, 3), RfmGroup.ImportantDevelop, 0.75, 1.125);
        await Store.Value.SaveScoresAsync(Glow.Id, [new(rows["a"], score), new(rows["b"], score with { Group = RfmGroup.GeneralRetain }), new(rows["d"], score)], Cancel);

        Assert.Equal(["a", "d"], await InGroupAsync(RfmGroup.ImportantDevelop));
        Assert.Equal(["d"], await InGroupAsync(RfmGroup.ImportantDevelop, Glow.Soho));
        Assert.Equal(["b"], await InGroupAsync(RfmGroup.GeneralRetain));
        var found = await Store.Value.ScoresAsync([.. rows.Values], Cancel);
        Assert.Equal((score, 3), (found[rows["a"]], found.Count));

        var without = score with { Alive = null, ExpectedVisits = null };
        await Store.Value.SaveScoresAsync(Glow.Id, [new(rows["a"], null), new(rows["b"], without)], Cancel);

        Assert.Equal(["b", "d"], await InGroupAsync(RfmGroup.ImportantDevelop));
        Assert.Equal(without, (await Store.Value.ScoresAsync([rows["b"]], Cancel))[rows["b"]]);
    }

    [Fact]
    public async Task High_value_acts_are_listed_and_those_that_are_over_are_summed()
    {
        var rows = new List<ScoredMember>();
        foreach (var (name, day) in (IEnumerable<(string, int)>)[("a", 1), ("b", 2), ("c", 2), ("d", 3)])
        {
            var row = (await Store.TellAsync(Glow.Member(name), Noon, Glow.Visit($"v-{name}", Noon, name == "b" ? Glow.Soho : null))).Row;
            rows.Add(new(row, null) { HighValue = [new("second_category", Noon + TimeSpan.FromDays(day), 10.5m * day, 1000m, day < 3)] });
        }

        await Store.Value.SaveScoresAsync(Glow.Id, rows, Cancel);
        await Store.Value.SaveScoresAsync(
            Glow.Id, [rows[0] with { HighValue = [rows[0].HighValue![0] with { After = 0.0001m }, new("act:exam", Noon, 1m, 2m, false)] }], Cancel);

        Assert.Equal(
            [new("act:exam", 1, 0, 0m, 0m), new("second_category", 4, 3, 52.5m, 2000.0001m)],
            await Store.Value.HighValueAsync(Glow.Id, Cancel));
        var first = await Store.Value.HighValueActsAsync(Glow.Id, "second_category", null, 2, Cancel);
        Assert.Equal(["d", "b"], first.Select(row => row.Member.Value));
        Assert.Equal((Glow.Soho, 21m), (first[1].Home!.Value, first[1].Outcome.Before));
        var second = await Store.Value.HighValueActsAsync(Glow.Id, "second_category", new(first[1].Outcome.At, first[1].Member), 9, Cancel);
        Assert.Equal([("c", true, 1000m), ("a", true, 0.0001m)], second.Select(row => (row.Member.Value, row.Outcome.IsOver, row.Outcome.After)));
        Assert.Empty(await Store.Value.HighValueAsync(new("nobody"), Cancel));
    }

    [Fact]
    public async Task A_night_is_done_once_and_by_one_at_a_time()
    {
        var hour = TimeSpan.FromHours(1);
        Assert.False(await Store.Value.ClaimNightAsync(new("nobody"), Noon, hour, Cancel));
        Assert.True(await Store.Value.ClaimNightAsync(Glow.Id, Noon, hour, Cancel));
        Assert.False(await Store.Value.ClaimNightAsync(Glow.Id, Noon, hour, Cancel));

        // Whoever had it is lost.
        Time.Advance(hour);
        Assert.True(await Store.Value.ClaimNightAsync(Glow.Id, Noon, hour, Cancel));
        await Store.Value.FinishNightAsync(Glow.Id, Noon, Cancel);
        Assert.False(await Store.Value.ClaimNightAsync(Glow.Id, Noon, hour, Cancel));
        Assert.False(await Store.Value.ClaimNightAsync(Glow.Id, Noon - hour, hour, Cancel));
        Assert.True(await Store.Value.ClaimNightAsync(Glow.Id, Noon + hour, hour, Cancel));
    }

    private async Task<IEnumerable<string>> InGroupAsync(RfmGroup group, StoreId? home = null)
    {
        var search = new MemberSearch(null, home, default, null, null, 100) { Group = group };
        return (await Queries.SearchAsync(Glow.Id, search, Cancel)).Select(row => row.Id.Value);
    }
}
