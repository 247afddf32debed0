using Engagement.Domain.Care;
using Engagement.Domain.Purchases;
using Engagement.Journal.Digests;

namespace Engagement.Hosting.Tests.Jobs;

/// <summary>What a day brought a store, worked out in the night after.</summary>
public sealed class DigestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stores_day_is_told_from_six_on_by_its_own_clocks()
    {
        await using var office = await CampaignOffice.OpenAsync("2026-03-28T11:00Z", ("berlin", "Europe/Berlin"), ("bund", "Asia/Shanghai"));
        office.Time.Advance(TimeSpan.FromHours(1));
        await office.JoinAsync("berlin", "anna", "ben");
        await office.DoAsync("anna", new Purchase(new("p", default), null, null, 380.5m, null, null, null));
        await office.DoAsync("anna", new Complaint(new("c", default), null, null));

        // 05:30 in Berlin on the day that has 23 hours, and 11:30 in Shanghai.
        office.Time.Advance(TimeSpan.FromHours(15.5));
        Assert.Equal(["bund"], (await MakeAsync(office)).Select(digest => digest.Store.Value));
        office.Time.Advance(TimeSpan.FromHours(1));
        var digests = await MakeAsync(office);

        var berlin = digests.Single(digest => digest.Store.Value == "berlin");
        Assert.Equal(new DateOnly(2026, 3, 28), berlin.Day);
        Assert.Equal((2, 1, 380.5m), (berlin.Figures.Visits, berlin.Figures.Purchases, berlin.Figures.Revenue));
        Assert.Equal(1, berlin.Figures.Tasks.Open);
        Assert.Contains(new DigestMovement(null, "new", 2), berlin.Figures.Movements);
        Assert.Equal(2, (await MakeAsync(office)).Count);
    }

    [Fact]
    public async Task Days_that_nobody_was_there_for_are_made_up_for_up_to_a_week()
    {
        await using var office = await CampaignOffice.OpenAsync("2026-03-01T00:00Z", ("bund", "Asia/Shanghai"));
        office.Time.Advance(TimeSpan.FromDays(2));
        await office.JoinAsync("bund", "li");
        Assert.Single(await MakeAsync(office));

        office.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(4, (await MakeAsync(office)).Count);
        office.Time.Advance(TimeSpan.FromDays(30));
        var digests = await MakeAsync(office);

        Assert.Equal(4 + 7, digests.Count);
        Assert.Equal(1, digests.Sum(digest => digest.Figures.Visits));
    }

    private static async Task<IReadOnlyList<Digest>> MakeAsync(CampaignOffice office)
    {
        await office.Digests.MakeMissingAsync(await office.ChainAsync(), null, Cancel);
        return await office.Store.Digests.ListAsync(CampaignOffice.Id, new(null, null, null, 100), Cancel);
    }
}
