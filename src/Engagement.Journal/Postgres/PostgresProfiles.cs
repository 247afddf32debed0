using Engagement.Domain.Identity;
using Engagement.Journal.Profiles;
using Npgsql;
using NpgsqlTypes;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>Sealed profiles in a database that many nodes share.</summary>
public sealed class PostgresProfiles : IProfiles
{
    private readonly PostgresConnections _connections;

    internal PostgresProfiles(PostgresStore store) => _connections = store.Connections;

    public async ValueTask<IReadOnlyDictionary<MemberId, ProfileRow>> FindAsync(
        ChainId chain, IReadOnlyCollection<MemberId> members, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyDictionary<MemberId, ProfileRow>>(
            $"""
            SELECT member, version, master_key, wrapped_key, content FROM profiles WHERE chain = {PostgresQueries.ChainNumber} AND member = ANY ($2)
            """,
            [Of(chain.Value), Of(members.Select(member => member.Value).ToArray())],
            static async (reader, cancellation) =>
            {
                var found = new Dictionary<MemberId, ProfileRow>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    var content = reader.IsDBNull(2)
                        ? null
                        : new SealedProfile(reader.GetString(2), reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4));
                    found[new(reader.GetString(0))] = new(reader.GetInt64(1), content);
                }

                return found;
            },
            cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<bool>> SaveAsync(
        ChainId chain, IReadOnlyList<ProfileToStore> profiles, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        if (profiles.Count == 0)
            return [];
        var digests = profiles.SelectMany((profile, index) => profile.Digests.Select(digest => (Place: index + 1, Digest: digest))).ToList();
        return await _connections.ReadAsync<IReadOnlyList<bool>>(
            "SELECT stored FROM store_profiles($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            [
                Of(chain.Value),
                Of(profiles.Select(profile => profile.Member.Value).ToArray()),
                Of(profiles.Select(profile => profile.Expected).ToArray()),
                Of(profiles.Select(profile => profile.Content.MasterKey).ToArray()),
                Of(profiles.Select(profile => profile.Content.WrappedKey).ToArray()),
                Of(profiles.Select(profile => profile.Content.Bytes).ToArray()),
                Of(profiles.Select(profile => profile.At.Microseconds).ToArray()),
                Of(digests.Select(digest => digest.Place).ToArray()),
                Of(digests.Select(digest => digest.Digest).ToArray()),
            ],
            static async (reader, cancellation) =>
            {
                await reader.ReadAsync(cancellation).ConfigureAwait(false);
                return reader.GetFieldValue<bool[]>(0);
            },
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<bool> ForgetAsync(MemberKey member, CancellationToken cancellation) => await _connections.ReadAsync(
        $"""
        WITH unfound AS (DELETE FROM profile_digests WHERE chain = {PostgresQueries.ChainNumber} AND member = $2),
        forgotten AS (
          INSERT INTO profiles AS known (chain, member, version, changed_at) SELECT no, $2, 1, 0 FROM chains WHERE id = $1
          ON CONFLICT (chain, member) DO UPDATE
          SET version = known.version + 1, master_key = NULL, wrapped_key = NULL, content = NULL WHERE known.master_key IS NOT NULL)
        SELECT 1 FROM profiles WHERE chain = {PostgresQueries.ChainNumber} AND member = $2 AND master_key IS NOT NULL
        """,
        [Of(member.Chain.Value), Of(member.Member.Value)],
        static (reader, cancellation) => reader.ReadAsync(cancellation),
        cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<MemberRow>> SearchAsync(
        ChainId chain, MemberSearch search, IReadOnlyList<byte[]> digests, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(digests);
        var scores = search.Scores is null
            ? ""
            : $"AND EXISTS (SELECT 1 FROM member_scores s WHERE s.member = m.no AND {PostgresQueries.ScoresAre("$12", "$13", "$14")})";
        return await _connections.ReadAsync<IReadOnlyList<MemberRow>>(
            $"""
            SELECT m.id, m.home, m.stage, m.stage_since, m.flags, u.due_at
            FROM profile_digests d JOIN members m ON m.chain = d.chain AND m.id = d.member JOIN due u ON u.member = m.no
            WHERE d.chain = {PostgresQueries.ChainNumber} AND d.digest = $2 AND d.member > $3
              AND ($4::smallint IS NULL OR m.stage = $4) AND (m.flags & $5) = $5 AND ($6::text IS NULL OR m.home = $6)
              AND ($7::smallint IS NULL OR $7 = (SELECT s.score_group FROM member_scores s WHERE s.member = m.no))
              AND ($9::bytea IS NULL OR EXISTS (SELECT 1 FROM profile_digests o WHERE o.chain = d.chain AND o.digest = $9 AND o.member = d.member))
              AND ($10::bytea IS NULL OR EXISTS (SELECT 1 FROM profile_digests o WHERE o.chain = d.chain AND o.digest = $10 AND o.member = d.member))
              AND ($11::bytea IS NULL OR EXISTS (SELECT 1 FROM profile_digests o WHERE o.chain = d.chain AND o.digest = $11 AND o.member = d.member))
              {scores}
            ORDER BY d.member LIMIT $8
            """,
            [
                Of(chain.Value), Of(digests[0]), Of(search.After?.Value ?? ""), OfSmall((short?)search.Stage), Of((short)search.Flags),
                OfText(search.Home?.Value), OfSmall((short?)search.Group), Of((long)search.Limit),
                OfBytes(digests.ElementAtOrDefault(1)), OfBytes(digests.ElementAtOrDefault(2)), OfBytes(digests.ElementAtOrDefault(3)),
                OfNumber(search.Scores?.R), OfNumber(search.Scores?.F), OfNumber(search.Scores?.M),
            ],
            PostgresQueries.RowsAsync,
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyDictionary<string, long>> CountByMasterKeyAsync(CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyDictionary<string, long>>(
            "SELECT master_key, count(*) FROM profiles WHERE master_key IS NOT NULL GROUP BY master_key",
            [],
            static async (reader, cancellation) =>
            {
                var counts = new Dictionary<string, long>(StringComparer.Ordinal);
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    counts[reader.GetString(0)] = reader.GetInt64(1);
                return counts;
            },
            cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<WrappedKey>> WrappedByOthersAsync(string masterKey, int limit, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyList<WrappedKey>>(
            """
            SELECT c.id, p.member, p.wrapped_key FROM profiles p JOIN chains c ON c.no = p.chain
            WHERE p.master_key IS NOT NULL AND (p.master_key < $1 OR p.master_key > $1) LIMIT $2
            """,
            [Of(masterKey), Of((long)limit)],
            static async (reader, cancellation) =>
            {
                var keys = new List<WrappedKey>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    keys.Add(new(new(new(reader.GetString(0)), new(reader.GetString(1))), reader.GetFieldValue<byte[]>(2)));
                return keys;
            },
            cancellation).ConfigureAwait(false);

    public async ValueTask<int> RewrapAsync(IReadOnlyList<RewrappedKey> keys, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return await _connections.WriteAsync(
            """
            UPDATE profiles p SET master_key = told.master_key, wrapped_key = told.after
            FROM unnest($1, $2, $3, $4, $5) AS told (chain, member, before, master_key, after) JOIN chains c ON c.id = told.chain
            WHERE p.chain = c.no AND p.member = told.member AND p.wrapped_key = told.before
            """,
            [
                Of(keys.Select(key => key.Member.Chain.Value).ToArray()),
                Of(keys.Select(key => key.Member.Member.Value).ToArray()),
                Of(keys.Select(key => key.Before).ToArray()),
                Of(keys.Select(key => key.MasterKey).ToArray()),
                Of(keys.Select(key => key.After).ToArray()),
            ],
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<byte[]> CheckAsync(byte[] mine, bool anew, CancellationToken cancellation)
    {
        if (anew)
        {
            await _connections.WriteAsync(
                """
                WITH lost AS (DELETE FROM digest_check WHERE value <> $1 RETURNING one),
                     found_by AS (DELETE FROM profile_digests WHERE EXISTS (SELECT 1 FROM lost))
                DELETE FROM suppressions WHERE EXISTS (SELECT 1 FROM lost)
                """,
                [Of(mine)],
                cancellation).ConfigureAwait(false);
        }

        await _connections.WriteAsync(
            "INSERT INTO digest_check (one, value) VALUES (true, $1) ON CONFLICT DO NOTHING", [Of(mine)], cancellation).ConfigureAwait(false);
        return await _connections.ReadAsync(
            "SELECT value FROM digest_check",
            [],
            static async (reader, cancellation) =>
            {
                await reader.ReadAsync(cancellation).ConfigureAwait(false);
                return reader.GetFieldValue<byte[]>(0);
            },
            cancellation).ConfigureAwait(false);
    }

    private static NpgsqlParameter OfSmall(short? value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Smallint, Value = value is { } number ? number : DBNull.Value };

    private static NpgsqlParameter OfBytes(byte[]? value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Bytea, Value = (object?)value ?? DBNull.Value };
}
