using System.Text;
using CsvHelper;

namespace Engagement.Cli.Import;

/// <summary>Reads the rows of a CSV file one after the other, however large it is.</summary>
internal sealed class RowSource : IDisposable
{
    /// <summary>A longer row is taken for a quote that was never closed, which would swallow the rest of the file.</summary>
    public const int LargestRow = 4 * 1024 * 1024;

    private const int BufferSize = 256 * 1024;

    private readonly CsvReader reader;
    private CsvMalformedRecord? malformed;

    /// <param name="stream">The file; it is closed with this source.</param>
    /// <param name="encoding">Null for UTF-8, or what the byte order mark says.</param>
    /// <param name="delimiter">Null to find out from the first lines.</param>
    public RowSource(Stream stream, Encoding? encoding, char? delimiter)
    {
        reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = delimiter,
            Encoding = encoding,
            TrackLineNumbers = true,
            MaxRecordSize = LargestRow,
            BufferSize = BufferSize,
            OnMalformedRecord = record => malformed = record,
        });
    }

    /// <summary>The names of the columns; empty when the file is.</summary>
    public IReadOnlyList<string> Header => reader.Headers;

    public char Delimiter => reader.Separator;

    /// <summary>Where the row read last starts, in bytes of UTF-8.</summary>
    public long Position => reader.ByteOffset;

    /// <exception cref="CsvFormatException">A row is larger than <see cref="LargestRow"/>.</exception>
    public IEnumerable<SourceRow> Rows()
    {
        malformed = null;
        while (reader.Read())
        {
            var fields = new string[reader.FieldCount];
            for (var i = 0; i < fields.Length; i++)
                fields[i] = reader.GetString(i);
            yield return new SourceRow(reader.RowNumber, reader.LineNumber, fields, Describe(malformed));
            malformed = null;
        }
    }

    public void Dispose() => reader.Dispose();

    private static string? Describe(CsvMalformedRecord? record) => record?.Reason switch
    {
        null => null,
        CsvMalformedReason.StrayQuote => "a quote stands inside an unquoted field",
        CsvMalformedReason.TextAfterClosingQuote => "text follows a closing quote",
        CsvMalformedReason.UnterminatedQuote => "a quote is never closed, so everything to the end of the file is in this row",
        var other => other.ToString(),
    };
}
