using System.Text.Json;
using Engagement.Domain.Identity;
using Engagement.Journal.Profiles;

namespace Engagement.Journal.Sqlite;

/// <summary>Sealed profiles in one SQLite file.</summary>
public sealed class SqliteProfiles : IProfiles
{
    private readonly SqliteStore _store;

    internal SqliteProfiles(SqliteStore store) => _store = store;

    public ValueTask<IReadOnlyDictionary<MemberId, ProfileRow>> FindAsync(
        ChainId chain, IReadOnlyCollection<MemberId> members, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyDictionary<MemberId, ProfileRow>>(session =>
        {
            var found = new Dictionary<MemberId, ProfileRow>(members.Count);
            var rows = session.Prepared(
                """
                SELECT member, version, master_key, wrapped_key, content FROM profiles
                WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND member IN (SELECT value FROM json_each(?2))
                """)
                .Bind(1, chain.Value).Bind(2, JsonSerializer.Serialize(members.Select(member => member.Value)));
            while (rows.Step())
            {
                var content = rows.IsNull(2) ? null : new SealedProfile(rows.Text(2), rows.Blob(3).ToArray(), rows.Blob(4).ToArray());
                found[new(rows.Text(0))] = new(rows.Number(1), content);
            }

            return found;
        }));

    public async ValueTask<IReadOnlyList<bool>> SaveAsync(
        ChainId chain, IReadOnlyList<ProfileToStore> profiles, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return await _store.WriteAsync<IReadOnlyList<bool>>(session => SqliteQueries.Number(session, chain) is { } number
            ? [.. profiles.Select(profile => Save(session, number, profile))]
            : new bool[profiles.Count]).ConfigureAwait(false);
    }

    public async ValueTask<bool> ForgetAsync(MemberKey member, CancellationToken cancellation) => await _store.WriteAsync(session =>
    {
        if (SqliteQueries.Number(session, member.Chain) is not { } chain)
            return false;
        session.Prepared("DELETE FROM profile_digests WHERE chain = ?1 AND member = ?2").Bind(1, chain).Bind(2, member.Member.Value).Run();
        var isGone = session.Prepared(
            """
            UPDATE profiles SET version = version + 1, master_key = NULL, wrapped_key = NULL, content = NULL
            WHERE chain = ?1 AND member = ?2 AND master_key IS NOT NULL
            """).Bind(1, chain).Bind(2, member.Member.Value).Run() > 0;
        session.Prepared("INSERT INTO profiles (chain, member, version, changed_at) VALUES (?1, ?2, 1, 0) ON CONFLICT DO NOTHING")
            .Bind(1, chain).Bind(2, member.Member.Value).Run();
        return isGone;
    }).ConfigureAwait(false);

    public ValueTask<IReadOnlyList<MemberRow>> SearchAsync(
        ChainId chain, MemberSearch search, IReadOnlyList<byte[]> digests, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read(session => Search(session, chain, search, digests)));

