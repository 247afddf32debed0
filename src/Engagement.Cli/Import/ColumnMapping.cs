namespace Engagement.Cli.Import;

/// <summary>Which column of the file feeds which field of the event, as <c>--map</c> says it.</summary>
internal sealed class ColumnMapping
{
    public const string Member = "member";
    public const string At = "at";
    public const string Amount = "amount";
    public const string Store = "store";
    public const string OrderId = "orderId";
    public const string Service = "service";
    public const string Name = "name";
    public const string Id = "id";
    public const string Type = "type";
    public const string FullName = "fullName";
    public const string Phone = "phone";
    public const string Email = "email";

    /// <summary>Every field that can be mapped.</summary>
    public static readonly IReadOnlyList<string> Fields =
        [Member, At, Amount, Store, OrderId, Service, Name, Id, Type, FullName, Phone, Email];

    private readonly Dictionary<string, string> columns = new(StringComparer.Ordinal);

    private ColumnMapping()
    {
    }

    /// <summary>The pairs in the order of <see cref="Fields"/>.</summary>
    public IEnumerable<(string Field, string Column)> Pairs =>
        Fields.Where(columns.ContainsKey).Select(mapped => (mapped, columns[mapped]));

    public bool Maps(string field) => columns.ContainsKey(field);

    /// <summary>Reads <c>field=column,field=column</c>; a column's own name may contain commas.</summary>
    /// <returns>Null with the reason in <paramref name="error"/> when it cannot be read.</returns>
    public static ColumnMapping? Read(IEnumerable<string> texts, out string error)
    {
        var mapping = new ColumnMapping();
        foreach (var text in texts)
        {
            string? current = null;
            foreach (var part in text.Split(','))
            {
                var sign = part.IndexOf('=', StringComparison.Ordinal);
                if (sign < 0 && current is not null)
                {
                    mapping.columns[current] += $",{part}";
                    continue;
                }

                var name = sign < 0 ? part : part[..sign];
                current = Fields.FirstOrDefault(field => field.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
                if (current is null || sign < 0)
                {
                    error = $"--map: '{part}' is no field=column; the fields are {string.Join(", ", Fields)}.";
                    return null;
                }

                if (!mapping.columns.TryAdd(current, part[(sign + 1)..].Trim()))
                {
                    error = $"--map: {current} is mapped twice.";
                    return null;
                }
            }
        }

        if (new[] { Member, At }.FirstOrDefault(field => !mapping.Maps(field)) is { } missing)
        {
            error = $"--map: {missing} is not mapped, and every event needs it.";
            return null;
        }

        error = "";
        return mapping;
    }
}
