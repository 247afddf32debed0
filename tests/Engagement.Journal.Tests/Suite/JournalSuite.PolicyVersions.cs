using System.Text.Json.Nodes;
using Engagement.Domain.Identity;
using Engagement.Journal.Policies;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private static readonly StoreId Pudong = new("pudong");

    private IPolicyVersions Versions => Store.PolicyVersions;

    [Fact]
    public async Task A_version_of_a_policy_comes_back_with_who_and_why_and_what_it_changed()
    {
        var known = (await Store.Chains.FindAsync(Glow.Id, Cancel))!;
        var put = new PolicyVersion(
            null, 2, Noon, "王小姐", "春节前 \"试一试\"", """{"stages":{"dormantAfterDays":60}}""",
            [new("stages.dormantAfterDays", JsonValue.Create(90), JsonValue.Create(60)), new("care.prospectAct", JsonValue.Create("x"), null)]);

        Assert.True(await Store.Chains.SaveAsync(known with { Version = 2 }, [put], Cancel));
        await ReopenAsync();

        var found = (await Versions.FindAsync(Glow.Id, null, 2, Cancel))!;
        Assert.Equal((put.Store, put.Version, put.At, put.By, put.Note, put.Document), (found.Store, found.Version, found.At, found.By, found.Note, found.Document));
        Assert.Equal(put.Changes.Select(Text), found.Changes.Select(Text));
        Assert.Null(await Versions.FindAsync(Glow.Id, null, 3, Cancel));
        Assert.Null(await Versions.FindAsync(Glow.Id, Pudong, 2, Cancel));
        Assert.Null(await Versions.FindAsync(new("nowhere"), null, 2, Cancel));
    }

    [Fact]
    public async Task Versions_are_listed_latest_first_a_chains_and_each_stores_apart()
    {
        var known = (await Store.Chains.FindAsync(Glow.Id, Cancel))!;
        await Store.Chains.SaveAsync(known with { Version = 2 }, [Version(null, 1), Version(null, 2), Version(Pudong, 1)], Cancel);
        await Store.Chains.SaveAsync(known with { Version = 3 }, [Version(null, 3), Version(Pudong, 2)], Cancel);

        Assert.Equal([3, 2], (await Versions.ListAsync(Glow.Id, null, null, 2, Cancel)).Select(version => version.Version));
        Assert.Equal([1], (await Versions.ListAsync(Glow.Id, null, 2, 2, Cancel)).Select(version => version.Version));
        Assert.Equal([2, 1], (await Versions.ListAsync(Glow.Id, Pudong, null, 9, Cancel)).Select(version => version.Version));
        Assert.Empty(await Versions.ListAsync(new("nowhere"), null, null, 9, Cancel));
    }

    [Fact]
    public async Task A_version_that_is_known_stays_as_it_is()
    {
        var known = (await Store.Chains.FindAsync(Glow.Id, Cancel))!;
        await Store.Chains.SaveAsync(known with { Version = 2 }, [Version(null, 1)], Cancel);

        await Store.Chains.SaveAsync(known with { Version = 3 }, [Version(null, 1) with { By = "somebody else" }, Version(null, 2)], Cancel);

        Assert.Equal("li", (await Versions.FindAsync(Glow.Id, null, 1, Cancel))!.By);
        Assert.NotNull(await Versions.FindAsync(Glow.Id, null, 2, Cancel));
    }

    [Fact]
    public async Task Whoever_comes_too_late_to_change_a_chain_leaves_no_version_of_its_policy()
    {
        var known = (await Store.Chains.FindAsync(Glow.Id, Cancel))!;
        await Store.Chains.SaveAsync(known with { Version = 2 }, Cancel);

        Assert.False(await Store.Chains.SaveAsync(known with { Version = 2 }, [Version(null, 2)], Cancel));

        Assert.Empty(await Versions.ListAsync(Glow.Id, null, null, 9, Cancel));
    }

    private static PolicyVersion Version(StoreId? store, long version) => new(store, version, null, "li", null, "{}", []);

    private static (string, string?, string?) Text(PolicyChange change) => (change.Path, change.From?.ToJsonString(), change.To?.ToJsonString());
}
