using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Domain.Identity;
using Engagement.Journal.Audit;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private IAuditEntries Audit => Store.Audit;

    [Fact]
    public async Task A_trail_holds_its_entries_in_order_each_hashed_over_the_one_before()
    {
        await Audit.AppendAsync([Looked("ann", "m-1"), Looked("ann", "m-2")], Cancel);
        await Audit.AppendAsync([Looked("bo", "m-1")], Cancel);
        await ReopenAsync();
        await Audit.AppendAsync([Looked("bo", "m-3")], Cancel);

        var trail = await Audit.ListAsync(Glow.Id, new(0, 10), Cancel);

        Assert.Equal([1, 2, 3, 4], trail.Select(entry => entry.Number));
        Assert.Equal(["m-1", "m-2", "m-1", "m-3"], trail.Select(entry => (string?)JsonNode.Parse(entry.Entry)!["subject"]));
        Assert.Equal(
            """{"v":1,"trail":"glow","number":1,"time":"2026-03-01T12:00:00.000000Z","actor":"ann","role":"care_staff","action":"getMember","subject":"m-1","outcome":"200","address":"203.0.113.0/24"}""",
            trail[0].Entry);
        var hash = new string('0', 64);
        foreach (var entry in trail)
        {
            hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hash + "\n" + entry.Entry)));
            Assert.Equal(hash, entry.Hash);
        }

        Assert.Equal(new(Glow.Id, 4, hash), await Audit.HeadAsync(Glow.Id, Cancel));
    }

    [Fact]
    public async Task Each_chain_has_a_trail_of_its_own_and_so_has_the_system()
    {
        await Audit.AppendAsync([Looked("ann", "m-1"), Looked("root", null, trail: null), Looked("eve", "m-9", new("other")), Looked("ann", "m-2")], Cancel);

        Assert.Equal(2, (await Audit.ListAsync(Glow.Id, new(0, 10), Cancel)).Count);
        Assert.Equal("", (string?)JsonNode.Parse(Assert.Single(await Audit.ListAsync(null, new(0, 10), Cancel)).Entry)!["trail"]);
        Assert.Single(await Audit.ListAsync(new ChainId("other"), new(0, 10), Cancel));
        Assert.Empty(await Audit.ListAsync(new ChainId("third"), new(0, 10), Cancel));
        Assert.Equal(new(new ChainId("third"), 0, new string('0', 64)), await Audit.HeadAsync(new ChainId("third"), Cancel));
        Assert.Equal(
            [("", 1L), ("glow", 2L), ("other", 1L)],
            (await Audit.HeadsAsync(Cancel)).Select(head => (head.Trail?.Value ?? "", head.Number)).Order());
    }

    [Fact]
    public async Task Many_who_write_at_once_make_one_trail_without_a_gap()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(
            () => Audit.AppendAsync([Looked($"a{number}", "m"), Looked("root", null, trail: null), Looked($"a{number}", "n")], Cancel).AsTask(), Cancel)));

        var trail = await Audit.ListAsync(Glow.Id, new(0, 1000), Cancel);
        Assert.Equal(Enumerable.Range(1, 200).Select(number => (long)number), trail.Select(entry => entry.Number));
        var before = new string('0', 64);
        foreach (var entry in trail)
        {
            Assert.Equal(AuditFormat.Hash(before, entry.Entry), entry.Hash);
            before = entry.Hash;
        }

        Assert.Equal(100, (await Audit.HeadAsync(null, Cancel)).Number);
    }

    [Fact]
    public async Task A_trail_is_read_page_by_page_and_searched_by_who_what_and_whom()
    {
        await Audit.AppendAsync(
            [
                .. Enumerable.Range(0, 30).Select(number => Looked(number % 2 == 0 ? "ann" : "bo", $"m-{number % 3}")
                    with { Action = number % 5 == 0 ? "putProfile" : "getMember" }),
            ],
            Cancel);

        Assert.Equal([11, 12, 13], (await Audit.ListAsync(Glow.Id, new(10, 3), Cancel)).Select(entry => entry.Number));
        Assert.Equal(15, await CountAsync(new(0, 100, Actor: "ann")));
        Assert.Equal(6, await CountAsync(new(0, 100, Action: "putProfile")));
        Assert.Equal(10, await CountAsync(new(0, 100, Subject: "m-2")));
        Assert.Equal(3, await CountAsync(new(0, 100, Actor: "bo", Action: "putProfile")));
        Assert.Equal(1, await CountAsync(new(0, 100, "ann", "putProfile", "m-0")));
        Assert.Equal(0, await CountAsync(new(0, 100, Actor: "cy")));
        Assert.Equal(0, await CountAsync(new(0, 100, Actor: "' OR 1=1 --")));
    }

    [Fact]
    public async Task Whatever_a_path_may_hold_fits_into_an_entry()
    {
        var odd = "quote\" back\\slash nul\0 line\n 会员 \ud83d\ude00 half\ud83d" + new string('x', 1000);

        await Audit.AppendAsync([Looked(odd, odd) with { Action = odd, Outcome = odd }], Cancel);

        var entry = JsonNode.Parse(Assert.Single(await Audit.ListAsync(Glow.Id, new(0, 10), Cancel)).Entry)!;
        Assert.Equal(("quote\" back\\slash nul? line? 会员 ?? half?" + new string('x', 1000))[..300], (string?)entry["subject"]);
        Assert.Equal(1, await CountAsync(new(0, 10, Subject: (string?)entry["subject"])));
    }

    private async Task<int> CountAsync(AuditSearch search) => (await Audit.ListAsync(Glow.Id, search, Cancel)).Count;

    private static AuditRecord Looked(string actor, string? subject) => Looked(actor, subject, Glow.Id);

    private static AuditRecord Looked(string actor, string? subject, ChainId? trail) =>
        new(trail, Noon, actor, "care_staff", "getMember", subject, "200", "203.0.113.0/24");
}
