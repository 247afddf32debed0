using Engagement.Domain.Time;

namespace Engagement.Domain.Value;

/// <summary>An attempt to learn from a chain's history how its members come (docs/domain §5).</summary>
/// <param name="At">The end of the history it was made from.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Members">How many members had come by then.</param>
/// <param name="Repeaters">How many of them on more than one day.</param>
/// <param name="LeftOut">How many were left out because they no longer remember that far back.</param>
/// <param name="Parameters">What came of it; null for none.</param>
/// <param name="LogLikelihood">How well they explain the visits; null without parameters.</param>
/// <param name="Why">A stable code where nothing came of it: one of <see cref="TooLittleHistory"/> and <see cref="NoFit"/>.</param>
public sealed record ForecastFit(
    Instant At,
    Instant MadeAt,
    int Members,
    int Repeaters,
    int LeftOut,
    ForecastParameters? Parameters,
    double? LogLikelihood,
    string? Why)
{
    /// <summary>Fewer members than that who came again say nothing of the others.</summary>
    public const int FewestRepeaters = 50;

    public const string TooLittleHistory = "too_little_history";

    public const string NoFit = "no_fit";
}
