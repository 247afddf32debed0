namespace Engagement.Cli.Import;

/// <summary>A mapping found again in the header of a file.</summary>
internal sealed class BoundColumns
{
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

    private BoundColumns(int count) => Count = count;

    /// <summary>How many fields a row has by the header.</summary>
    public int Count { get; }

    /// <summary>Where a file of failed rows keeps the ids these rows had; null in other files.</summary>
    public int? FailedId { get; private init; }

    /// <summary>The field's column; null when it is not mapped.</summary>
    public int? this[string field] => indices.TryGetValue(field, out var index) ? index : null;

    /// <returns>Null with the reason in <paramref name="error"/> when a mapped column is missing or ambiguous.</returns>
    public static BoundColumns? Bind(ColumnMapping mapping, IReadOnlyList<string> header, out string error)
    {
        var bound = new BoundColumns(header.Count)
        {
            FailedId = Find(header, FailedRows.IdColumn) is [var only] ? only : null,
        };
        var there = $"Its columns: {string.Join(", ", header)}.";
        foreach (var (field, column) in mapping.Pairs)
        {
            switch (Find(header, column))
            {
                case [var index]:
                    bound.indices.Add(field, index);
                    break;
                case []:
                    error = $"The file has no column '{column}' (for {field}). {there}";
                    return null;
                default:
                    error = $"The file has more than one column '{column}' (for {field}). {there}";
                    return null;
            }
        }

        error = "";
        return bound;
    }

    private static List<int> Find(IReadOnlyList<string> header, string column) =>
    [
        .. Enumerable.Range(0, header.Count)
            .Where(index => header[index].Trim().Equals(column, StringComparison.OrdinalIgnoreCase)),
    ];
}
