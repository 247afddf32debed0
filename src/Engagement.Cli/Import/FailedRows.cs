using System.Globalization;
using System.Text;
using CsvHelper;

namespace Engagement.Cli.Import;

/// <summary>
/// The file of rows that did not become events: where, why, and the row itself, so that it can be mended and imported
/// with the same mapping. It comes into being with the first such row.
/// </summary>
internal sealed class FailedRows : IDisposable
{
    public const string LineColumn = "failed_line";
    public const string CodeColumn = "failed_code";
    public const string WhyColumn = "failed_why";

    /// <summary>Keeps the row's id through mending, so that a mended row is never taken for an equal one of the file.</summary>
    public const string IdColumn = "failed_id";

    private static readonly string[] OwnColumns = [LineColumn, CodeColumn, WhyColumn, IdColumn];

    private readonly string wantedPath;
    private readonly IReadOnlyList<string> header;
    private readonly char delimiter;
    private readonly Encoding encoding;
    private FileStream? file;
    private CsvWriter? writer;

    public FailedRows(string path, IReadOnlyList<string> header, char delimiter, Encoding encoding)
    {
        wantedPath = path;
        this.header = header;
        this.delimiter = delimiter;
        this.encoding = encoding;
    }

    /// <summary>The file; null as long as no row failed.</summary>
    public string? Path => file?.Name;

    public long Length => file?.Length ?? 0;

    /// <summary>Goes on with the file of a run that was cut, without what that run wrote after its last checkpoint.</summary>
    /// <returns>Whether the file is still there as it was left.</returns>
    public bool TryContinue(string path, long length)
    {
        if (!File.Exists(path) || new FileInfo(path).Length < length)
            return false;
        file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        file.SetLength(length);
        file.Seek(0, SeekOrigin.End);
        writer = WriterOver(file);
        return true;
    }

    /// <summary>Writes the rows and sees them to the disk.</summary>
    public void Append(IEnumerable<FailedRow> rows)
    {
        foreach (var failed in rows)
        {
            var csv = writer ?? Create();
            csv.WriteField(failed.Row.Line.ToString(CultureInfo.InvariantCulture));
            csv.WriteField(failed.Code);
            csv.WriteField(failed.Why);
            csv.WriteField(failed.Id);
            for (var i = 0; i < Math.Max(failed.Row.Fields.Length, header.Count); i++)
            {
                if (i >= header.Count || !IsOwn(header[i]))
                    csv.WriteField(i < failed.Row.Fields.Length ? failed.Row.Fields[i] : "");
            }

            csv.EndRecord();
        }

        writer?.Flush();
        file?.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        writer?.Dispose();
        file?.Dispose();
    }

    // A failed file that is imported and fails again has these columns already.
    private static bool IsOwn(string column) => OwnColumns.Contains(column.Trim(), StringComparer.OrdinalIgnoreCase);

    private CsvWriter Create()
    {
        file = new FileStream(FreePath(), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        writer = WriterOver(file);
        foreach (var column in OwnColumns.Concat(header.Where(column => !IsOwn(column))))
            writer.WriteField(column);
        writer.EndRecord();
        return writer;
    }

    // Someone may be mending the file of an earlier import: it is never written over.
    private string FreePath()
    {
        var path = wantedPath;
        for (var number = 2; File.Exists(path); number++)
            path = System.IO.Path.ChangeExtension(wantedPath, $"{number}{System.IO.Path.GetExtension(wantedPath)}");
        return path;
    }

    private CsvWriter WriterOver(FileStream stream) => CsvWriter.Create(
        new StreamWriter(stream, encoding, leaveOpen: true) { AutoFlush = true },
        new CsvWriterOptions { Separator = delimiter, NewLine = "\n", ValidateFieldCount = false },
        leaveOpen: false);
}
