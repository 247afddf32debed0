using Engagement.Domain.Time;
using Engagement.Journal.Errands;
using Npgsql;

namespace Engagement.Journal.Postgres;

/// <summary>What turns ask of other members and whom their members brought, as the arrays that <c>store_turns_4</c> takes.</summary>
internal static class ErrandArrays
{
    public static bool AreNeeded(AppendRequest[] batch) =>
        batch.Any(request => request.Encoded.Errands.Count > 0 || request.Encoded.Referrals.Count > 0);

    public static IEnumerable<NpgsqlParameter> Of(AppendRequest[] batch, Instant now)
    {
        (int Turn, ErrandRow Row)[] errands = [.. batch.Index().SelectMany(turn => turn.Item.Encoded.Errands.Select(row => (turn.Index + 1, row)))];
        (int Turn, ReferralRow Row)[] referrals =
            [.. batch.Index().SelectMany(turn => turn.Item.Encoded.Referrals.Select(row => (turn.Index + 1, row)))];
        return
        [
            PostgresParameters.Of(now.Microseconds),
            PostgresParameters.Of(Array.ConvertAll(errands, errand => errand.Turn)),
            PostgresParameters.Of(Array.ConvertAll(errands, errand => errand.Row.To.Value)),
            PostgresParameters.Of(Array.ConvertAll(errands, errand => errand.Row.Name)),
            PostgresParameters.Of(Array.ConvertAll(errands, errand => errand.Row.Data)),
            PostgresParameters.Of(Array.ConvertAll(referrals, referral => referral.Turn)),
            PostgresParameters.Of(Array.ConvertAll(referrals, referral => referral.Row.Friend.Value)),
            PostgresParameters.Of(Array.ConvertAll(referrals, referral => referral.Row.At.Microseconds)),
            PostgresParameters.Of(Array.ConvertAll(referrals, referral => referral.Row.HasBought)),
        ];
    }
}
