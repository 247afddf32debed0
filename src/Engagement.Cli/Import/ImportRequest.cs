using System.Text;

namespace Engagement.Cli.Import;

/// <summary>What <c>engage import</c> was asked to do, read and checked.</summary>
internal sealed record ImportRequest
{
    public const string StandardInput = "-";

    /// <summary>The file's path, or <see cref="StandardInput"/>.</summary>
    public required string File { get; init; }

    public required string Chain { get; init; }

    public required ColumnMapping Mapping { get; init; }

    public string? Type { get; init; }

    public string? Store { get; init; }

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Null to find out from the first lines.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Null for UTF-8, or what the byte order mark says.</summary>
    public Encoding? Encoding { get; init; }

    public int BatchSize { get; init; } = 5000;

    /// <summary>A test may lower it to see batches cut by size.</summary>
    public int BatchBytes { get; init; } = BatchAssembly.ContractBytes;

    public required string FailedFile { get; init; }

    public bool CreateChain { get; init; }

    /// <summary>The new chain's name; null for its id.</summary>
    public string? ChainName { get; init; }

    public string? Currency { get; init; }

    public bool IsStandardInput => File == StandardInput;

    /// <summary>Everything that decides what the rows of the file become, for telling whether two runs are the same.</summary>
    public string Describe() => string.Join('\n', Parts());

    private IEnumerable<string?> Parts() =>
    [
        Chain, Type, Store, Zone.Id, Delimiter?.ToString(), Encoding?.WebName,
        .. Mapping.Pairs.Select(pair => $"{pair.Field}={pair.Column}"),
    ];
}
