using System.CommandLine;
using CsvHelper;
using Engagement.Cli.Api;

namespace Engagement.Cli.Import;

/// <summary><c>engage import</c>: sends a CSV file of history to a chain.</summary>
internal static class ImportCommand
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var options = new ImportOptions();
        var import = new Command("import", "Imports a CSV file of any size; the same file sent twice is taken once.")
        {
            options.File,
        };
        foreach (var option in options.All)
            import.Options.Add(option);
        import.SetAction(async (parsed, stop) =>
        {
            if (ImportRequestReading.Read(parsed, options, out var error) is not { } request)
                return Refuse(terminal, error);
            try
            {
                using var source = new RowSource(Open(request, terminal), request.Encoding, request.Delimiter);
                if (source.Header.Count == 0)
                    return Refuse(terminal, "The file is empty: not even a header is there.");
                if (BoundColumns.Bind(request.Mapping, source.Header, out error) is not { } columns)
                    return Refuse(terminal, error);
                var mapping = new RowMapping(columns, request.Type, request.Store, request.Zone);
                if (parsed.GetValue(options.DryRun))
                    return DryRun.Run(source, mapping, terminal, stop);
                if (server.Connect(parsed) is not { } client)
                    return ExitCode.WrongUse;
                using (client)
                    return await new ResumableImport(request, terminal, client).RunAsync(source, mapping, stop);
            }
            catch (CsvFormatException fault)
            {
                terminal.Error.WriteLine(DisplayText.Plain($"The file cannot be read as CSV: {fault.Message}"));
                return ExitCode.Failed;
            }
        });
        return import;
    }

    private static Stream Open(ImportRequest request, Terminal terminal) =>
        request.IsStandardInput
            ? terminal.OpenInput()
            : new FileStream(request.File, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);

    private static int Refuse(Terminal terminal, string why)
    {
        terminal.Error.WriteLine(DisplayText.Plain(why));
        return ExitCode.WrongUse;
    }
}
