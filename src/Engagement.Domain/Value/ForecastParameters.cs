namespace Engagement.Domain.Value;

/// <summary>
/// How the members of a chain come and stay away, as fitted to their history (docs/domain §5): visits follow each other at a rate
/// that differs from member to member as a gamma distribution of shape <paramref name="R"/> and scale 1/<paramref name="Alpha"/>
/// weeks, and after each visit she stays away for good with a chance that differs as a beta distribution of
/// <paramref name="A"/> and <paramref name="B"/>. All are more than 0.
/// </summary>
/// <param name="Spend">What they pay on a day they come; null where too little is known of it.</param>
public sealed record ForecastParameters(double R, double Alpha, double A, double B, SpendParameters? Spend = null);

/// <summary>
/// What a day is worth, as fitted (Gamma-Gamma): a member's days differ around her own mean with shape <paramref name="P"/>, and the
/// means differ with <paramref name="Q"/> and <paramref name="Gamma"/>, in the chain's currency. All are more than 0; where
/// <paramref name="Q"/> is not more than 1 there is no mean of all members.
/// </summary>
public sealed record SpendParameters(double P, double Q, double Gamma);
