using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Auth;

/// <summary>Who has signed out, or may see less by now, does not go on watching.</summary>
public sealed class WatchingEndsTests : IAsyncLifetime
{
    private TestNode _node = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync("Engagement:Live:BoardRefresh=00:00:00.2", "Engagement:Live:SignedInCheck=00:00:00.1");
        await _node.OpenChainAsync("glow");
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Theory]
    [InlineData("signs out everywhere")]
    [InlineData("is locked")]
    [InlineData("gets another role")]
    [InlineData("gets other stores")]
    [InlineData("is deleted")]
    public async Task A_watcher_is_cut_off_when_she(string what)
    {
        using var watcher = await Browser.JoinAsync(_node, "glow", "chain_headquarters", "hq-" + what.Replace(' ', '-'));
        using var other = await Browser.JoinAsync(_node, "glow", "chain_headquarters", "other-" + what.Replace(' ', '-'));
        var staff = $"/v1/chains/glow/staff/{watcher.AccountId}";
        await using var hub = await WatchedHub.OpenAsync(watcher, "glow");
        await using var bystander = await WatchedHub.OpenAsync(other, "glow");
        await hub.UntilSnapshotAsync();
        await bystander.UntilSnapshotAsync();

        var answer = what switch
        {
            "signs out everywhere" => await watcher.DeleteAsync("/v1/account/sessions"),
            "is locked" => await _node.PostAsync($"{staff}/lock", ""),
            "gets another role" => await _node.PutAsync(staff, """{"role":"store_manager","stores":["bund"]}"""),
            "gets other stores" => await _node.PutAsync(staff, """{"role":"care_staff","stores":["soho"]}"""),
            _ => await _node.CallAsync(HttpMethod.Delete, staff),
        };
        Assert.InRange(answer.Status, 200, 204);

        await hub.UntilEndAsync();
        Assert.NotNull(await other.SessionAsync());
        var going = bystander.UntilEndAsync();
        (await _node.PostAsync("/v1/chains/glow/events", """[{"id":"v","type":"visit","member":"li"}]""")).Ok();
        Assert.False(going.IsCompleted);
    }

    [Theory]
    [InlineData("is ended")]
    [InlineData("is rotated, and the overlap is over")]
    public async Task A_program_is_cut_off_when_its_key(string what)
    {
        var made = (await _node.PostAsync("/v1/chains/glow/keys", """{"name":"wall","scopes":["see_board"]}""")).Ok();
        await using var hub = await WatchedHub.OpenAsync(_node.Address, "glow", (string)made["secret"]!);
        await hub.UntilSnapshotAsync();

        var key = $"/v1/chains/glow/keys/{made["key"]!["id"]}";
        var answer = what == "is ended" ? await _node.CallAsync(HttpMethod.Delete, key) : await _node.PostAsync($"{key}/rotate", """{"overlapHours":0}""");
        Assert.InRange(answer.Status, 200, 204);

        await hub.UntilEndAsync();
    }
}
