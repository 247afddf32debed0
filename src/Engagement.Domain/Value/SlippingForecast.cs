using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Time;

namespace Engagement.Domain.Value;

/// <summary>
/// From when on a member is slipping where her chain has a forecast (docs/domain §4 and §5, docs/adr/0019): not while she may be
/// expected to come before she falls. It follows from her acts alone, never from when somebody looks.
/// </summary>
internal static class SlippingForecast
{
    private static readonly TimeSpan Step = TimeSpan.FromDays(1);

    /// <summary>
    /// The first of the daily steps from <paramref name="first"/> on, before <paramref name="fall"/>, at which it is less likely than
    /// the policy says that she comes before the fall; null if there is none. Without a forecast it is <paramref name="first"/>.
    /// </summary>
    public static Instant? From(Rules rules, CountedActs acts, Instant first, Instant fall)
    {
        var threshold = (double)rules.Policy.Value.SlippingBelow;
        if (rules.Forecast is not { } parameters || threshold >= 1
            || acts.Last is not { } last || VisitRhythm.At(acts, rules.Zone, last) is not { } rhythm)
            return first;
        var lastDay = last.LocalDate(rules.Zone).DayNumber;
        // The longer she is silent and the nearer the fall, the less likely it is: the first step can be searched by halves.
        var (none, some) = (0, (int)Math.Ceiling((fall - first) / Step));
        while (none < some)
        {
            var middle = (none + some) / 2;
            if (IsUnlikely(middle))
                some = middle;
            else
                none = middle + 1;
        }

        var at = first + Step * none;
        return at < fall ? at : null;

        // Before her last act there was nothing to judge: a step that lies there is looked at from that act.
        bool IsUnlikely(int step)
        {
            var now = Instant.Later(first + Step * step, last);
            var days = rhythm.LastDay + now.LocalDate(rules.Zone).DayNumber - lastDay;
            var weeks = Math.Max(0, (fall - now) / TimeSpan.FromDays(7));
            return Forecast.Comes(parameters, rhythm with { Days = days }, weeks) < threshold;
        }
    }
}
