using Engagement.Domain.Identity;
using Engagement.Domain.Stages;
using Engagement.Journal.Campaigns;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private static readonly StoreKey[] Everywhere = [new(Glow.Bund), new(Glow.Soho), new(null)];

    [Fact]
    public async Task A_segment_holds_and_counts_those_that_all_of_it_fits()
    {
        var rows = await ManyMembersAsync();
        IReadOnlyList<StoreKey>[] homes = [Everywhere, [new(Glow.Bund)], [new(null), new(Glow.Soho)], [new(new StoreId("closed"))], []];
        IReadOnlyList<Stage>[] stages = [[], [Stage.Dormant], [Stage.New, Stage.Potential, Stage.Lost]];
        AttentionFlags[] flags = [AttentionFlags.None, AttentionFlags.Slipping, AttentionFlags.Slipping | AttentionFlags.SecondVisitOverdue];
        (double? After, double? Until)[] spans = [(null, null), (60, 5), (null, 30), (30, null)];
        var asked =
            from home in homes
            from stage in stages
            from flag in flags
            from span in spans
            select new SegmentSearch(
                home,
                stage,
                flag,
                span.After is { } after ? Noon - TimeSpan.FromDays(after) : null,
                span.Until is { } until ? Noon - TimeSpan.FromDays(until) : null);
        foreach (var search in asked)
        {
            var expected = rows.Where(row => search.Homes.Contains(new(row.Home))
                && (search.Stages.Count == 0 || search.Stages.Contains(row.Stage))
                && (search.Flags == AttentionFlags.None || (row.Flags & search.Flags) != 0)
                && (search.StageSinceAfter is not { } after || row.StageSince > after)
                && (search.StageSinceUntil is not { } until || row.StageSince <= until)).ToList();
            Assert.Equal(expected, await WholeSegmentAsync(search));
            var records = await Store.Segments.RecordsAsync(Glow.Id, search, null, null, int.MaxValue, Cancel);
            Assert.Equal(expected.Select(row => (row.Id, row.Stage)), records.Select(record => (record.Key.Member, record.State.Stage!.Value)));
            var counts = await Store.Segments.CountAsync(Glow.Id, search, Cancel);
            Assert.Equal(
                expected.GroupBy(row => new StoreKey(row.Home)).ToDictionary(home => home.Key, home => home.LongCount()), counts);
        }
    }

    [Fact]
    public async Task A_chain_that_is_not_there_has_nobody_in_any_segment()
    {
        Assert.Empty(await Store.Segments.PageAsync(new("nowhere"), new(Everywhere, []), null, 10, Cancel));
        Assert.Empty(await Store.Segments.CountAsync(new("nowhere"), new(Everywhere, []), Cancel));
    }

    [Fact]
    public async Task A_chain_is_cut_into_parts_in_which_everybody_is_once()
    {
        var rows = await ManyMembersAsync();
        var cuts = await Store.Segments.CutsAsync(Glow.Id, 7, Cancel);
        var found = new List<MemberId>();
        MemberId? after = null;
        foreach (var until in cuts.Select(cut => (MemberId?)cut).Append(null))
        {
            var part = await Store.Segments.RecordsAsync(Glow.Id, new(Everywhere, []), after, until, 100, Cancel);
            Assert.True(part.Count <= 7);
            found.AddRange(part.Select(record => record.Key.Member));
            after = until;
        }

        Assert.Equal(rows.Count / 7, cuts.Count);
        Assert.Equal(rows.Select(row => row.Id), found);
        Assert.Empty(await Store.Segments.CutsAsync(new("nowhere"), 7, Cancel));
    }

    private async Task<List<MemberRow>> WholeSegmentAsync(SegmentSearch search)
    {
        var all = new List<MemberRow>();
        while (await Store.Segments.PageAsync(Glow.Id, search, all is [] ? null : all[^1].Id, 4, Cancel) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= 4);
            all.AddRange(page);
        }

        return all;
    }
}
