using System.Text;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Erasure;

/// <summary>What erasing a member does to her profile, and to whoever has it elsewhere (docs/security/erasure.md).</summary>
public sealed class ForgottenProfileTests : IAsyncLifetime
{
    private const string Joining =
        """[{"id":"j","type":"join","member":"anna","store":"bund","profile":{"name":"Annabel Zhou","phone":"+8613800138123","email":"annabel@example.com"}}]""";

    private TestNode _node = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync();
        await _node.OpenChainAsync("glow");
        Assert.Equal(1, (int)(await _node.PostAsync("/v1/chains/glow/events", Joining)).Ok()["accepted"]!);
        Assert.Equal("Annabel Zhou", (string?)(await _node.GetAsync("/v1/chains/glow/members/anna/profile")).Ok()["name"]);
    }

    public async ValueTask DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task Her_profile_is_gone_and_nobody_finds_her_by_it()
    {
        await EraseAsync();

        Assert.Null((string?)(await _node.GetAsync("/v1/chains/glow/members/anna/profile")).Ok()["name"]);
        foreach (var typed in new[] { "Annabel", "+8613800138123", "8123", "annabel@example.com" })
            Assert.Empty((await _node.PostAsync("/v1/chains/glow/members/search", $$"""{"q":"{{typed}}"}""")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task Her_profile_comes_back_by_no_call_and_by_no_repeat_of_what_brought_it()
    {
        await EraseAsync();

        (await _node.PutAsync("/v1/chains/glow/members/anna/profile", """{"name":"Annabel Zhou"}""")).Problem(409, "member_erased");
        (await _node.CallAsync(HttpMethod.Patch, "/v1/chains/glow/members/anna/profile", """{"name":"Annabel Zhou"}""")).Problem(409, "member_erased");
        var many = (await _node.PostAsync("/v1/chains/glow/profiles", """[{"member":"anna","profile":{"name":"Annabel Zhou"}}]""")).Ok();
        Assert.Equal("member_erased", (string?)many["rejected"]![0]!["code"]);
        Assert.Equal(1, (int)(await _node.PostAsync("/v1/chains/glow/events", Joining)).Ok()["duplicates"]!);
        Assert.Null((string?)(await _node.GetAsync("/v1/chains/glow/members/anna/profile")).Ok()["name"]);
    }

    [Fact]
    public async Task Her_contacts_must_not_be_used_any_more_whoever_brings_them()
    {
        await EraseAsync();

        var suppressed = (await _node.GetAsync("/v1/chains/glow/suppressions")).Ok()["items"]!.AsArray();
        Assert.Equal(["email", "phone"], suppressed.Select(each => (string)each!["kind"]!).Order(StringComparer.Ordinal));
        Assert.All(suppressed, each => Assert.Equal("erased", (string?)each!["reason"]));
    }

    [Fact]
    public async Task No_file_of_the_node_holds_her_name_her_phone_or_her_mail_address()
    {
        // The way she would be found in a house that wrote of her in every field there is.
        await _node.PostAsync("/v1/chains/glow/events", """[{"id":"v","type":"visit","member":"anna","store":"bund","note":"Annabel Zhou, 13800138123"}]""");
        await EraseAsync();
        await _node.StopAsync();

        var files = _node.Folder.GetFiles("*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.Name == "engagement.db");
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken);
            foreach (var word in new[] { "Annabel", "13800138123", "annabel@" })
            {
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) < 0, $"{file.Name} holds {word}");
                Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)) < 0, $"{file.Name} holds {word} in UTF-16");
            }
        }

        await _node.RestartAsync();
    }

    private async Task EraseAsync()
    {
        Assert.Equal(202, (await _node.PostAsync("/v1/chains/glow/members/anna/erasure", "{}")).Status);
        await Eventually.HoldsAsync(
            async () => (await _node.GetAsync("/v1/chains/glow/members/anna/erasure")).Ok(), (JsonNode erasure) => (string?)erasure["state"] == "done", "she is erased");
    }
}
