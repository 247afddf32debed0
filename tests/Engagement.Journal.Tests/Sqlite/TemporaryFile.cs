using Engagement.Journal.Sqlite;
using Engagement.Journal.Tests.Suite;
using Microsoft.Data.Sqlite;

namespace Engagement.Journal.Tests.Sqlite;

/// <summary>A database file in a folder of its own, gone when the test is over.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-journal-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "engagement.db");

    public string ConnectionString => $"Data Source={Path}";

    public SqliteStore Store(int? mostPages = null, TimeProvider? time = null) =>
        new(new() { ConnectionString = ConnectionString, MostPages = mostPages, CacheKibibytes = 2048 }, time);

    public OpenedStore Open(int? mostPages = null, TimeProvider? time = null)
    {
        var store = Store(mostPages, time);
        return new(store, () =>
        {
            store.Dispose();
            return ValueTask.CompletedTask;
        });
    }

    /// <summary>Runs SQL on the file as another program would.</summary>
    public void Run(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The SQL is this project's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>All bytes of the file and of what lies beside it.</summary>
    public byte[] Bytes() => [.. _folder.GetFiles().SelectMany(file =>
    {
        using var read = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[read.Length];
        read.ReadExactly(bytes);
        return bytes;
    })];

    public void Dispose() => _folder.Delete(recursive: true);
}
