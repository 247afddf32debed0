using System.Text;
using System.Text.Json;
using Engagement.Hosting.Tests.Node;
using Microsoft.Data.Sqlite;

namespace Engagement.Hosting.Tests.Crash;

/// <summary>
/// However a server ends while it forgets members, each is forgotten in the end, and no byte of them is left in any file or log
/// (docs/security/erasure.md).
/// </summary>
public sealed class KilledWhileErasingTests(ThrowawayPostgres postgres) : IAsyncDisposable
{
    private const int Members = 30;

    private static readonly JsonSerializerOptions Brief = new()
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-erasing-");
    private readonly StringBuilder _logged = new();

    private string Database => Path.Combine(_folder.FullName, "engagement.db");

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task With_a_file_no_byte_is_left_in_it_beside_it_or_in_the_log()
    {
        await EraseAsync(kills: 4, $"ConnectionStrings:Engagement=Data Source={Database}");

        foreach (var file in _folder.GetFiles("*", SearchOption.AllDirectories))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken)).AsSpan().IndexOf("secret-of-"u8));
    }

    [Fact]
    public async Task With_a_database_no_byte_is_left_in_its_tables()
    {
        var database = await postgres.CreateDatabaseAsync();

        await EraseAsync(kills: 2, "Engagement:Database=postgres", $"ConnectionStrings:Engagement={database}");

        var name = new Npgsql.NpgsqlConnectionStringBuilder(database).Database!;
        await using var source = Npgsql.NpgsqlDataSource.Create(database);
        await using (var checkpoint = source.CreateCommand("CHECKPOINT"))
            await checkpoint.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var ask = source.CreateCommand("SELECT oid::int FROM pg_database WHERE datname = $1");
        ask.Parameters.AddWithValue(name);
        var number = (int)(await ask.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        foreach (var file in Directory.GetFiles(Path.Combine(postgres.Data, "base", $"{number}")))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).AsSpan().IndexOf("secret-of-"u8));
    }

    [Fact]
    public async Task A_restored_backup_brings_nobody_back()
    {
        string[] settings = [$"ConnectionStrings:Engagement=Data Source={Database}"];
        var server = await StartAsync(settings);
        await TellAsync(server);
        Assert.Equal(0, await server.TerminateAsync());
        await server.DisposeAsync();
        var backup = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);
        Assert.NotEqual(-1, backup.AsSpan().IndexOf("secret-of-7."u8));
        server = await StartAsync(settings);
        await AskAsync(server, 7);
        await DoneAsync(server, 7);
        Assert.Equal(0, await server.TerminateAsync());
        await server.DisposeAsync();

        await File.WriteAllBytesAsync(Database, backup, TestContext.Current.CancellationToken);
        await using (server = await StartAsync(settings))
        {
            await DoneAsync(server, 7);
            var erased = (await Traffic.CallAsync(server.Client, HttpMethod.Get, $"{Traffic.Path}/members/m7")).Ok();
            Assert.True((bool)erased["erased"]!);
            Assert.Equal(0, await server.TerminateAsync());
        }

        var restored = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);
        Assert.Equal(-1, restored.AsSpan().IndexOf("secret-of-7."u8));
        Assert.NotEqual(-1, restored.AsSpan().IndexOf("secret-of-8."u8));
    }

    private async Task EraseAsync(int kills, params string[] settings)
    {
        var server = await StartAsync(settings);
        await TellAsync(server);
        for (var kill = 0; kill <= kills; kill++)
        {
            for (var member = kill; member < Members; member += kills + 1)
                await AskAsync(server, member);
            if (kill < kills)
            {
                await server.KillAsync();
                _logged.Append(server.Logged);
                await server.DisposeAsync();
                server = await StartAsync(settings);
            }
        }

        for (var member = 0; member < Members; member++)
            await DoneAsync(server, member);
        Assert.Equal(0, await server.TerminateAsync());
        await server.DisposeAsync();
        _logged.Append(server.Logged);
        Assert.DoesNotContain("secret-of-", _logged.ToString(), StringComparison.Ordinal);
    }

    private static async Task TellAsync(ServerProcess server)
    {
        (await Traffic.CallAsync(server.Client, HttpMethod.Put, Traffic.Path, """{"name":"Glow"}""")).Ok();
        var items = Enumerable.Range(0, Members).SelectMany(number => Enumerable.Range(0, 20).Select(act => new
        {
            id = $"m{number}-{act}",
            type = act == 0 ? "tag" : act == 1 ? "complaint" : "purchase",
            member = $"m{number}",
            amount = act < 2 ? (decimal?)null : 10m + act,
            name = act == 0 ? $"secret-of-{number}. a tag" : null,
            items = act < 2 ? null : new[] { new { category = "skin", label = $"secret-of-{number}. cream" } },
            note = $"secret-of-{number}. {new string('x', 50 * act)}",
        }));
        var taken = (await Traffic.CallAsync(server.Client, HttpMethod.Post, $"{Traffic.Path}/events", JsonSerializer.Serialize(items, Brief))).Ok();
        Assert.Empty(taken["rejected"]!.AsArray());
    }

    private static async Task AskAsync(ServerProcess server, int member)
    {
        var answer = await Traffic.CallAsync(server.Client, HttpMethod.Post, $"{Traffic.Path}/members/m{member}/erasure", """{"reason":"member_request"}""");
        Assert.Equal(202, answer.Status);
    }

    private static Task DoneAsync(ServerProcess server, int member) => Eventually.HoldsAsync(
        async () => await Traffic.CallAsync(server.Client, HttpMethod.Get, $"{Traffic.Path}/members/m{member}/erasure"),
        answer => (string?)answer.Body?["state"] == "done",
        $"m{member} is forgotten");

    private Task<ServerProcess> StartAsync(string[] settings) => ServerProcess.StartAsync(
        "Engagement.Server", _folder, ["urls=http://127.0.0.1:0", "Engagement:Erasure:Lease=00:00:30", "Engagement:Errands:Lease=00:00:10", .. settings]);
}
