using Engagement.Domain.Identity;
using Engagement.Domain.Visits;
using Engagement.Journal.Histories;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private static readonly HashSet<StoreId> AnyStore = [];

    private IHistories Histories => Store.Histories;

    [Fact]
    public async Task The_history_of_a_chain_is_read_member_by_member_in_the_order_it_was_told()
    {
        await Store.Chains.SaveAsync(Glow.Chain(new("fit")), Cancel);
        await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v1", Noon));
        await Store.TellAsync(new(new("fit"), new("li")), Noon, Glow.Visit("v1", Noon));
        await Store.TellAsync(Glow.Member("wang"), Noon, Glow.Visit("v2", Noon));
        await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v3", Noon + TimeSpan.FromHours(-1)));

        var extent = (await Histories.ExtentAsync(Glow.Id, Cancel))!;
        var read = await ReadAsync(extent);

        Assert.Equal(["li", "wang"], read.Select(history => history.Id.Value).Order(StringComparer.Ordinal));
        foreach (var history in read)
        {
            var told = await Queries.HistoryAsync(new(Glow.Id, history.Id), Cancel);
            Assert.Equal(told.Select(happened => (happened.Position, happened.Happened)), history.Events.Select(happened => (happened.Position, happened.Happened)));
        }

        Assert.Equal(extent.Head, read.Sum(history => history.Events.Count));
    }

    [Fact]
    public async Task What_is_told_after_a_history_was_begun_is_left_out_and_so_are_other_stores()
    {
        await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v1", Noon));
        var extent = (await Histories.ExtentAsync(Glow.Id, Cancel))!;
        await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v2", Noon));

        Assert.Equal(extent.Head, (await ReadAsync(extent)).Sum(history => history.Events.Count));
        Assert.Empty(await Histories.ReadAsync(Glow.Id, 1, long.MaxValue, extent.Head, new HashSet<StoreId> { new("nowhere") }, _ => true, Cancel));
    }

    [Fact]
    public async Task Of_events_whose_content_nobody_needs_only_the_instant_is_read()
    {
        await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v1", Noon));
        var extent = (await Histories.ExtentAsync(Glow.Id, Cancel))!;

        var read = await Histories.ReadAsync(Glow.Id, extent.FirstMember, extent.LastMember, extent.Head, AnyStore, type => type == "visit.v1", Cancel);

        Assert.All(read.Single().Events, happened => Assert.Equal(happened.StoredType != "visit.v1", happened.Data.IsEmpty));
        Assert.IsType<Visited>(read.Single().Events.First(happened => happened.StoredType == "visit.v1").Happened);
    }

    [Fact]
    public async Task A_chain_without_members_has_an_empty_history_and_one_that_is_not_there_none()
    {
        var extent = (await Histories.ExtentAsync(Glow.Id, Cancel))!;

        Assert.True(extent.LastMember < extent.FirstMember);
        Assert.Null(await Histories.ExtentAsync(new("nowhere"), Cancel));
    }

    private ValueTask<IReadOnlyList<MemberHistory>> ReadAsync(HistoryExtent extent) =>
        Histories.ReadAsync(Glow.Id, extent.FirstMember, extent.LastMember, extent.Head, AnyStore, _ => true, Cancel);
}
