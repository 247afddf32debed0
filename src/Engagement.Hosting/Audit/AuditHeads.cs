using System.Globalization;
using System.Text;
using System.Text.Json;
using Engagement.Journal;
using Engagement.Journal.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Audit;

/// <summary>
/// Writes down, outside the database, how far each trail has come: who rewrites a whole trail there, with hashes that fit each
/// other, does not fit these.
/// </summary>
public sealed partial class AuditHeads(
    IAuditEntries entries, IConfiguration configuration, TimeProvider time, IOptions<AuditOptions> options, ILogger<AuditHeads> logger)
    : BackgroundService
{
    private readonly Dictionary<string, long> _written = new(StringComparer.Ordinal);

    /// <summary>The file.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(
        options.Value.HeadsFile
        ?? System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(configuration["Engagement:KeyFolder"] ?? "data/keys"))!, "audit-heads.ndjson"));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(options.Value.HeadsEvery, time, stoppingToken).ConfigureAwait(false);
                await WriteAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await WriteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Appends the heads that have moved since the last time.</summary>
    internal async Task WriteAsync()
    {
        try
        {
            var moved = (await entries.HeadsAsync(CancellationToken.None).ConfigureAwait(false))
                .Where(head => _written.GetValueOrDefault(AuditFormat.NameOf(head.Trail)) != head.Number).ToList();
            if (moved.Count == 0)
                return;
            var now = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            var lines = moved.Select(head => JsonSerializer.Serialize(
                new { time = now, trail = AuditFormat.NameOf(head.Trail), number = head.Number, hash = head.Hash }) + "\n");
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            await File.AppendAllTextAsync(Path, string.Concat(lines), new UTF8Encoding(false)).ConfigureAwait(false);
            foreach (var head in moved)
                _written[AuditFormat.NameOf(head.Trail)] = head.Number;
        }
        catch (Exception exception) when (exception is JournalUnavailableException or IOException or UnauthorizedAccessException)
        {
            NotWritten(exception, Path);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The heads of the audit trails could not be written to '{Path}'")]
    private partial void NotWritten(Exception exception, string path);
}
