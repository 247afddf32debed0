using System.Diagnostics;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Crash;

/// <summary>A server as it is shipped, in a process of its own that can be killed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    private ServerProcess(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    public HttpClient Client { get; private set; } = null!;

    /// <summary>All it has logged so far.</summary>
    public string Logged
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <summary>Starts a program that lies beside the tests; settings are written as on the command line.</summary>
    public static async Task<ServerProcess> StartAsync(string program, DirectoryInfo folder, params IEnumerable<string> settings)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, $"{program}.dll"),
            $"--Engagement:KeyFolder={Path.Combine(folder.FullName, "keys")}",
            $"--Engagement:Bootstrap:ApiKey={TestNode.Key}",
            .. settings.Select(setting => "--" + setting),
        ];
        var server = new ServerProcess(Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
        var address = await server._address.Task.WaitAsync(TestContext.Current.CancellationToken);
        server.Client = new() { BaseAddress = address, DefaultRequestHeaders = { Authorization = new("Bearer", TestNode.Key) } };
        return server;
    }

    /// <summary>As by <c>kill -9</c>: it gets to do nothing more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>As by <c>kill</c>: it drains and ends. Returns its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        await _reading;
        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader output)
    {
        const string Listening = "Now listening on: ";
        while (await output.ReadLineAsync() is { } line)
        {
            lock (_output)
                _output.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var place)
                _address.TrySetResult(new(line[(place + Listening.Length)..].Trim()));
        }

        lock (_output)
            _address.TrySetException(new InvalidOperationException($"The server ended:\n{string.Join('\n', _output)}"));
    }
}
