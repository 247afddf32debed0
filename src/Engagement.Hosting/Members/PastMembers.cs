using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Journal;

namespace Engagement.Hosting.Members;

/// <summary>How members were at past instants, worked out from their histories and stored nowhere (docs/domain/lifecycle.md, the past).</summary>
public sealed class PastMembers(IJournalQueries queries)
{
    /// <summary>Her at <paramref name="at"/> with as many events as she had then; null where she was no member yet.</summary>
    /// <param name="rules">The present rules: by them goes what has fallen due and has not been told yet.</param>
    /// <param name="present">Her as stored.</param>
    /// <param name="at">Not after the present.</param>
    public async ValueTask<MemberRecord?> AtAsync(ChainRules rules, MemberRecord present, Instant at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(present);
        var state = present.State;
        if (state.LivedThrough <= at)
        {
            // Nothing has come later than this. What is overdue is true of her all the same, as on a board.
            var isOverdue = present.DueAt is { } due && due <= at;
            return state.Stage is null ? null : isOverdue ? present with { State = LivedUntil(rules, state, at) } : present;
        }

        // She has lived on since, so whatever fell due up to then has been told: rules that came later do not rewrite it.
        var history = await queries.HistoryAsync(present.Key, cancellation).ConfigureAwait(false);
        return Hindsight.At(state, history.Select(happened => happened.Happened), at, out var told) is { } member
            ? present with { State = member, Version = told, DueAt = null }
            : null;
    }

    private static Member LivedUntil(ChainRules rules, Member member, Instant at) =>
        Decider.Decide(rules, member, new Advance(at), at) is Decision.Accepted accepted ? accepted.After : member;
}
