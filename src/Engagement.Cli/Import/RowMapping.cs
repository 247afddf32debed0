using System.Globalization;

namespace Engagement.Cli.Import;

/// <summary>Reads rows as events.</summary>
internal sealed class RowMapping(BoundColumns columns, string? fixedType, string? defaultStore, TimeZoneInfo zone)
{
    private const NumberStyles AmountStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    // Dividing by one written with all its places takes trailing zeros off: 77, 77.0 and 77.00 are one amount.
    private const decimal OneWithAllPlaces = 1.0000000000000000000000000000m;

    public RowReading Read(SourceRow row)
    {
        if (row.Malformed is { } malformed)
            return new RowReading.Unreadable("malformed_row", malformed);
        // A shifted row would put one field's value into another; only empty fields at the end are harmless.
        if (row.Fields.Length < columns.Count || row.Fields.Skip(columns.Count).Any(field => field.Length > 0))
            return Unreadable("wrong_field_count", $"{row.Fields.Length} fields where the header has {columns.Count}");

        if (Text(row, ColumnMapping.Member) is not { } member)
            return Unreadable("missing_member", "the member is empty");
        if ((Text(row, ColumnMapping.Type) ?? fixedType) is not { } type)
            return Unreadable("missing_type", "the type is empty");
        if (!EventType.IsKnown(type))
            return Unreadable("unknown_type", $"'{type}' is none of {string.Join(", ", EventType.All)}");
        if (Text(row, ColumnMapping.At) is not { } at)
            return Unreadable("missing_at", "the time is empty");
        if (!TimeReading.TryRead(at, zone, out var instant))
            return Unreadable("invalid_at", $"'{at}' is no date or time that is understood");

        decimal? amount = null;
        if (Text(row, ColumnMapping.Amount) is { } amountText)
        {
            if (!decimal.TryParse(amountText, AmountStyle, CultureInfo.InvariantCulture, out var read))
                return Unreadable("invalid_amount", $"'{amountText}' is no plain number with a decimal point");
            if (read < 0)
                return Unreadable("invalid_amount", $"'{amountText}' is negative; what is given back is a refund");
            amount = read / OneWithAllPlaces;
        }

        string? id = null;
        if (columns[ColumnMapping.Id] is not null && (id = Text(row, ColumnMapping.Id)) is null)
            return Unreadable("missing_id", "the id is empty");
        id ??= columns.FailedId is { } failedId ? NullIfEmpty(row.Fields[failedId]) : null;

        var mapped = new MappedEvent(
            type,
            member,
            instant,
            Text(row, ColumnMapping.Store) ?? defaultStore,
            amount,
            Text(row, ColumnMapping.OrderId),
            Text(row, ColumnMapping.Service),
            Text(row, ColumnMapping.Name),
            Text(row, ColumnMapping.FullName),
            Text(row, ColumnMapping.Phone),
            Text(row, ColumnMapping.Email));
        if (EventType.MissingField(mapped) is { } missing)
            return Unreadable("missing_field", missing);
        return HasBrokenText(mapped, id)
            ? Unreadable("invalid_text", "the text is not in the encoding it was read in; say --encoding")
            : new RowReading.Readable(mapped, id);
    }

    private static RowReading.Unreadable Unreadable(string code, string why) => new(code, why);

    // The decoder writes this character where bytes make no sense; a member id with it would be another member.
    private static bool HasBrokenText(MappedEvent mapped, string? id) =>
        new[] { mapped.Member, mapped.Store, mapped.OrderId, mapped.Service, mapped.Name, mapped.FullName, id }
            .Any(text => text?.Contains('\uFFFD', StringComparison.Ordinal) is true);

    private static string? NullIfEmpty(string text) => text.AsSpan().Trim() is { Length: > 0 } trimmed
        ? trimmed.Length == text.Length ? text : trimmed.ToString()
        : null;

    private string? Text(SourceRow row, string field) =>
        columns[field] is { } index ? NullIfEmpty(row.Fields[index]) : null;
}
