using Engagement.Hosting.Tests.Crash;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Demo;

/// <summary>The demonstration as somebody starts it who has just found the project.</summary>
public sealed class DemoStartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-demo-");

    [Fact]
    public async Task It_starts_in_an_empty_folder_says_how_to_sign_in_and_starts_again_over_what_it_left()
    {
        for (var start = 1; start <= 2; start++)
        {
            await using var server = await ServerProcess.StartAsync(
                "Engagement.Server", _folder, "demo", "urls=http://127.0.0.1:0", "Engagement:Demo:Members=40");

            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/chains");
            var chains = (await Answer.OfAsync(server.Client, request)).Ok()["items"]!.AsArray();
            Assert.Single(chains);
            Assert.Contains("#code=", server.Logged, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(_folder.FullName, "data", "demo", "demo.db")));
            // Killed, so that the next start finds whatever a crash leaves behind.
            await server.KillAsync();
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
