using Engagement.Domain.Time;

namespace Engagement.Domain.Purchases;

/// <summary>
/// What is left of counted acts that a member no longer remembers one by one: enough for the forecast (docs/domain §5). Such acts
/// count as one day where they fell on the same day of UTC, since nobody can ask them for their zone any more.
/// </summary>
/// <param name="First">The earliest of them; null for none.</param>
/// <param name="Last">The latest of them.</param>
/// <param name="Days">On how many days they were, without the days of acts that she does remember.</param>
public readonly record struct ForgottenActs(Instant? First, Instant? Last, int Days)
{
    /// <summary>With <paramref name="acts"/> forgotten as well, of which the days in <paramref name="kept"/> are still remembered.</summary>
    internal ForgottenActs Add(IEnumerable<CountedAct> acts, IEnumerable<CountedAct> kept)
    {
        var remembered = kept.Select(act => act.At.UtcDay).ToHashSet();
        var (first, last, days) = this;
        foreach (var act in acts)
        {
            if (remembered.Add(act.At.UtcDay))
                days++;
            first = first is { } earliest ? Instant.Earlier(earliest, act.At) : act.At;
            last = last is { } latest ? Instant.Later(latest, act.At) : act.At;
        }

        return new(first, last, days);
    }
}