    public ValueTask<IReadOnlyDictionary<string, long>> CountByMasterKeyAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyDictionary<string, long>>(session =>
        {
            var rows = session.Prepared("SELECT master_key, count(*) FROM profiles WHERE master_key IS NOT NULL GROUP BY master_key");
            var counts = new Dictionary<string, long>(StringComparer.Ordinal);
            while (rows.Step())
                counts[rows.Text(0)] = rows.Number(1);
            return counts;
        }));

    public ValueTask<IReadOnlyList<WrappedKey>> WrappedByOthersAsync(string masterKey, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyList<WrappedKey>>(session =>
        {
            var rows = session.Prepared(
                """
                SELECT c.id, p.member, p.wrapped_key FROM profiles p JOIN chains c ON c.no = p.chain
                WHERE p.master_key IS NOT NULL AND (p.master_key < ?1 OR p.master_key > ?1) LIMIT ?2
                """).Bind(1, masterKey).Bind(2, limit);
            var keys = new List<WrappedKey>();
            while (rows.Step())
                keys.Add(new(new(new(rows.Text(0)), new(rows.Text(1))), rows.Blob(2).ToArray()));
            return keys;
        }));

    public async ValueTask<int> RewrapAsync(IReadOnlyList<RewrappedKey> keys, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return await _store.WriteAsync(session => keys.Sum(key => session.Prepared(
            """
            UPDATE profiles SET master_key = ?4, wrapped_key = ?5
            WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND member = ?2 AND wrapped_key = ?3
            """)
            .Bind(1, key.Member.Chain.Value).Bind(2, key.Member.Member.Value).Bind(3, key.Before).Bind(4, key.MasterKey).Bind(5, key.After)
            .Run())).ConfigureAwait(false);
    }

    public async ValueTask<byte[]> CheckAsync(byte[] mine, bool anew, CancellationToken cancellation) => await _store.WriteAsync(session =>
    {
        if (anew && session.Prepared("DELETE FROM digest_check WHERE value <> ?1").Bind(1, mine).Run() > 0)
        {
            session.Run("DELETE FROM profile_digests");
            session.Run("DELETE FROM suppressions");
        }

        session.Prepared("INSERT INTO digest_check (one, value) VALUES (1, ?1) ON CONFLICT DO NOTHING").Bind(1, mine).Run();
        var row = session.Prepared("SELECT value FROM digest_check");
        row.Step();
        var value = row.Blob(0).ToArray();
        row.Reset();
        return value;
    }).ConfigureAwait(false);

    private static bool Save(SqliteSession session, long chain, ProfileToStore profile)
    {
        var member = profile.Member.Value;
        var version = session.Prepared("SELECT version FROM profiles WHERE chain = ?1 AND member = ?2").Bind(1, chain).Bind(2, member).Scalar() ?? 0;
        if (profile.Expected is { } expected && expected != version)
            return false;
        session.Prepared(
            """
            INSERT INTO profiles (chain, member, version, master_key, wrapped_key, content, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT DO UPDATE SET version = excluded.version, master_key = excluded.master_key, wrapped_key = excluded.wrapped_key,
              content = excluded.content, changed_at = excluded.changed_at
            """)
            .Bind(1, chain).Bind(2, member).Bind(3, version + 1).Bind(4, profile.Content.MasterKey)
            .Bind(5, profile.Content.WrappedKey).Bind(6, profile.Content.Bytes).Bind(7, profile.At.Microseconds).Run();
        session.Prepared("DELETE FROM profile_digests WHERE chain = ?1 AND member = ?2").Bind(1, chain).Bind(2, member).Run();
        foreach (var digest in profile.Digests)
        {
            session.Prepared("INSERT INTO profile_digests (chain, digest, member) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
                .Bind(1, chain).Bind(2, digest).Bind(3, member).Run();
        }

        return true;
    }

    private static IReadOnlyList<MemberRow> Search(
        SqliteSession session, ChainId chain, MemberSearch search, IReadOnlyList<byte[]> digests)
    {
        if (SqliteQueries.Number(session, chain) is not { } number)
            return [];
        // The index gives those who share a digest in the order of their ids, so a page reads no more than it shows.
        var scores = search.Scores is null
            ? ""
            : $"AND EXISTS (SELECT 1 FROM member_scores s WHERE s.member = m.no AND {SqliteQueries.ScoresAre("?12", "?13", "?14")})";
        var rows = session.Prepared(
            $"""
            SELECT m.id, m.home, m.stage, m.stage_since, m.flags, m.due_at
            FROM profile_digests d CROSS JOIN members m ON m.chain = d.chain AND m.id = d.member
            WHERE d.chain = ?1 AND d.digest = ?2 AND d.member > ?3
              AND (?4 IS NULL OR m.stage = ?4) AND (m.flags & ?5) = ?5 AND (?6 IS NULL OR m.home = ?6)
              AND (?7 IS NULL OR ?7 = (SELECT s.score_group FROM member_scores s WHERE s.member = m.no))
              AND (?9 IS NULL OR EXISTS (SELECT 1 FROM profile_digests o WHERE o.chain = d.chain AND o.digest = ?9 AND o.member = d.member))
              AND (?10 IS NULL OR EXISTS (SELECT 1 FROM profile_digests o WHERE o.chain = d.chain AND o.digest = ?10 AND o.member = d.member))
              AND (?11 IS NULL OR EXISTS (SELECT 1 FROM profile_digests o WHERE o.chain = d.chain AND o.digest = ?11 AND o.member = d.member))
              {scores}
            ORDER BY d.member LIMIT ?8
            """)
            .Bind(1, number)
            .Bind(2, digests[0])
            .Bind(3, search.After?.Value ?? "")
            .Bind(4, (long?)search.Stage)
            .Bind(5, (long)search.Flags)
            .Bind(6, search.Home?.Value)
            .Bind(7, (long?)search.Group)
            .Bind(8, search.Limit);
        for (var place = 1; place < IProfiles.MostDigests; place++)
            rows.Bind(8 + place, place < digests.Count ? digests[place] : null);
        if (search.Scores is var (r, f, m))
            rows.Bind(12, r).Bind(13, f).Bind(14, m);
        return SqliteQueries.Rows(rows);
    }
}
