using System.Buffers.Binary;
using Engagement.Domain.Identity;
using Npgsql;

namespace Engagement.Journal.Postgres;

/// <summary>Reads events from rows.</summary>
internal static class PostgresEvents
{
    /// <summary>The columns that <see cref="Read"/> expects, of events as e and members as m.</summary>
    public const string Columns = "e.position, e.type, m.id, e.store, e.at, e.id, e.data, e.fingerprint";

    /// <summary>A fingerprint as the 16 bytes of a uuid, the most significant first.</summary>
    public static Guid PrintOf(ContentFingerprint fingerprint)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, fingerprint.Value);
        return new(bytes, bigEndian: true);
    }

    public static ContentFingerprint FingerprintOf(Guid print)
    {
        Span<byte> bytes = stackalloc byte[16];
        print.TryWriteBytes(bytes, bigEndian: true, out _);
        return new(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    public static CommittedEvent Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        string.Intern(row.GetString(1)),
        new(row.GetString(2)),
        row.IsDBNull(3) ? null : new StoreId(row.GetString(3)),
        new(row.GetInt64(4)),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.GetFieldValue<byte[]>(6))
    {
        Fingerprint = row.IsDBNull(7) ? default : FingerprintOf(row.GetGuid(7)),
    };

    public static async Task<IReadOnlyList<CommittedEvent>> ReadAllAsync(NpgsqlDataReader rows, CancellationToken cancellation)
    {
        var events = new List<CommittedEvent>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            events.Add(Read(rows));
        return events;
    }
}
