using Engagement.Cli.Tests.Server;

namespace Engagement.Cli.Tests;

/// <summary>Runs <c>engage</c> as a user would, against a server on a socket, with files in a directory of its own.</summary>
public abstract class EngageTest : IAsyncLifetime
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("engage-");

    private protected TestServer Server { get; private set; } = null!;

    private protected ImpatientTime Time { get; } = new();

    private protected CancellationTokenSource Stop { get; set; } = new();

    private protected Dictionary<string, string> Environment { get; } = [];

    private protected Stream Input { get; set; } = Stream.Null;

    public async ValueTask InitializeAsync()
    {
        Server = await TestServer.StartAsync();
        Environment["ENGAGEMENT_SERVER"] = Server.Address;
        Environment["ENGAGEMENT_KEY"] = TestServer.Key;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Stop.Dispose();
        directory.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected string PathOf(string name) => Path.Combine(directory.FullName, name);

    private protected string Write(string name, params string[] lines)
    {
        File.WriteAllText(PathOf(name), string.Join('\n', lines) + "\n");
        return PathOf(name);
    }

    private protected async Task<Ended> EngageAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = new Terminal
        {
            Output = output,
            Error = error,
            Screen = Terminal.ScreenOver(output),
            ProgressScreen = Terminal.ScreenOver(error),
            OpenInput = () => Input,
            Environment = name => Environment.GetValueOrDefault(name),
            Time = Time,
        };
        var exitCode = await CommandLine.RunAsync(arguments, terminal, Stop.Token);
        return new Ended(exitCode, output.ToString(), error.ToString());
    }

    private protected Task<Ended> ImportAsync(string file, params string[] more) => EngageAsync(
        ["import", file, "--chain", "shop", "--map", "member=member,at=date,amount=amount", "--type", "purchase", .. more]);

    private protected static string[] Purchases(int count, int from = 1) =>
        [.. Enumerable.Range(from, count).Select(n => $"m{n},2024-01-01,{n}.50")];

    private protected static void AssertCounts(Ended ended, params long[] expected) =>
        Assert.Equal(expected, ended.Counts);

    /// <summary>How a run ended.</summary>
    private protected sealed record Ended(int ExitCode, string Output, string Error)
    {
        /// <summary>Rows read, accepted, duplicates, rejected, unreadable.</summary>
        public long[] Counts =>
        [
            .. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => long.Parse(line.Split(' ')[^1].Trim().Replace(",", "", StringComparison.Ordinal), null)),
        ];
    }
}
