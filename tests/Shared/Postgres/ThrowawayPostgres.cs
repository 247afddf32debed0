namespace Engagement.Tests.Shared.Postgres;

/// <summary>A PostgreSQL server for tests: each takes a database of its own, or skips where there is no PostgreSQL.</summary>
public sealed class ThrowawayPostgres : IAsyncLifetime
{
    private PostgresServer? _server;

    private PostgresServer Server
    {
        get
        {
            if (_server is null)
                Missing.Because("There is no PostgreSQL 15 or newer here: install it, or name the folder of its programs in POSTGRES_PROGRAMS.");
            return _server;
        }
    }

    public async ValueTask InitializeAsync()
    {
        // The machine does not go down in a test; what a server that is killed has written is kept all the same.
        if (PostgresServer.Programs is { } programs)
            _server = await PostgresServer.StartAsync(programs, "fsync=off");
    }

    /// <summary>How to reach a new, empty database on this server.</summary>
    public Task<string> CreateDatabaseAsync() => Server.CreateDatabaseAsync();

    /// <summary>The folder of the server's files.</summary>
    public string Data => Server.Data;

    /// <summary>Ends the server; whoever is connected is cut off. What was committed stays.</summary>
    public Task StopServerAsync() => Server.StopAsync();

    /// <summary>Starts the server again on the same port and data.</summary>
    public Task StartServerAsync() => Server.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
