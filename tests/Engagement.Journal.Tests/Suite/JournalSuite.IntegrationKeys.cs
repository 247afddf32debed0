using Engagement.Domain.Identity;
using Engagement.Journal.Keys;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private static readonly DateTimeOffset KeyNoon = new(2026, 3, 8, 12, 0, 0, TimeSpan.Zero);

    private static readonly IntegrationKey Till = new(
        Glow.Id, "k1", "the tills", [new("bund"), new("soho")], ["record_acts", "see_members"], KeyNoon, "boss", KeyNoon.AddDays(365), null, null);

    private IIntegrationKeys IntegrationKeys => Store.IntegrationKeys;

    [Fact]
    public async Task A_key_is_found_by_the_digest_of_its_secret_and_comes_back_as_it_was_made()
    {
        Assert.True(await IntegrationKeys.AddAsync(Till, "d1", Cancel));
        Assert.True(await IntegrationKeys.AddAsync(Till with { Id = "k2", Name = "forever", Stores = [], ExpiresAt = null }, "d2", Cancel));
        await ReopenAsync();

        var found = (await IntegrationKeys.FindAsync("d1", KeyNoon, Cancel))!;
        Assert.Equal(Till with { Stores = found.Stores, Scopes = found.Scopes }, found);
        Assert.Equal(Till.Stores, found.Stores);
        Assert.Equal(Till.Scopes, found.Scopes);
        var forever = (await IntegrationKeys.FindAsync("d2", KeyNoon, Cancel))!;
        Assert.Empty(forever.Stores);
        Assert.Null(forever.ExpiresAt);
        Assert.Null(await IntegrationKeys.FindAsync("d3", KeyNoon, Cancel));
        Assert.Equal(["forever", "the tills"], (await IntegrationKeys.ListAsync(Glow.Id, Cancel)).Select(key => key.Name));
        Assert.Empty(await IntegrationKeys.ListAsync(new("nowhere"), Cancel));
    }

    [Fact]
    public async Task A_name_is_one_keys_at_a_time_and_a_key_is_of_a_chain_that_exists()
    {
        Assert.True(await IntegrationKeys.AddAsync(Till, "d1", Cancel));
        Assert.False(await IntegrationKeys.AddAsync(Till with { Id = "k2" }, "d2", Cancel));
        Assert.False(await IntegrationKeys.AddAsync(Till with { Id = "k3", Name = "other", Chain = new ChainId("nowhere") }, "d3", Cancel));

        Assert.Null(await IntegrationKeys.FindAsync("d2", KeyNoon, Cancel));
        Assert.Null(await IntegrationKeys.FindAsync("d3", KeyNoon, Cancel));
        Assert.True(await IntegrationKeys.EndAsync(Glow.Id, "k1", KeyNoon, Cancel));
        Assert.True(await IntegrationKeys.AddAsync(Till with { Id = "k4" }, "d4", Cancel));
    }

    [Fact]
    public async Task A_rotated_key_has_two_secrets_until_the_overlap_is_over()
    {
        await IntegrationKeys.AddAsync(Till, "old", Cancel);

        Assert.True(await IntegrationKeys.RotateAsync(Glow.Id, "k1", "new", KeyNoon.AddHours(24), KeyNoon.AddDays(400), Cancel));

        Assert.Equal("k1", (await IntegrationKeys.FindAsync("old", KeyNoon.AddHours(23), Cancel))!.Id);
        Assert.Null(await IntegrationKeys.FindAsync("old", KeyNoon.AddHours(24), Cancel));
        var rotated = (await IntegrationKeys.FindAsync("new", KeyNoon.AddHours(24), Cancel))!;
        Assert.Equal(KeyNoon.AddDays(400), rotated.ExpiresAt);

        // Rotating again in a hurry ends the overlap of the first time sooner, and never later.
        Assert.True(await IntegrationKeys.RotateAsync(Glow.Id, "k1", "newest", KeyNoon.AddHours(1), null, Cancel));
        Assert.Null(await IntegrationKeys.FindAsync("old", KeyNoon.AddHours(1), Cancel));
        Assert.Null(await IntegrationKeys.FindAsync("new", KeyNoon.AddHours(1), Cancel));
        Assert.NotNull(await IntegrationKeys.FindAsync("newest", KeyNoon.AddYears(10), Cancel));
        Assert.False(await IntegrationKeys.RotateAsync(Glow.Id, "nobody's", "x", KeyNoon, null, Cancel));
    }

    [Fact]
    public async Task A_key_that_was_ended_lets_nobody_in_and_stays_on_the_list()
    {
        await IntegrationKeys.AddAsync(Till, "old", Cancel);
        await IntegrationKeys.RotateAsync(Glow.Id, "k1", "new", KeyNoon.AddHours(24), null, Cancel);

        Assert.True(await IntegrationKeys.EndAsync(Glow.Id, "k1", KeyNoon.AddHours(1), Cancel));

        Assert.False(await IntegrationKeys.EndAsync(Glow.Id, "k1", KeyNoon.AddHours(2), Cancel));
        Assert.Null(await IntegrationKeys.FindAsync("old", KeyNoon, Cancel));
        Assert.Null(await IntegrationKeys.FindAsync("new", KeyNoon, Cancel));
        Assert.False(await IntegrationKeys.RotateAsync(Glow.Id, "k1", "newer", KeyNoon, null, Cancel));
        Assert.Equal(KeyNoon.AddHours(1), Assert.Single(await IntegrationKeys.ListAsync(Glow.Id, Cancel)).EndedAt);
    }

    [Fact]
    public async Task When_a_key_was_last_used_is_remembered_and_never_goes_back()
    {
        await IntegrationKeys.AddAsync(Till, "d1", Cancel);

        await IntegrationKeys.UsedAsync(Glow.Id, "k1", KeyNoon.AddMinutes(5), Cancel);
        await IntegrationKeys.UsedAsync(Glow.Id, "k1", KeyNoon.AddMinutes(3), Cancel);

        Assert.Equal(KeyNoon.AddMinutes(5), (await IntegrationKeys.FindAsync("d1", KeyNoon, Cancel))!.LastUsedAt);
    }
}
