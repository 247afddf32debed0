using System.CommandLine;

namespace Engagement.Cli.Import;

/// <summary>The options of <c>engage import</c>.</summary>
internal sealed class ImportOptions
{
    public Argument<string> File { get; } = new("FILE")
    {
        Description = "A CSV file with a header, or - for standard input.",
    };

    public Option<string> Chain { get; } = new("--chain")
    {
        Description = "The chain that the events belong to.",
        Required = true,
    };

    public Option<string[]> Map { get; } = new("--map")
    {
        Description = $"Which column is which field: field=column,… Fields: {string.Join(", ", ColumnMapping.Fields)}.",
        Required = true,
    };

    public Option<string?> Type { get; } = new("--type")
    {
        Description = $"The type of all rows, or of those with an empty type column: {string.Join(", ", EventType.All)}.",
    };

    public Option<string?> Store { get; } = new("--store")
    {
        Description = "The store of rows that have none of their own.",
    };

    public Option<string?> Zone { get; } = new("--zone")
    {
        Description = "IANA time zone of times without an offset (default UTC).",
    };

    public Option<string?> Delimiter { get; } = new("--delimiter")
    {
        Description = "One character, or tab; else it is found out from the first lines.",
    };

    public Option<string?> Encoding { get; } = new("--encoding")
    {
        Description = "E.g. gb18030; else UTF-8, or what the byte order mark says.",
    };

    public Option<int> Batch { get; } = new("--batch")
    {
        Description = "Rows in a request at most.",
        DefaultValueFactory = _ => 5000,
    };

    public Option<string?> Failed { get; } = new("--failed")
    {
        Description = "Where rows that fail go (default FILE.failed.csv).",
    };

    public Option<string?> CreateChain { get; } = new("--create-chain")
    {
        Description = "Creates the chain, under this name, when it is not there yet.",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "NAME",
    };

    public Option<string?> Currency { get; } = new("--currency") { Description = "The currency of a chain created." };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Reads and checks every row; needs no server." };

    public IEnumerable<Option> All =>
        [Chain, Map, Type, Store, Zone, Delimiter, Encoding, Batch, Failed, CreateChain, Currency, DryRun];
}
