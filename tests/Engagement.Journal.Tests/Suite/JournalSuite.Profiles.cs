using System.Text;
using Engagement.Domain.Identity;
using Engagement.Domain.Stages;
using Engagement.Journal.Profiles;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private IProfiles Profiles => Store.Profiles;

    [Fact]
    public async Task Sealed_profiles_come_back_as_they_were_stored_many_at_once()
    {
        Assert.Equal([true, true], await SaveAsync(Profile("li", "one"), Profile("李", "two")));
        await ReopenAsync();

        var found = await Profiles.FindAsync(Glow.Id, [new("li"), new("nobody"), new("李")], Cancel);

        Assert.Equal(["li", "李"], found.Keys.Select(member => member.Value).Order(StringComparer.Ordinal));
        Assert.Equal((1L, "m1", "key of one", "one"), Read(found[new("li")]));
        Assert.Equal((1L, "m1", "key of two", "two"), Read(found[new("李")]));
        Assert.Empty(await Profiles.FindAsync(Glow.Id, [], Cancel));
        Assert.Empty(await Profiles.FindAsync(new("nowhere"), [new("li")], Cancel));
        Assert.Equal([false], await Profiles.SaveAsync(new("nowhere"), [Profile("li", "one")], Cancel));
        Assert.Empty(await Profiles.SaveAsync(Glow.Id, [], Cancel));
    }

    [Fact]
    public async Task A_profile_takes_the_place_of_the_version_that_was_expected_and_of_no_other()
    {
        Assert.Equal([false], await SaveAsync(Profile("li", "early", expected: 1)));
        Assert.Equal([true], await SaveAsync(Profile("li", "first", expected: 0)));
        Assert.Equal([false], await SaveAsync(Profile("li", "again", expected: 0)));
        Assert.Equal([true], await SaveAsync(Profile("li", "second", expected: 1)));
        Assert.Equal([false, true], await SaveAsync(Profile("li", "late", expected: 1), Profile("wang", "first", expected: 0)));
        Assert.Equal([true], await SaveAsync(Profile("li", "whatever", expected: null)));

        Assert.Equal((3L, "m1", "key of whatever", "whatever"), Read((await RowAsync("li"))!));
    }

    [Fact]
    public async Task Of_many_who_change_one_version_at_once_one_does()
    {
        await SaveAsync(Profile("li", "before"));

        var stored = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            SaveAsync(Profile("li", $"after {number}", expected: 1))));

        Assert.Single(stored, each => each[0]);
        Assert.Equal(2, (await RowAsync("li"))!.Version);
    }

    [Fact]
    public async Task A_profile_that_is_forgotten_is_found_by_nothing_and_a_repeat_does_not_bring_it_back()
    {
        await ManyMembersAsync();
        var li = (await Queries.SearchAsync(Glow.Id, new(null, null, default, null, null, 1), Cancel))[0].Id.Value;
        await SaveAsync(Profile(li, "content", digests: "phone"));
        Assert.NotEmpty(await FoundByAsync(null, "phone"));

        Assert.True(await Profiles.ForgetAsync(Glow.Member(li), Cancel));

        Assert.Empty(await FoundByAsync(null, "phone"));
        Assert.Null((await RowAsync(li))!.Content);
        Assert.Empty(await Profiles.CountByMasterKeyAsync(Cancel));
        Assert.False(await Profiles.ForgetAsync(Glow.Member(li), Cancel));
        Assert.False(await Profiles.ForgetAsync(Glow.Member("nobody"), Cancel));
        Assert.Equal([false], await SaveAsync(Profile(li, "again", expected: 0)));
        Assert.Equal([true], await SaveAsync(Profile(li, "anew", expected: 2)));
    }

    [Fact]
    public async Task Members_are_found_by_digests_among_those_of_a_stage_a_store_and_a_flag()
    {
        var rows = await ManyMembersAsync();
        // Every second member is called so, and every third so.
        string[][] digests = [["wang", "hong"], [], ["wang"], ["hong"], ["wang"], []];
        var named = rows.Select((row, index) => (Row: row, Digests: digests[index % digests.Length])).ToList();
        foreach (var batch in named.Chunk(7))
            await SaveAsync([.. batch.Select(each => Profile(each.Row.Id.Value, "x", digests: each.Digests))]);
        string[][] asked = [["wang"], ["hong"], ["wang", "hong"], ["hong", "wang", "wang", "hong"], ["zhang"], ["wang", "zhang"]];
        foreach (var sought in asked)
        {
            foreach (Stage? stage in (Stage?[])[null, Stage.Active, Stage.Dormant])
            {
                foreach (StoreId? home in (StoreId?[])[null, Glow.Bund])
                {
                    foreach (var flags in new[] { AttentionFlags.None, AttentionFlags.Slipping })
                    {
                        var expected = named.Where(each => sought.All(each.Digests.Contains)
                            && (stage is null || each.Row.Stage == stage) && (home is null || each.Row.Home == home)
                            && (each.Row.Flags & flags) == flags).Select(each => each.Row);
                        Assert.Equal(expected, await FoundByAsync(new(stage, home, flags, null, null, 5), sought));
                    }
                }
            }
        }

        Assert.Empty(await Profiles.SearchAsync(new("nowhere"), new(null, null, default, null, null, 5), [Bytes("wang")], Cancel));
    }

    [Fact]
    public async Task What_a_profile_was_found_by_before_finds_it_no_more()
    {
        var rows = await ManyMembersAsync();
        await SaveAsync(Profile(rows[0].Id.Value, "x", digests: ["old", "both"]));
        await SaveAsync(Profile(rows[0].Id.Value, "x", digests: ["new", "both", "both"]));

        Assert.Empty(await FoundByAsync(null, "old"));
        Assert.Equal([rows[0]], await FoundByAsync(null, "new"));
        Assert.Equal([rows[0]], await FoundByAsync(null, "both"));
    }

    [Fact]
    public async Task Keys_are_wrapped_anew_unless_somebody_was_faster()
    {
        await Store.Chains.SaveAsync(Glow.Chain(new("other")), Cancel);
        await SaveAsync(Profile("li", "one"), Profile("wang", "two"), Profile("chen", "three"));
        await Profiles.SaveAsync(new("other"), [Profile("li", "four")], Cancel);
        await Profiles.ForgetAsync(Glow.Member("chen"), Cancel);
        Assert.Equal(3, (await Profiles.CountByMasterKeyAsync(Cancel))["m1"]);
        Assert.Empty(await Profiles.WrappedByOthersAsync("m1", 10, Cancel));
        Assert.Equal(2, (await Profiles.WrappedByOthersAsync("m2", 2, Cancel)).Count);
        var old = await Profiles.WrappedByOthersAsync("m2", 10, Cancel);
        await SaveAsync(Profile("wang", "changed"));

        Assert.Equal(2, await Profiles.RewrapAsync([.. old.Select(key => new RewrappedKey(key.Member, key.Key, "m2", Bytes("anew")))], Cancel));

        Assert.Equal((1L, "m2", "anew", "one"), Read((await RowAsync("li"))!));
        Assert.Equal((2L, "m1", "key of changed", "changed"), Read((await RowAsync("wang"))!));
        Assert.Equal(2, (await Profiles.CountByMasterKeyAsync(Cancel))["m2"]);
        Assert.Equal(Glow.Member("wang"), Assert.Single(await Profiles.WrappedByOthersAsync("m2", 10, Cancel)).Member);
    }

    [Fact]
    public async Task What_the_first_secret_made_of_the_fixed_text_is_kept()
    {
        var rows = await ManyMembersAsync();
        await SaveAsync(Profile(rows[0].Id.Value, "x", digests: "phone"));
        Assert.Equal(Bytes("first"), await Profiles.CheckAsync(Bytes("first"), anew: false, Cancel));
        Assert.Equal(Bytes("first"), await Profiles.CheckAsync(Bytes("second"), anew: false, Cancel));
        await ReopenAsync();
        Assert.Equal(Bytes("first"), await Profiles.CheckAsync(Bytes("first"), anew: true, Cancel));
        Assert.Equal([rows[0]], await FoundByAsync(null, "phone"));

        Assert.Equal(Bytes("third"), await Profiles.CheckAsync(Bytes("third"), anew: true, Cancel));
        Assert.Empty(await FoundByAsync(null, "phone"));
    }

    [Fact]
    public async Task Who_must_not_be_contacted_is_listed_the_latest_first_and_can_be_lifted()
    {
        await Store.Chains.SaveAsync(Glow.Chain(new("other")), Cancel);
        var list = Store.Suppressions;
        Suppression Of(string digest, int minutes, ContactKind kind = ContactKind.Phone) =>
            new(Bytes(digest), kind, "asked", Noon + TimeSpan.FromMinutes(minutes), "acc_1");
        Assert.Equal(3, await list.AddAsync(Glow.Id, [Of("a", 1), Of("b", 2, ContactKind.Email), Of("c", 2)], Cancel));
        Assert.Equal(1, await list.AddAsync(Glow.Id, [Of("a", 9), Of("d", 3)], Cancel));
        Assert.Equal(0, await list.AddAsync(new("nowhere"), [Of("a", 1)], Cancel));
        await ReopenAsync();
        list = Store.Suppressions;

        var all = new List<Suppression>();
        for (SuppressionPlace? after = null; await list.ListAsync(Glow.Id, after, 2, Cancel) is { Count: > 0 } page;
            after = new(page[^1].At, Convert.ToHexString(page[^1].Digest)))
            all.AddRange(page);
        Assert.Equal(["d", "b", "c", "a"], all.Select(entry => Encoding.UTF8.GetString(entry.Digest)));
        Assert.Equal((ContactKind.Email, "asked", Noon + TimeSpan.FromMinutes(2), "acc_1"), (all[1].Kind, all[1].Reason, all[1].At, all[1].By));
        Assert.Equal(Noon + TimeSpan.FromMinutes(1), all[3].At);

        Assert.True(await list.CoversAsync(Glow.Id, [Bytes("x"), Bytes("a")], Cancel));
        Assert.False(await list.CoversAsync(Glow.Id, [Bytes("x")], Cancel));
        Assert.False(await list.CoversAsync(Glow.Id, [], Cancel));
        Assert.False(await list.CoversAsync(new("other"), [Bytes("a")], Cancel));
        Assert.True(await list.LiftAsync(Glow.Id, Bytes("a"), Cancel));
        Assert.False(await list.LiftAsync(Glow.Id, Bytes("a"), Cancel));
        Assert.False(await list.CoversAsync(Glow.Id, [Bytes("a")], Cancel));
    }

    private async Task<IReadOnlyList<bool>> SaveAsync(params ProfileToStore[] profiles) => await Profiles.SaveAsync(Glow.Id, profiles, Cancel);

    private async Task<ProfileRow?> RowAsync(string member) =>
        (await Profiles.FindAsync(Glow.Id, [new(member)], Cancel)).GetValueOrDefault(new(member));

    private async Task<List<MemberRow>> FoundByAsync(MemberSearch? search, params string[] digests)
    {
        search ??= new(null, null, default, null, null, 10);
        var all = new List<MemberRow>();
        while (await Profiles.SearchAsync(Glow.Id, search, [.. digests.Select(Bytes)], Cancel) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= search.Limit);
            all.AddRange(page);
            search = search with { After = page[^1].Id };
        }

        return all;
    }

    private static ProfileToStore Profile(string member, string content, long? expected = null, params string[] digests) =>
        new(new(member), new("m1", Bytes($"key of {content}"), Bytes(content)), [.. digests.Select(Bytes)], expected, Noon);

    private static (long Version, string MasterKey, string Key, string Content) Read(ProfileRow row) => (
        row.Version,
        row.Content!.MasterKey,
        Encoding.UTF8.GetString(row.Content.WrappedKey),
        Encoding.UTF8.GetString(row.Content.Bytes));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
