using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Members_are_claimed_earliest_first_and_each_by_one_node_only()
    {
        var due = await DueMembersAsync(10);

        var first = await ClaimAsync(limit: 4);
        var second = await ClaimAsync(limit: 100);

        Assert.Equal(due[..4], first);
        Assert.Equal(due[4..], second);
        Assert.Empty(await ClaimAsync(limit: 100));
    }

    [Fact]
    public async Task Only_members_due_within_the_span_are_claimed_both_ends_included()
    {
        var due = await DueMembersAsync(6);
        var claim = new DueClaim(Glow.Id, due[1].DueAt, due[3].DueAt, 100, Lease);

        Assert.Equal(due[1..4], await Store.Due.ClaimDueAsync(claim, Cancel));
        Assert.Empty(await Store.Due.ClaimDueAsync(claim with { Chain = new("nowhere") }, Cancel));
    }

    [Fact]
    public async Task Whoever_claimed_a_member_keeps_her_until_the_lease_ends()
    {
        var due = await DueMembersAsync(3);
        Assert.Equal(due, await ClaimAsync());

        Time.Advance(Lease - TimeSpan.FromTicks(1));
        Assert.Empty(await ClaimAsync());

        Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(due, await ClaimAsync());
    }

    [Fact]
    public async Task A_member_who_was_stored_again_is_free_for_whoever_asks_next()
    {
        var due = await DueMembersAsync(2);
        Assert.Equal(due, await ClaimAsync());

        var woken = await Store.TellAsync(due[0].Key, due[0].DueAt, new Advance(due[0].DueAt));

        Assert.NotEqual(due[0].DueAt, woken.DueAt);
        Assert.Equal([new(due[0].Key, woken.DueAt!.Value)], await ClaimAsync());
    }

    [Fact]
    public async Task The_next_due_instant_is_the_earliest_from_a_given_one_on()
    {
        var due = await DueMembersAsync(3);

        Assert.Equal(due[0].DueAt, await Store.Due.NextDueAsync(Glow.Id, new(long.MinValue), Cancel));
        Assert.Equal(due[1].DueAt, await Store.Due.NextDueAsync(Glow.Id, due[1].DueAt, Cancel));
        Assert.Equal(due[2].DueAt, await Store.Due.NextDueAsync(Glow.Id, due[1].DueAt + Instant.Resolution, Cancel));
        Assert.Null(await Store.Due.NextDueAsync(Glow.Id, due[2].DueAt + Instant.Resolution, Cancel));
        Assert.Null(await Store.Due.NextDueAsync(new("nowhere"), new(long.MinValue), Cancel));
    }

    [Fact]
    public async Task A_member_whom_time_will_not_change_is_never_due()
    {
        await Store.TellAsync(Glow.Member("potential"), Noon, Glow.Join("j", Noon));

        Assert.Null(await Store.Due.NextDueAsync(Glow.Id, new(long.MinValue), Cancel));
        Assert.Empty(await ClaimAsync());
    }

    [Fact]
    public async Task Members_judged_by_older_rules_are_claimed_once_until_they_were_judged_again()
    {
        var potential = await Store.TellAsync(Glow.Member("potential"), Noon, Glow.Join("j", Noon));
        var due = await DueMembersAsync(3);
        Assert.Empty(await OutdatedAsync(rulesVersion: 1));

        var first = await OutdatedAsync(rulesVersion: 2, limit: 3);
        var rest = await OutdatedAsync(rulesVersion: 2);

        var everybody = due.Select(member => member.Key).Append(potential.Key).ToHashSet();
        Assert.Equal(3, first.Count);
        Assert.True(everybody.SetEquals(first.Concat(rest).Select(member => member.Key)));
        Assert.Empty(await OutdatedAsync(rulesVersion: 2));

        foreach (var key in everybody)
        {
            var record = (await Journal.FindAsync(key, Cancel))!;
            var judged = new Append(key, record.Row, record.Version, record.State, 2, record.DueAt, []);
            Assert.True((await Journal.AppendAsync(judged, Cancel)).IsCommitted);
        }

        Assert.Empty(await OutdatedAsync(rulesVersion: 2));
        Assert.Equal(4, (await OutdatedAsync(rulesVersion: 3)).Count);
    }

    /// <summary>So many members with a single visit each, in the order in which they will be due.</summary>
    private async Task<DueMember[]> DueMembersAsync(int count)
    {
        var due = new List<DueMember>();
        foreach (var number in Enumerable.Range(0, count).Reverse())
        {
            var at = Noon + TimeSpan.FromHours(number);
            var record = await Store.TellAsync(Glow.Member($"due{number}"), at, Glow.Visit($"due{number}", at));
            due.Add(new(record.Key, record.DueAt!.Value));
        }

        due.Reverse();
        return [.. due];
    }

    private ValueTask<IReadOnlyList<DueMember>> ClaimAsync(int limit = 100) =>
        Store.Due.ClaimDueAsync(new(Glow.Id, new(long.MinValue), Noon + TimeSpan.FromDays(1000), limit, Lease), Cancel);

    private ValueTask<IReadOnlyList<DueMember>> OutdatedAsync(long rulesVersion, int limit = 100) =>
        Store.Due.ClaimOutdatedAsync(Glow.Id, rulesVersion, limit, Lease, Cancel);
}
