using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Hosting.Value;

namespace Engagement.Hosting.Api.Value;

/// <summary>How the chain's members come and stay away (docs/domain §5).</summary>
/// <param name="Available">Whether there is a forecast.</param>
/// <param name="Why">Why there is none: too_little_history or no_fit.</param>
/// <param name="Detail">The same in words.</param>
/// <param name="CalibrationEnd">The end of the history it was made from.</param>
/// <param name="Members">How many had come by then.</param>
/// <param name="Repeaters">How many of them on more than one day.</param>
/// <param name="LeftOut">How many were left out, because they no longer remember that far back.</param>
/// <param name="LogLikelihood">How well the parameters explain the visits.</param>
/// <param name="Holdout">How it did, where it was made as of a past instant.</param>
public sealed record ForecastView(
    bool Available,
    string? Why,
    string? Detail,
    DateTimeOffset CalibrationEnd,
    DateTimeOffset MadeAt,
    int Members,
    int Repeaters,
    int LeftOut,
    ForecastParametersView? Parameters,
    double? LogLikelihood,
    HoldoutView? Holdout)
{
    internal static ForecastView Of(ForecastFit fit, TrialOutcome? outcome) => new(
        fit.Parameters is not null,
        fit.Why,
        fit.Why switch
        {
            ForecastFit.TooLittleHistory =>
                $"Fewer than {ForecastFit.FewestRepeaters} members have come on more than one day; a forecast from so few would be a guess.",
            ForecastFit.NoFit => "No parameters explain the history of these members best.",
            _ => null,
        },
        fit.At.ToDateTimeOffset(),
        fit.MadeAt.ToDateTimeOffset(),
        fit.Members,
        fit.Repeaters,
        fit.LeftOut,
        fit.Parameters is { } found
            ? new(found.R, found.Alpha, found.A, found.B, found.Spend is { } spend ? new(spend.P, spend.Q, spend.Gamma) : null)
            : null,
        fit.LogLikelihood,
        outcome is null ? null : new(outcome.Until, outcome.Weeks, outcome.Expected, outcome.Actual));
}

/// <summary>The parameters of BG/NBD; time is in weeks.</summary>
/// <param name="Spend">Those of Gamma-Gamma; null where too little is known of what members pay.</param>
public sealed record ForecastParametersView(double R, double Alpha, double A, double B, SpendParametersView? Spend);

/// <summary>The parameters of Gamma-Gamma, in the chain's currency.</summary>
public sealed record SpendParametersView(double P, double Q, double Gamma);

/// <summary>What was expected of the members of the forecast, against what they did.</summary>
/// <param name="Until">The last day compared.</param>
/// <param name="Weeks">How long after the end of the calibration that is.</param>
/// <param name="ExpectedVisits">On how many days they were expected to come, all together.</param>
/// <param name="ActualVisits">On how many they came.</param>
public sealed record HoldoutView(DateOnly Until, double Weeks, double ExpectedVisits, long ActualVisits);

/// <summary>What is to be expected of a member (docs/domain §5).</summary>
/// <param name="Alive">The probability that she has not left for good.</param>
/// <param name="ExpectedVisitsNextQuarter">On how many days she is expected to come within 13 weeks.</param>
/// <param name="ExpectedSpendNextYear">What she is expected to bring within a year, in the chain's currency; null where too little is known of spend.</param>
public sealed record MemberForecastView(double Alive, double ExpectedVisitsNextQuarter, decimal? ExpectedSpendNextYear, DateTimeOffset AsOf)
{
    /// <summary>Null where the chain has no forecast, or she has never come.</summary>
    internal static MemberForecastView? Of(Rules rules, Member member, Instant now) =>
        MemberOutlook.Of(rules.Forecast, rules, member, now) is { } outlook
            ? new(Math.Round(outlook.Alive, 4), Math.Round(outlook.VisitsNextQuarter, 3), Money(outlook.ValueNextYear), now.ToDateTimeOffset())
            : null;

    private static decimal? Money(double? value) => value is >= 0 and < 1e15 ? Math.Round((decimal)value.Value, 2) : null;
}
