using Engagement.Domain.Cards;
using Engagement.Domain.Erasure;
using Engagement.Domain.Purchases;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;

namespace Engagement.Domain.Members;

/// <summary>
/// How a member was at a past instant, by all that has been told of her since (docs/domain §4, the past): what happened up to then, in
/// the order in which it was told. Like a board of the past it takes no stage back for an act that was told late.
/// </summary>
public static class Hindsight
{
    /// <summary>Her at <paramref name="at"/>; null where nothing had made her a member by then.</summary>
    /// <param name="present">Her as she is now: who she is, and whether she has been forgotten.</param>
    /// <param name="history">Her events in the order in which they were told; those of later instants are passed over.</param>
    /// <param name="at">The instant; what happened at it has happened.</param>
    /// <param name="told">How many of her events had happened by then.</param>
    public static Member? At(Member present, IEnumerable<MemberEvent> history, Instant at, out long told)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(history);
        told = 0;
        var member = Member.Unknown with { Id = present.Id, Birthday = present.Birthday };
        var acts = 0;
        foreach (var happened in history)
        {
            if (happened.At <= at)
            {
                member = Evolution.Evolve(Numbered(member, acts), happened);
                told++;
            }

            acts = CountActs(acts, happened);
        }

        if (member.Stage is null)
            return null;
        return present.ErasedAt is { } erased ? Forget(member, erased) : member;
    }

    /// <summary>
    /// Her counted acts up to <paramref name="at"/>, as far as she remembered them then, for those who ask nothing else of her past.
    /// </summary>
    /// <param name="history">Of her events at least those that <see cref="CountedActs"/> are made of, in the order in which they were told.</param>
    /// <param name="known">Until when what was given back or cancelled is taken off; <paramref name="at"/> for what was known then.</param>
    public static CountedActs ActsAt(IEnumerable<MemberEvent> history, Instant at, Instant known)
    {
        ArgumentNullException.ThrowIfNull(history);
        var (member, acts) = (Member.Unknown, 0);
        foreach (var happened in history)
        {
            var until = happened is Refunded or CardUseCancelled ? known : at;
            if (happened.At <= until)
                member = Member.Unknown with { Acts = Evolution.Evolve(Numbered(member, acts), happened).Acts };
            acts = CountActs(acts, happened);
        }

        return member.Acts;
    }

    // Refunds name purchases by the number that each was given as it was told, also where a later one was told first.
    private static int CountActs(int acts, MemberEvent happened) => happened switch
    {
        Purchased or Visited => acts + 1,
        CardUsed { Visit: { } number } => number,
        _ => acts,
    };

    private static Member Numbered(Member member, int acts) =>
        member.Acts.LastNumber == acts ? member : member with { Acts = member.Acts with { LastNumber = acts } };

    // What was taken away is not shown of the time before either.
    private static Member Forget(Member member, Instant erased) => Erasing.Evolve(member, new Erased(erased)) with
    {
        Flags = AttentionFlags.None,
    };
}
