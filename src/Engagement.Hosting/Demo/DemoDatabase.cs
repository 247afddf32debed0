using Microsoft.Extensions.Configuration;

namespace Engagement.Hosting.Demo;

/// <summary>
/// The demonstration's own database file. It is made anew at each start; a database that somebody configured is used as it
/// is, and nothing in it is ever deleted.
/// </summary>
public sealed class DemoDatabase(IConfiguration configuration) : IDisposable
{
    internal const string File = "data/demo/demo.db";

    /// <summary>Where the demonstration's messages go.</summary>
    internal const string Messages = "data/demo/messages.ndjson";

    /// <summary>Who was erased in it, and how far its trails came: they begin anew with it.</summary>
    internal const string Erasures = "data/demo/erasures.log";

    internal const string AuditHeads = "data/demo/audit-heads.ndjson";

    internal const string ConnectionString = $"Data Source={File}";

    private FileStream? _lock;

    /// <summary>Deletes what an earlier demonstration left.</summary>
    /// <exception cref="IOException">Another demonstration is using it.</exception>
    public void ClearAway()
    {
        if (configuration.GetConnectionString("Engagement") != ConnectionString || _lock is not null)
            return;
        var file = Path.GetFullPath(File);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        _lock = Lock(file);
        foreach (var part in (ReadOnlySpan<string>)[file, file + "-wal", file + "-shm", Messages, Erasures, AuditHeads])
            System.IO.File.Delete(Path.GetFullPath(part));
    }

    // Kept for as long as this process lives: deleting a file in use would pull it from under the other demonstration.
    private static FileStream Lock(string file)
    {
        try
        {
            return new(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new IOException(
                $"another demonstration is running on '{file}'; start this one in another folder.", exception);
        }
    }

    public void Dispose() => _lock?.Dispose();
}
