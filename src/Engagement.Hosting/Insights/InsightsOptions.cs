namespace Engagement.Hosting.Insights;

/// <summary>What insights may cost a node (<c>Engagement:Insights</c>).</summary>
public sealed class InsightsOptions
{
    /// <summary>
    /// For so long an answer is given again to whoever asks the same. Default 1 minute of real time; 0 works out each anew. What is
    /// shown says as of when it is, and is older with more.
    /// </summary>
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// For so long after it was last asked about, a chain's past stays in memory. Default 15 minutes of real time; after that the next
    /// question reads the chain's history from its beginning, which takes the longer the more has happened.
    /// </summary>
    public TimeSpan RememberFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How many counted acts, members and changes of stage of all chains together may stay in memory, at some 40 bytes each. Default
    /// 20,000,000. A chain that does not fit is read anew for each question.
    /// </summary>
    public long MostRemembered { get; set; } = 20_000_000;
}
