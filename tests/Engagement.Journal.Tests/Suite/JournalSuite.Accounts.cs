using Engagement.Domain.Identity;
using Engagement.Journal.Accounts;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private IAccounts Accounts => Store.Accounts;

    private static Account Mei => new(new("a-mei"), "Mei@glow.example", "Mei 梅", "care_staff", Glow.Id, [Glow.Bund, Glow.Soho])
    {
        CreatedAt = Noon,
        ChangedAt = Noon,
    };

    [Fact]
    public async Task An_account_comes_back_as_it_was_written()
    {
        var full = Mei with
        {
            PasswordHash = "hash",
            IsLocked = true,
            Failures = new(6, Noon + TimeSpan.FromMinutes(15)),
            SecondStep = new("encrypted", 57, ["one", "two"]),
            UnconfirmedSecret = "another",
            Subject = "https://id.example|4711",
        };
        Assert.True(await Accounts.AddAsync(full, Cancel));
        await ReopenAsync();

        Assert.Equal(full, await Accounts.FindAsync(full.Id, Cancel));
        Assert.Equal(full, await Accounts.FindBySubjectAsync("https://id.example|4711", Cancel));
        Assert.Null(await Accounts.FindAsync(new AccountId("nobody"), Cancel));
        Assert.Null(await Accounts.FindBySubjectAsync("https://id.example|4712", Cancel));
    }

    [Fact]
    public async Task A_sign_in_name_is_somebodys_in_whichever_case_and_nobody_elses()
    {
        Assert.True(await Accounts.AddAsync(Mei, Cancel));
        var administrator = Mei with { Id = new("a-root"), SignInName = "ROOT", Chain = null, Stores = [] };

        Assert.False(await Accounts.AddAsync(Mei with { Id = new("a-other"), SignInName = "mEI@GLOW.example" }, Cancel));
        Assert.False(await Accounts.AddAsync(Mei with { Id = new("a-other"), SignInName = "jing", Chain = new("nowhere") }, Cancel));
        Assert.True(await Accounts.AddAsync(administrator, Cancel));
        Assert.False(await Accounts.ChangeAsync(administrator with { SignInName = "mei@glow.example" }, Cancel));

        Assert.Equal(Mei, await Accounts.FindAsync(" MEI@glow.example", Cancel));
        Assert.Equal(administrator, await Accounts.FindAsync("root", Cancel));
    }

    [Fact]
    public async Task A_change_holds_only_on_what_was_read()
    {
        await Accounts.AddAsync(Mei, Cancel);
        var changed = Mei with { Name = "Mei Li", Role = "store_manager", Stores = [Glow.Bund], Failures = new(1, null), ChangedAt = Noon + TimeSpan.FromDays(1) };

        Assert.True(await Accounts.ChangeAsync(changed, Cancel));
        Assert.False(await Accounts.ChangeAsync(Mei with { Name = "too late" }, Cancel));
        Assert.False(await Accounts.ChangeAsync(Mei with { Id = new("nobody") }, Cancel));

        Assert.Equal(changed with { Version = 2 }, await Accounts.FindAsync(Mei.Id, Cancel));
    }

    [Fact]
    public async Task Of_many_changes_to_one_version_one_is_made()
    {
        await Accounts.AddAsync(Mei, Cancel);

        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            Accounts.ChangeAsync(Mei with { Failures = new(number, null) }, Cancel).AsTask()));

        Assert.Single(made, true);
        Assert.Equal(2, (await Accounts.FindAsync(Mei.Id, Cancel))!.Version);
    }

    [Fact]
    public async Task Chains_and_administrators_are_listed_apart_page_by_page()
    {
        await Store.Chains.SaveAsync(Glow.Chain() with { Id = new("other") }, Cancel);
        foreach (var (chain, number) in new ChainId?[] { Glow.Id, new("other"), null }.SelectMany(chain => Enumerable.Range(0, 5).Select(number => (chain, number))))
            Assert.True(await Accounts.AddAsync(Mei with { Id = new($"{number}-{chain}"), SignInName = $"{number}-{chain}", Chain = chain }, Cancel));

        foreach (var chain in new ChainId?[] { Glow.Id, new("other"), null })
        {
            var first = await Accounts.ListAsync(chain, null, 3, Cancel);
            var rest = await Accounts.ListAsync(chain, first[^1].Id, 3, Cancel);
            Assert.Equal(Enumerable.Range(0, 5).Select(number => $"{number}-{chain}"), first.Concat(rest).Select(account => account.Id.Value));
        }

        Assert.Empty(await Accounts.ListAsync(new("nowhere"), null, 10, Cancel));
    }

    [Fact]
    public async Task A_later_link_ends_the_one_before_and_each_is_taken_once()
    {
        await Accounts.AddAsync(Mei, Cancel);
        var first = new AccountLink("first", Mei.Id, LinkPurpose.Invite, Noon);
        var second = new AccountLink("second", Mei.Id, LinkPurpose.RecoverWithoutSecondStep, Noon + TimeSpan.FromDays(1));
        var nobodys = new AccountLink("nobodys", null, LinkPurpose.FirstAdministrator, Noon);
        await Accounts.KeepLinkAsync(first, Cancel);
        await Accounts.KeepLinkAsync(nobodys, Cancel);
        await Accounts.KeepLinkAsync(second, Cancel);
        await ReopenAsync();

        Assert.Null(await Accounts.FindLinkAsync("first", Cancel));
        Assert.Equal(second, await Accounts.FindLinkAsync("second", Cancel));
        Assert.Equal(nobodys, await Accounts.FindLinkAsync("nobodys", Cancel));
        Assert.False(await Accounts.TakeLinkAsync("first", Cancel));
        Assert.Single(await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Accounts.TakeLinkAsync("second", Cancel).AsTask())), true);
        Assert.Null(await Accounts.FindLinkAsync("second", Cancel));
    }

    [Fact]
    public async Task A_session_is_found_with_its_account_as_it_is_now()
    {
        await Accounts.AddAsync(Mei, Cancel);
        var session = Browser("d1", Mei.Id);
        await Store.Sessions.OpenAsync(session, Noon, Cancel);
        await Store.Sessions.OpenAsync(Browser("d2", null), Noon, Cancel);
        await Accounts.ChangeAsync(Mei with { IsLocked = true }, Cancel);
        await Store.Sessions.SeenAsync("d1", Noon + TimeSpan.FromHours(1), Noon + TimeSpan.FromHours(13), Cancel);
        await ReopenAsync();

        var found = await Store.Sessions.FindAsync("d1", Cancel);
        Assert.Equal(session with { SeenAt = Noon + TimeSpan.FromHours(1), Until = Noon + TimeSpan.FromHours(13) }, found!.Session);
        Assert.Equal(Mei with { IsLocked = true, Version = 2 }, found.Account);
        Assert.Equal(new SignedInSession(Browser("d2", null), null), await Store.Sessions.FindAsync("d2", Cancel));
        Assert.Null(await Store.Sessions.FindAsync("d3", Cancel));
    }

    [Fact]
    public async Task Sessions_end_one_by_one_all_at_once_and_with_their_account()
    {
        await Accounts.AddAsync(Mei, Cancel);
        foreach (var digest in new[] { "d1", "d2", "d3", "d4" })
            await Store.Sessions.OpenAsync(Browser(digest, Mei.Id), Noon, Cancel);
        await Store.Sessions.OpenAsync(Browser("root", null), Noon, Cancel);

        Assert.False(await Store.Sessions.EndAsync(null, "id-d1", Cancel));
        Assert.True(await Store.Sessions.EndAsync(Mei.Id, "id-d1", Cancel));
        await Store.Sessions.EndAsync("d2", Cancel);
        Assert.Equal(["d3", "d4"], await DigestsOfAsync(Mei.Id));
        Assert.Equal(1, await Store.Sessions.EndAllAsync(Mei.Id, "d4", Cancel));
        Assert.Equal(["d4"], await DigestsOfAsync(Mei.Id));
        await Accounts.KeepLinkAsync(new("link", Mei.Id, LinkPurpose.Recover, Noon), Cancel);
        Assert.True(await Accounts.DeleteAsync(Mei.Id, Cancel));

        Assert.Empty(await DigestsOfAsync(Mei.Id));
        Assert.Null(await Accounts.FindLinkAsync("link", Cancel));
        Assert.False(await Accounts.DeleteAsync(Mei.Id, Cancel));
        Assert.Equal(["root"], await DigestsOfAsync(null));
    }

    [Fact]
    public async Task A_session_that_ran_out_is_cleared_away_by_the_next_one()
    {
        await Store.Sessions.OpenAsync(Browser("old", null), Noon, Cancel);
        await Store.Sessions.OpenAsync(Browser("kept", null) with { Until = Noon + TimeSpan.FromDays(2) }, Noon, Cancel);

        await Store.Sessions.OpenAsync(
            Browser("new", null) with { Until = Noon + TimeSpan.FromDays(3) }, Noon + TimeSpan.FromHours(12), Cancel);

        Assert.Equal(["kept", "new"], await DigestsOfAsync(null));
    }

    private static Session Browser(string digest, AccountId? account) =>
        new(digest, "id-" + digest, account, Noon, Noon, Noon + TimeSpan.FromHours(12), "Firefox, Linux");

    private async Task<IEnumerable<string>> DigestsOfAsync(AccountId? account) =>
        (await Store.Sessions.ListAsync(account, Cancel)).Select(session => session.Digest);
}
