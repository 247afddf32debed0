using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Cli.Import;

/// <summary>Reads and checks a whole file without a server, and says what is in it.</summary>
internal sealed class DryRun
{
    private const int ErrorsShown = 10;

    private readonly EventIds ids = new();
    private readonly HashSet64 members = new();
    private readonly SortedDictionary<string, long> types = new(StringComparer.Ordinal);
    private readonly List<string> errors = [];
    private long unreadable;
    private decimal amount;
    private DateTimeOffset first = DateTimeOffset.MaxValue;
    private DateTimeOffset last = DateTimeOffset.MinValue;

    private DryRun()
    {
    }

    /// <returns>The exit code.</returns>
    public static int Run(RowSource source, RowMapping mapping, Terminal terminal, CancellationToken stop)
    {
        var run = new DryRun();
        foreach (var row in source.Rows())
        {
            stop.ThrowIfCancellationRequested();
            run.Take(row, mapping.Read(row));
        }

        run.Report(terminal);
        return run.unreadable > 0 ? ExitCode.Failed : ExitCode.Done;
    }

    private void Take(SourceRow row, RowReading reading)
    {
        switch (reading)
        {
            case RowReading.Unreadable fault:
                unreadable++;
                if (errors.Count < ErrorsShown)
                    errors.Add(string.Create(CultureInfo.InvariantCulture, $"line {row.Line}: {fault.Why} [{fault.Code}]"));
                break;
            case RowReading.Readable { Event: var mapped, Id: var id }:
                if (id is null)
                    ids.Next(mapped);
                members.Add(Hash(mapped.Member));
                types[mapped.Type] = types.GetValueOrDefault(mapped.Type) + 1;
                amount += mapped.Amount ?? 0;
                first = mapped.At < first ? mapped.At : first;
                last = mapped.At > last ? mapped.At : last;
                break;
        }
    }

    private void Report(Terminal terminal)
    {
        var readable = types.Values.Sum();
        Line("rows read", Count(readable + unreadable));
        Line("readable", Count(readable));
        Line("unreadable", Count(unreadable));
        foreach (var (type, count) in types)
            Line($"  {type}", Count(count));
        Line("equal to an earlier row", Count(ids.Repeated));
        Line("members", Count(members.Count));
        Line("sum of amounts", amount.ToString("N2", CultureInfo.InvariantCulture));
        if (readable > 0)
        {
            Line("first", Instant.Show(first));
            Line("last", Instant.Show(last));
        }

        foreach (var error in errors)
            terminal.Error.WriteLine(DisplayText.Plain(error));
        if (unreadable > errors.Count)
            terminal.Error.WriteLine($"… and {Count(unreadable - errors.Count)} more.");

        void Line(string name, string value) => terminal.Output.WriteLine($"{name,-24}{value,22}");
    }

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    // 10 bytes or so a member instead of her whole id; that two of some millions meet is next to impossible.
    private static ulong Hash(string member)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(member), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
