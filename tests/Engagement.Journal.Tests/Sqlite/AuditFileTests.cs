using Engagement.Journal.Audit;
using Engagement.Journal.Tests.Suite;
using Microsoft.Data.Sqlite;

namespace Engagement.Journal.Tests.Sqlite;

/// <summary>The file itself refuses to have its audit trail changed.</summary>
public sealed class AuditFileTests : IDisposable
{
    private readonly TemporaryFile _file = new();

    [Theory]
    [InlineData("UPDATE audit SET entry = '{}'")]
    [InlineData("UPDATE audit SET hash = ''")]
    [InlineData("DELETE FROM audit")]
    [InlineData("DELETE FROM audit WHERE number = 2")]
    public async Task What_was_entered_is_neither_changed_nor_deleted(string sql)
    {
        using var store = _file.Store();
        var record = new AuditRecord(Glow.Id, Glow.At("2026-03-01"), "ann", null, "getMember", "m", "200", null);
        await store.Audit.AppendAsync([record, record], TestContext.Current.CancellationToken);

        Assert.Throws<SqliteException>(() => _file.Run(sql));

        Assert.Equal(2, (await store.Audit.HeadAsync(Glow.Id, TestContext.Current.CancellationToken)).Number);
    }

    public void Dispose() => _file.Dispose();
}
