namespace Engagement.Hosting.Demo;

/// <summary>The demonstration chain (<c>Engagement:Demo</c>), with <c>--demo</c> only.</summary>
public sealed class DemoOptions
{
    /// <summary>
    /// About how many members it has at the start. Default 3,000, which takes seconds to fill; every further thousand takes
    /// its share of that, and lets more happen in a second.
    /// </summary>
    public int Members { get; set; } = 3_000;

    /// <summary>Chooses the members' lives. Default 2026. The same seed lets the same happen again.</summary>
    public int Seed { get; set; } = 2026;
}
