using Engagement.Journal.Audit;
using Engagement.Journal.Postgres;
using Engagement.Journal.Tests.Suite;
using Npgsql;

namespace Engagement.Journal.Tests.Postgres;

/// <summary>What a trail in a database that nodes share has to stand.</summary>
public sealed class AuditTableTests(ThrowawayPostgres server)
{
    private static readonly AuditRecord Looked = new(Glow.Id, Glow.At("2026-03-01"), "ann", null, "getMember", "m", "200", null);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE audit SET entry = '{}'")]
    [InlineData("DELETE FROM audit WHERE number = 2")]
    [InlineData("TRUNCATE audit")]
    public async Task What_was_entered_is_neither_changed_nor_deleted(string sql)
    {
        var database = await server.CreateDatabaseAsync();
        await using var store = new PostgresStore(new() { ConnectionString = database });
        await store.Audit.AppendAsync([Looked, Looked], Cancel);

        await Assert.ThrowsAsync<PostgresException>(() => Sql.RunAsync(database, sql));

        Assert.Equal(2, (await store.Audit.HeadAsync(Glow.Id, Cancel)).Number);
    }

    [Fact]
    public async Task Two_nodes_that_write_at_once_make_one_trail()
    {
        var database = await server.CreateDatabaseAsync();
        await using var one = new PostgresStore(new() { ConnectionString = database });
        await using var other = new PostgresStore(new() { ConnectionString = database });

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(
            () => (number % 2 == 0 ? one : other).Audit.AppendAsync([Looked with { Trail = number % 3 == 0 ? null : Glow.Id }, Looked], Cancel).AsTask(),
            Cancel)));

        var trail = await one.Audit.ListAsync(Glow.Id, new(0, 1000), Cancel);
        Assert.Equal(Enumerable.Range(1, 100).Select(number => (long)number), trail.Select(entry => entry.Number));
        var before = AuditFormat.FirstHash;
        foreach (var entry in trail)
        {
            Assert.Equal(AuditFormat.Hash(before, entry.Entry), entry.Hash);
            before = entry.Hash;
        }
    }
}
