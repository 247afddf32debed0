using Engagement.Domain.Identity;
using Engagement.Domain.Referral;
using Engagement.Domain.Time;
using Engagement.Journal.Referrals;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The referrals in a database that many nodes share.</summary>
public sealed class PostgresReferrals : IReferrals
{
    private readonly PostgresConnections _connections;

    internal PostgresReferrals(PostgresStore store) => _connections = store.Connections;

    public async ValueTask<IReadOnlyList<ReferralLink>> ListAsync(ChainId chain, CancellationToken cancellation) =>
        await _connections.ReadAsync(
            $"SELECT friend, referrer, at, bought FROM referrals WHERE chain = {PostgresQueries.ChainNumber} ORDER BY friend",
            [Of(chain.Value)],
            async (row, cancellation) =>
            {
                var found = new List<ReferralLink>();
                while (await row.ReadAsync(cancellation).ConfigureAwait(false))
                    found.Add(new(new(row.GetString(0)), new(row.GetString(1)), new Instant(row.GetInt64(2)), row.GetBoolean(3)));
                return found;
            },
            cancellation).ConfigureAwait(false);

    public async ValueTask<string> CodeAsync(MemberKey key, CancellationToken cancellation)
    {
        while (true)
        {
            if (await KnownAsync(key, cancellation).ConfigureAwait(false) is { } known)
                return known;
            // Of two nodes that make one at once, one does; the next look finds it.
            await _connections.WriteAsync(
                "INSERT INTO referral_codes (chain, code, member) SELECT no, $2, $3 FROM chains WHERE id = $1 ON CONFLICT DO NOTHING",
                [Of(key.Chain.Value), Of(ReferralCode.New()), Of(key.Member.Value)],
                cancellation).ConfigureAwait(false);
        }
    }

    public async ValueTask<IReadOnlyDictionary<string, MemberId>> FindAsync(
        ChainId chain, IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        await _connections.ReadAsync(
            $"SELECT code, member FROM referral_codes WHERE chain = {PostgresQueries.ChainNumber} AND code = ANY ($2)",
            [Of(chain.Value), Of(codes.ToArray())],
            async (row, cancellation) =>
            {
                var found = new Dictionary<string, MemberId>(StringComparer.Ordinal);
                while (await row.ReadAsync(cancellation).ConfigureAwait(false))
                    found[row.GetString(0)] = new(row.GetString(1));
                return found;
            },
            cancellation).ConfigureAwait(false);

    private Task<string?> KnownAsync(MemberKey key, CancellationToken cancellation) => _connections.ReadAsync(
        $"SELECT code FROM referral_codes WHERE chain = {PostgresQueries.ChainNumber} AND member = $2",
        [Of(key.Chain.Value), Of(key.Member.Value)],
        async (row, cancellation) => await row.ReadAsync(cancellation).ConfigureAwait(false) ? row.GetString(0) : null,
        cancellation);
}
