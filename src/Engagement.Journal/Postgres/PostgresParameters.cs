using Npgsql;

namespace Engagement.Journal.Postgres;

/// <summary>Values on their way into statements, in the order of $1, $2, $3 …</summary>
internal static class PostgresParameters
{
    public static NpgsqlParameter Of<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    /// <summary>A number or NULL.</summary>
    public static NpgsqlParameter OfNumber(int? value) =>
        new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer, Value = value is { } number ? number : DBNull.Value };

    /// <summary>A text or NULL.</summary>
    public static NpgsqlParameter OfText(string? value) =>
        new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, Value = value is null ? DBNull.Value : value };
}
