using Engagement.Cli.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Engagement.Cli.Tests.Keys;

public sealed class KeyTests : EngageTest
{
    private const string Till =
        """{"id":"k1","name":"tills","scopes":["record_acts","see_chain"],"stores":["bund"],"createdAt":"2026-01-01T00:00:00Z","createdBy":"boss","expiresAt":"2027-01-01T00:00:00Z","endedAt":null,"lastUsedAt":null}""";

    [Fact]
    public async Task Keys_are_listed_with_what_they_may_and_until_when()
    {
        Answer("/v1/chains/shop/keys", $$"""{"items":[{{Till}}]}""");

        var ended = await EngageAsync("key", "list", "--chain", "shop");

        Assert.Equal((ExitCode.Done, "k1  tills  record_acts see_chain  at bund  until 2027-01-01  never used\n"), (ended.ExitCode, ended.Output));
    }

    [Fact]
    public async Task A_key_that_is_made_shows_its_secret_once_and_says_so()
    {
        Answer("/v1/chains/shop/keys", $$"""{"key":{{Till}},"secret":"engk_abc","oldSecretUntil":null}""");

        var ended = await EngageAsync("key", "make", "tills", "--scope", "record_acts", "--scope", "see_chain", "--store", "bund", "--chain", "shop");

        Assert.Equal((ExitCode.Done, "k1  tills  until 2027-01-01\nengk_abc\nKeep the secret now: it is never shown again.\n"), (ended.ExitCode, ended.Output));
    }

    [Fact]
    public async Task A_rotated_key_says_how_long_the_old_secret_is_good()
    {
        Answer("/v1/chains/shop/keys/k1/rotate", $$"""{"key":{{Till}},"secret":"engk_new","oldSecretUntil":"2026-05-02T03:00:00Z"}""");

        var ended = await EngageAsync("key", "rotate", "k1", "--overlap-hours", "3", "--chain", "shop");

        Assert.EndsWith("engk_new\nKeep the secret now: it is never shown again. The old one is good until 2026-05-02 03:00Z.\n", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_a_key_is_told()
    {
        var ended = await EngageAsync("key", "end", "k1", "--chain", "shop");

        Assert.Equal((ExitCode.Done, "The key has ended.\n"), (ended.ExitCode, ended.Output));
        Assert.Equal(["/v1/chains/shop/keys/k1"], Server.Deletes);
    }

    [Fact]
    public async Task Why_a_key_is_not_made_is_told()
    {
        Server.Answers["/v1/chains/shop/keys"] = () => TestServer.Problem(409, "There is a key of this name", "End or rotate that one, or take another name.", "key_exists");

        var ended = await EngageAsync("key", "make", "tills", "--scope", "see_chain", "--chain", "shop");

        Assert.Equal((ExitCode.Failed, "There is a key of this name: End or rotate that one, or take another name. [key_exists]\n"), (ended.ExitCode, ended.Error));
    }

    private void Answer(string path, string body) => Server.Answers[path] = () => Results.Text(body, "application/json");
}
