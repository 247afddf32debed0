using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Engagement.Hosting.Audit;
using Engagement.Hosting.Tests.Node;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Tests.Audit;

/// <summary>Whoever owns the file can change what is in it, and is found out by <c>engage audit verify</c>.</summary>
public sealed class AuditTamperingTests : IAsyncLifetime
{
    private const string Unlock = "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted;";

    private string _file = "";
    private string _heads = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TestNode Node { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Node = await TestNode.StartAsync();
        await Node.OpenChainAsync("glow");
        for (var member = 0; member < 10; member++)
            await Node.GetAsync($"/v1/chains/glow/members/m{member}");
        _file = Node.Services.GetRequiredService<IConfiguration>().GetConnectionString("Engagement")!;
        _heads = Node.Services.GetRequiredService<AuditHeads>().Path;
        await Node.RestartAsync();
    }

    public ValueTask DisposeAsync() => Node.DisposeAsync();

    [Fact]
    public async Task A_trail_that_nobody_touched_is_whole_and_fits_the_heads()
    {
        var (code, told) = await VerifyAsync("--heads", _heads);

        Assert.True(code == 0, told);
        Assert.Contains("trail of glow", told, StringComparison.Ordinal);
        Assert.Contains("the system's trail", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE audit SET entry = replace(entry, 'm5', 'm6') WHERE trail = 'glow' AND subject = 'm5'")]
    [InlineData("DELETE FROM audit WHERE trail = 'glow' AND number = 5")]
    [InlineData("UPDATE audit SET hash = substr(hash, 2) || '0' WHERE trail = 'glow' AND number = 5")]
    [InlineData("UPDATE audit SET number = number + 100 WHERE trail = 'glow' AND number > 5")]
    public async Task A_changed_or_missing_entry_is_found(string sql)
    {
        await TamperAsync(connection => Run(connection, Unlock + sql));

        var (code, told) = await VerifyAsync("--chain", "glow");

        Assert.Equal(1, code);
        Assert.Contains("BROKEN at entry", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trail_rewritten_as_a_whole_fits_itself_and_not_the_heads_that_were_kept()
    {
        await TamperAsync(connection =>
        {
            Run(connection, Unlock);
            Rewrite(connection);
        });

        Assert.Equal(0, (await VerifyAsync("--chain", "glow")).Code);
        var (code, told) = await VerifyAsync("--chain", "glow", "--heads", _heads);

        Assert.Equal(1, code);
        Assert.Contains("rewritten since", told, StringComparison.Ordinal);
    }

    private async Task TamperAsync(Action<SqliteConnection> tamper)
    {
        await Node.StopAsync();
        using (var connection = new SqliteConnection(_file + ";Pooling=False"))
        {
            connection.Open();
            tamper(connection);
        }

        await Node.StartAgainAsync();
    }

    // As one would who knows how the hashes are made.
    private static void Rewrite(SqliteConnection connection)
    {
        var entries = new List<(long Number, string Entry)>();
        using (var read = Command(connection, "SELECT number, entry FROM audit WHERE trail = 'glow' ORDER BY number"))
        using (var rows = read.ExecuteReader())
        {
            while (rows.Read())
                entries.Add((rows.GetInt64(0), rows.GetString(1)));
        }

        var before = new string('0', 64);
        foreach (var (number, entry) in entries)
        {
            var forged = entry.Replace("\"m5\"", "\"m6\"", StringComparison.Ordinal);
            before = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + "\n" + forged)));
            using var write = Command(connection, "UPDATE audit SET entry = $entry, hash = $hash WHERE trail = 'glow' AND number = $number");
            write.Parameters.AddWithValue("$entry", forged);
            write.Parameters.AddWithValue("$hash", before);
            write.Parameters.AddWithValue("$number", number);
            write.ExecuteNonQuery();
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

#pragma warning disable CA2100 // The SQL is these tests' own.
    private static SqliteCommand Command(SqliteConnection connection, string sql) => new(sql, connection);
#pragma warning restore CA2100

    private async Task<(int Code, string Told)> VerifyAsync(params string[] arguments)
    {
        using var engage = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "engage.dll"), "audit", "verify", "--server", Node.Address.ToString(), "--key", TestNode.Key, .. arguments,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = engage.StandardError.ReadToEndAsync(Cancel);
        var told = await engage.StandardOutput.ReadToEndAsync(Cancel);
        await engage.WaitForExitAsync(Cancel);
        return (engage.ExitCode, told + await error);
    }
}
