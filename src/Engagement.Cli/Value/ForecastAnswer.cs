namespace Engagement.Cli.Value;

/// <summary>How a chain's members come and stay away, and what that is known from.</summary>
internal sealed record ForecastAnswer(
    bool Available,
    string? Why,
    string? Detail,
    DateTimeOffset CalibrationEnd,
    DateTimeOffset MadeAt,
    int Members,
    int Repeaters,
    int LeftOut,
    ForecastParameters? Parameters,
    double? LogLikelihood,
    Holdout? Holdout);

internal sealed record ForecastParameters(double R, double Alpha, double A, double B, SpendParameters? Spend);

internal sealed record SpendParameters(double P, double Q, double Gamma);

/// <summary>What was expected after the calibration, against what happened.</summary>
internal sealed record Holdout(string Until, double Weeks, double ExpectedVisits, long ActualVisits);
