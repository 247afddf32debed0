using Engagement.Domain.Time;
using Engagement.Journal.Postgres;
using Engagement.Tests.Shared.Postgres;

namespace Engagement.Bench.Postgres;

/// <summary>Durable commands a second through the embedded engine over PostgreSQL on this machine, and what pgbench makes of the same rows.</summary>
public sealed record PostgresCommands(CommandLoad Embedded, CommandLoad InTens, double OneATransaction, double WithoutGaps)
{
    public static async Task<PostgresCommands> MeasureAsync(PostgresServer server, int members, int callers, TimeSpan time)
    {
        ArgumentNullException.ThrowIfNull(server);
        var start = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow) - TimeSpan.FromDays(2);
        var database = await server.CreateDatabaseAsync();
        CommandLoad embedded, inTens;
        using (var node = new EmbeddedNode(new PostgresStore(new() { ConnectionString = database })))
        {
            await CommandLoad.RunAsync(_ => node.Members, "warm", members, callers, 1, time / 3, start);
            embedded = await CommandLoad.RunAsync(_ => node.Members, "many", members, callers, 1, time, start + TimeSpan.FromHours(8));
            inTens = await CommandLoad.RunAsync(_ => node.Members, "tens", members, callers / 10, 10, time, start + TimeSpan.FromHours(16));
        }

        var oneATransaction = await Pgbench.RunAsync(server, database, members, keepsHead: false, time);
        var withoutGaps = await Pgbench.RunAsync(server, database, members, keepsHead: true, time);
        return new(embedded, inTens, oneATransaction, withoutGaps);
    }
}
