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
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly string[] UsualPlaces =
    [
        .. Enumerable.Range(15, 6).Reverse().Select(version => $"/usr/lib/postgresql/{version}/bin"),
        "/usr/pgsql/bin", "/opt/homebrew/bin", "/usr/local/bin", "/usr/bin",
    ];

    /// <summary>What a server has that is meant to be fast on a small machine, and loses nothing.</summary>
    public static readonly string[] SettingsOfABench =
        ["shared_buffers=1GB", "max_wal_size=8GB", "checkpoint_timeout=15min", "wal_buffers=64MB", "wal_compression=lz4"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-postgres-");
    private readonly string _programs;
    private readonly string[] _settings;
    private int _databases;

    private PostgresServer(string programs, string[] settings)
    {
        _programs = programs;
        _settings = settings;
    }

    public int Port { get; } = FreePort();

    /// <summary>Where the programs of PostgreSQL 15 or newer are on this machine; null if there are none.</summary>
    public static string? Programs =>
        (Environment.GetEnvironmentVariable("POSTGRES_PROGRAMS") is { Length: > 0 } named ? [named] : UsualPlaces)
        .FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")));

    /// <summary>Starts a server from <paramref name="programs"/>, with settings such as <c>max_connections=300</c>.</summary>
    public static async Task<PostgresServer> StartAsync(string programs, params string[] settings)
    {
        var server = new PostgresServer(programs, settings);
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", server._folder.FullName);
        await server.RunAsServerAsync(
            "initdb", "--pgdata", server.Data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.StartAsync();
        return server;
    }

    /// <summary>How to reach a new, empty database on this server.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres") + ";Pooling=false");
#pragma warning disable CA2100 // The name is made of a number.
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
#pragma warning restore CA2100
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Ends the server; whoever is connected is cut off. What was committed stays.</summary>
    public Task StopAsync() =>
        RunAsServerAsync("pg_ctl", "stop", "--pgdata", Data, "--mode=immediate", "--wait", "--silent");

    /// <summary>Starts the server again on the same port and data.</summary>
    public Task StartAsync()
    {
        string[] settings =
        [
            "listen_addresses=127.0.0.1", "unix_socket_directories=", $"port={Port}", "max_connections=200", .. _settings,
        ];
        return RunAsServerAsync(
            "pg_ctl", "start", "--pgdata", Data, "--wait", "--silent", "--log", Path.Combine(_folder.FullName, "log"),
            "--options", string.Join(' ', settings.Select(setting => $"-c {setting}")));
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            await StopAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>The folder of the server's files.</summary>
    public string Data => Path.Combine(_folder.FullName, "data");

    private string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database}");

    // PostgreSQL refuses to run as root.
    private Task RunAsServerAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(_programs, program), .. arguments])
        : RunAsync(Path.Combine(_programs, program), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
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

    /// <summary>A port of this machine that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
