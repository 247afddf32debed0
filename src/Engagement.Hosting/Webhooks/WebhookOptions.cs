namespace Engagement.Hosting.Webhooks;

/// <summary>How those outside are told of events (<c>Engagement:Webhooks</c>). All spans are real time.</summary>
public sealed class WebhookOptions
{
    /// <summary>How many webhooks a node works on at the same time. Default 16; each in the order of its own positions.</summary>
    public int MostAtOnce { get; set; } = 16;

    /// <summary>How many events are read at once for a webhook. Default 100. After a crash at most so many are told again.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>
    /// How long a webhook is left to the node that tells it. Default 1 minute; 30 seconds or more. After a crash another node
    /// goes on when it has ended.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a node looks for events that have not been told. Default every half second. Less often is later.</summary>
    public TimeSpan BetweenLooks { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>How long a receiver has to answer. Default 10 seconds; from 0.1 to 15. What takes longer is told again.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait before the second try; each further one is twice as long. Default 5 seconds.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait between two tries. Default 1 hour.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A webhook that has failed for so long is paused until somebody sees to it. Default 3 days.</summary>
    public TimeSpan PauseAfter { get; set; } = TimeSpan.FromDays(3);
}
