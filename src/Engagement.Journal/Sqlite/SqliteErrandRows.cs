using Engagement.Domain.Time;

namespace Engagement.Journal.Sqlite;

/// <summary>Writes what an append asks of other members, and whom its member brought.</summary>
internal sealed class SqliteErrandRows(SqliteSession session, TimeProvider time)
{
    private readonly Statement _ask = session.Prepared(
        "INSERT INTO errands (chain, sender, receiver, name, data, asked_at, due_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)");

    private readonly Statement _welcome = session.Prepared(
        "INSERT INTO referrals (chain, friend, referrer, at, bought) VALUES (?1, ?2, ?3, ?4, 0) ON CONFLICT DO NOTHING");

    private readonly Statement _buy = session.Prepared(
        "UPDATE referrals SET bought = ?4 WHERE chain = ?1 AND friend = ?2 AND referrer = ?3");

    public void Store(long chain, EncodedAppend encoded)
    {
        var member = encoded.Append.Key.Member.Value;
        foreach (var errand in encoded.Errands)
        {
            _ask.Bind(1, chain).Bind(2, member).Bind(3, errand.To.Value).Bind(4, errand.Name).Bind(5, errand.Data)
                .Bind(6, Instant.FromDateTimeOffset(time.GetUtcNow()).Microseconds).Run();
        }

        foreach (var referral in encoded.Referrals)
        {
            if (referral.HasBought is { } bought)
                _buy.Bind(1, chain).Bind(2, referral.Friend.Value).Bind(3, member).Bind(4, bought ? 1 : 0).Run();
            else
                _welcome.Bind(1, chain).Bind(2, referral.Friend.Value).Bind(3, member).Bind(4, referral.At.Microseconds).Run();
        }
    }
}
