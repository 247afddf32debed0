using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Engagement.Tests.Shared.Postgres;

/// <summary>
/// A PostgreSQL server of one's own in a temporary folder, reachable from this machine only and gone afterwards. Nothing is
/// downloaded: it is made from the programs that the machine has.
/// </summary>
public sealed class ThrowawayPostgres : IAsyncLifetime
{
    private static readonly string[] UsualPlaces =
    [
        .. Enumerable.Range(15, 6).Reverse().Select(version => $"/usr/lib/postgresql/{version}/bin"),
        "/usr/pgsql/bin", "/opt/homebrew/bin", "/usr/local/bin", "/usr/bin",
    ];

    private readonly int _port = FreePort();
    private DirectoryInfo? _folder;
    private string? _programs;
    private int _databases;

    /// <summary>Settings beyond those of every throw-away server, such as <c>max_connections=300</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    public async ValueTask InitializeAsync()
    {
        _programs = Environment.GetEnvironmentVariable("POSTGRES_PROGRAMS") is { Length: > 0 } named
            ? named
            : UsualPlaces.FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")));
        if (_programs is null)
            return;
        _folder = Directory.CreateTempSubdirectory("engagement-postgres-");
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", _folder.FullName);
        await RunAsServerAsync("initdb", "--pgdata", Data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        await StartServerAsync();
    }

    /// <summary>How to reach a new, empty database on this server.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        if (_programs is null)
            Missing.Because("There is no PostgreSQL 15 or newer here: install it, or name the folder of its programs in POSTGRES_PROGRAMS.");
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres") + ";Pooling=false");
#pragma warning disable CA2100 // The name is made of a number.
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
#pragma warning restore CA2100
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Ends the server; whoever is connected is cut off. What was committed stays.</summary>
    public Task StopServerAsync() =>
        RunAsServerAsync("pg_ctl", "stop", "--pgdata", Data, "--mode=immediate", "--wait", "--silent");

    /// <summary>Starts the server again on the same port and data.</summary>
    public Task StartServerAsync()
    {
        string[] settings =
        [
            "listen_addresses=127.0.0.1", "unix_socket_directories=", $"port={_port}", "max_connections=200",
            // The machine does not go down in a test; what a server that is killed has written is kept all the same.
            "fsync=off", .. Settings,
        ];
        return RunAsServerAsync(
            "pg_ctl", "start", "--pgdata", Data, "--wait", "--silent", "--log", Path.Combine(_folder!.FullName, "log"),
            "--options", string.Join(' ', settings.Select(setting => $"-c {setting}")));
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is null)
            return;
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            await StopServerAsync();
        _folder.Delete(recursive: true);
    }

    private string Data => Path.Combine(_folder!.FullName, "data");

    private string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database}");

    // PostgreSQL refuses to run as root.
    private Task RunAsServerAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(_programs!, program), .. arguments])
        : RunAsync(Path.Combine(_programs!, program), arguments);

    private async Task RunAsync(string program, params string[] arguments)
    {
        // Output goes to a file: a server that is left running would keep a pipe open for ever.
        var output = Path.Combine(Path.GetTempPath(), $"engagement-{Guid.NewGuid():N}.log");
        try
        {
            using var process = Process.Start(new ProcessStartInfo(
                "/bin/sh", ["-c", "out=$1; shift; exec \"$@\" > \"$out\" 2>&1 < /dev/null", "sh", output, program, .. arguments])
            {
                WorkingDirectory = Path.GetTempPath(),
            })!;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{await File.ReadAllTextAsync(output)}");
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
