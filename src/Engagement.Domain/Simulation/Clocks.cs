using Engagement.Domain.Cards;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;

namespace Engagement.Domain.Simulation;

/// <summary>
/// What the clock showed when an act was taken. It matters where the act was history (<see cref="ActEvent.Told"/>), or late and she was
/// judged anew (<see cref="ActEvent.Judged"/>). Events from before that was kept show it in what was told of the judgement, if at all.
/// </summary>
internal static class Clocks
{
    /// <param name="past">Her events, with the act at <paramref name="index"/>.</param>
    /// <param name="lived">What she had lived through by then.</param>
    public static Instant Of(IReadOnlyList<Past> past, int index, ActEvent act, Instant lived)
    {
        if ((act.Told ?? act.Judged) is { } told)
            return told;
        var clock = Instant.Later(act.At, lived);
        if (act.At < lived && AreSeen(act) && index + 1 < past.Count && IsOfJudgement(past[index + 1].Happened))
            clock = Instant.Later(clock, past[index + 1].At);
        // Later it would have been history.
        return Instant.Earlier(clock, act.At + Decider.History);
    }

    /// <summary>Whether she is judged anew for such an act.</summary>
    public static bool AreSeen(ActEvent act) => act is Purchased or Visited or Refunded or CardUsed { Visit: not null } or CardUseCancelled;

    // Time alone raises flags and lowers stages; whatever else is told right after the act is what was made of it.
    private static bool IsOfJudgement(MemberEvent? happened) => happened switch
    {
        FlagLowered => true,
        StageChanged { From: null or Stage.Potential } => true,
        StageChanged { Reason.Code: "no_visit_for" or "fewer_visits_within" or "policy_changed" } => false,
        StageChanged => true,
        _ => false,
    };
}
