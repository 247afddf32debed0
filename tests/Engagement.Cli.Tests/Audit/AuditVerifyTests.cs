using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Engagement.Cli.Tests.Audit;

/// <summary>Whoever changes a trail is found out.</summary>
public sealed class AuditVerifyTests : EngageTest
{
    private const string Path = "/v1/chains/shop/audit";

    [Fact]
    public async Task A_trail_that_nobody_touched_is_whole()
    {
        var trail = Trail(5);
        Serve(trail);

        var ended = await EngageAsync("audit", "verify", "--chain", "shop");

        Assert.Equal((ExitCode.Done, $"trail of shop: 5 entries, whole. Head: 5 {trail[4].Hash}\n"), (ended.ExitCode, ended.Output));
    }

    [Fact]
    public async Task A_changed_entry_is_found_where_it_is()
    {
        var trail = Trail(5);
        trail[2] = trail[2] with { Entry = trail[2].Entry.Replace("m-3", "m-9", StringComparison.Ordinal) };
        Serve(trail);

        var ended = await EngageAsync("audit", "verify", "--chain", "shop");

        Assert.Equal(ExitCode.Failed, ended.ExitCode);
        Assert.StartsWith("trail of shop: BROKEN at entry 3: its hash does not fit", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_entry_is_found()
    {
        var trail = Trail(5);
        trail.RemoveAt(1);
        Serve(trail);

        Assert.StartsWith("trail of shop: BROKEN at entry 2", (await EngageAsync("audit", "verify", "--chain", "shop")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trail_that_was_rewritten_as_a_whole_does_not_fit_the_heads_that_were_kept()
    {
        var before = Trail(5);
        var heads = Write("heads.ndjson", Head("", 7, "00"), Head("shop", 2, before[1].Hash), Head("shop", 4, before[3].Hash));
        Serve(before);
        Assert.Equal(ExitCode.Done, (await EngageAsync("audit", "verify", "--chain", "shop", "--heads", heads)).ExitCode);

        Serve(Trail(5, member: "x"));
        var ended = await EngageAsync("audit", "verify", "--chain", "shop", "--heads", heads);

        Assert.Equal(ExitCode.Failed, ended.ExitCode);
        Assert.StartsWith("trail of shop: BROKEN at entry 2: its hash is not the one that was written down", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trail_that_was_cut_off_is_found_by_the_heads_that_were_kept()
    {
        var before = Trail(5);
        var heads = Write("heads.ndjson", Head("shop", 5, before[4].Hash));
        Serve([.. before.Take(3)]);

        var ended = await EngageAsync("audit", "verify", "--chain", "shop", "--heads", heads);

        Assert.Equal(ExitCode.Failed, ended.ExitCode);
        Assert.StartsWith("trail of shop: BROKEN at entry 4: it is missing", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_entries_are_listed()
    {
        var trail = Trail(2);
        Answer($"{Path}?limit=1", trail, trail);
        Answer($"{Path}?after=0&limit=50", trail, trail);

        var ended = await EngageAsync("audit", "list", "--chain", "shop");

        Assert.Equal(
            "1  2026-03-01T12:00:00.000000Z  ann  getMember  m-1  200\n2  2026-03-01T12:00:00.000000Z  ann  getMember  m-2  200\n", ended.Output);
    }

    private static List<Line> Trail(int count, string member = "m")
    {
        var (entries, before) = (new List<Line>(), new string('0', 64));
        for (var number = 1; number <= count; number++)
        {
            var entry = $$"""{"v":1,"trail":"shop","number":{{number}},"time":"2026-03-01T12:00:00.000000Z","actor":"ann","action":"getMember","subject":"{{member}}-{{number}}","outcome":"200"}""";
            before = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + "\n" + entry)));
            entries.Add(new(number, entry, before));
        }

        return entries;
    }

    private static string Head(string trail, long number, string hash) =>
        JsonSerializer.Serialize(new { time = "2026-03-01T13:00:00Z", trail, number, hash });

    private void Serve(List<Line> trail) => Answer($"{Path}?after=0&limit=1000", trail, trail);

    private void Answer(string path, List<Line> items, List<Line> trail) => Server.Answers[path] = () => Results.Json(
        new { items, head = new { number = trail[^1].Number, hash = trail[^1].Hash } });

    private sealed record Line(long Number, string Entry, string Hash);
}
