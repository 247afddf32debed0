using Engagement.Domain.Identity;
using Engagement.Domain.Referral;
using Engagement.Domain.Time;
using Engagement.Journal.Referrals;

namespace Engagement.Journal.Sqlite;

/// <summary>The referrals in one SQLite file.</summary>
public sealed class SqliteReferrals : IReferrals
{
    private readonly SqliteStore _store;

    internal SqliteReferrals(SqliteStore store) => _store = store;

    public ValueTask<IReadOnlyList<ReferralLink>> ListAsync(ChainId chain, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyList<ReferralLink>>(session =>
        {
            var rows = session.Prepared(
                "SELECT friend, referrer, at, bought FROM referrals WHERE chain = (SELECT no FROM chains WHERE id = ?1) ORDER BY friend")
                .Bind(1, chain.Value);
            var found = new List<ReferralLink>();
            while (rows.Step())
                found.Add(new(new(rows.Text(0)), new(rows.Text(1)), new Instant(rows.Number(2)), rows.Number(3) != 0));
            return found;
        }));

    public async ValueTask<string> CodeAsync(MemberKey key, CancellationToken cancellation)
    {
        if (_store.Readers.Read(session => Known(session, key)) is { } known)
            return known;
        return await _store.WriteAsync(session =>
        {
            string? code;
            while ((code = Known(session, key)) is null)
            {
                session.Prepared(
                    "INSERT INTO referral_codes (chain, code, member) SELECT no, ?2, ?3 FROM chains WHERE id = ?1 ON CONFLICT DO NOTHING")
                    .Bind(1, key.Chain.Value).Bind(2, ReferralCode.New()).Bind(3, key.Member.Value).Run();
            }

            return code;
        }).ConfigureAwait(false);
    }

    public ValueTask<IReadOnlyDictionary<string, MemberId>> FindAsync(
        ChainId chain, IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyDictionary<string, MemberId>>(session =>
        {
            var found = new Dictionary<string, MemberId>(StringComparer.Ordinal);
            foreach (var code in codes)
            {
                var row = session.Prepared(
                    "SELECT member FROM referral_codes WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND code = ?2")
                    .Bind(1, chain.Value).Bind(2, code);
                if (row.Step())
                    found[code] = new(row.Text(0));
                row.Reset();
            }

            return found;
        }));

    private static string? Known(SqliteSession session, MemberKey key)
    {
        var row = session.Prepared(
            "SELECT code FROM referral_codes WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND member = ?2")
            .Bind(1, key.Chain.Value).Bind(2, key.Member.Value);
        var code = row.Step() ? row.Text(0) : null;
        row.Reset();
        return code;
    }
}
