using System.CommandLine;
using System.Text;

namespace Engagement.Cli.Import;

/// <summary>Reads and checks what <c>engage import</c> was asked to do.</summary>
internal static class ImportRequestReading
{
    /// <returns>Null with the reason in <paramref name="error"/> when it cannot be done as asked.</returns>
    public static ImportRequest? Read(ParseResult parsed, ImportOptions options, out string error)
    {
        if (ColumnMapping.Read(parsed.GetRequiredValue(options.Map), out error) is not { } mapping)
            return null;
        var type = parsed.GetValue(options.Type);
        if (type is not null && !EventType.IsKnown(type))
            return Refuse($"--type '{type}' is none of {string.Join(", ", EventType.All)}.", out error);
        if (type is null && !mapping.Maps(ColumnMapping.Type))
            return Refuse("Say --type TYPE, or map type=column.", out error);

        var zone = TimeZoneInfo.Utc;
        if (parsed.GetValue(options.Zone) is { } zoneId && !TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out zone))
            return Refuse($"--zone '{zoneId}' is no time zone; IANA names look like Asia/Shanghai.", out error);
        if (!TryReadDelimiter(parsed.GetValue(options.Delimiter), out var delimiter))
            return Refuse("--delimiter is one ASCII character, or the word tab.", out error);
        if (!TryReadEncoding(parsed.GetValue(options.Encoding), out var encoding))
            return Refuse($"--encoding '{parsed.GetValue(options.Encoding)}' is not known here.", out error);
        var batch = parsed.GetValue(options.Batch);
        if (batch is < 1 or > BatchAssembly.ContractCount)
            return Refuse($"--batch is 1 to {BatchAssembly.ContractCount}.", out error);

        var file = parsed.GetRequiredValue(options.File);
        if (file != ImportRequest.StandardInput && !File.Exists(file))
            return Refuse($"There is no file {file}.", out error);
        return new ImportRequest
        {
            File = file,
            Chain = parsed.GetRequiredValue(options.Chain),
            Mapping = mapping,
            Type = type,
            Store = parsed.GetValue(options.Store),
            Zone = zone,
            Delimiter = delimiter,
            Encoding = encoding,
            BatchSize = batch,
            FailedFile = parsed.GetValue(options.Failed)
                ?? (file == ImportRequest.StandardInput ? "stdin.failed.csv" : $"{file}.failed.csv"),
            CreateChain = parsed.GetResult(options.CreateChain) is not null,
            ChainName = parsed.GetValue(options.CreateChain),
            Currency = parsed.GetValue(options.Currency),
        };
    }

    private static ImportRequest? Refuse(string why, out string error)
    {
        error = why;
        return null;
    }

    private static bool TryReadDelimiter(string? text, out char? delimiter)
    {
        delimiter = text switch
        {
            "tab" or "\\t" => '\t',
            [var only] when char.IsAscii(only) && only is not ('"' or '\r' or '\n') => only,
            _ => null,
        };
        return text is null || delimiter is not null;
    }

    private static bool TryReadEncoding(string? name, out Encoding? encoding)
    {
        encoding = null;
        if (name is null)
            return true;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            encoding = Encoding.GetEncoding(name);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
