using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Hosting.Value;

/// <summary>What is to be expected of one member as of an instant (docs/domain §5).</summary>
/// <param name="Alive">The probability that she has not left for good.</param>
/// <param name="VisitsNextQuarter">On how many days she is expected to come within 13 weeks.</param>
/// <param name="ValueNextYear">What she is expected to bring within a year; null where nothing is known of spend.</param>
internal sealed record MemberOutlook(double Alive, double VisitsNextQuarter, double? ValueNextYear)
{
    /// <summary>Null where there is no forecast, or she has never come.</summary>
    public static MemberOutlook? Of(ForecastParameters? parameters, Rules rules, Member member, Instant at)
    {
        if (parameters is null || VisitRhythm.At(member.Acts, rules.Zone, Instant.Later(at, member.LivedThrough)) is not { } rhythm)
            return null;
        return new(
            Forecast.Alive(parameters, rhythm),
            Forecast.Visits(parameters, rhythm, Forecast.QuarterWeeks),
            Forecast.YearValue(parameters, rhythm));
    }
}
