namespace Engagement.Hosting.Outbox;

/// <summary>How messages leave the house (<c>Engagement:Outbox</c>). All spans are real time.</summary>
public sealed class OutboxOptions
{
    /// <summary>How many messages are claimed at once. Default 100. More costs the store less a message, and memory.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>
    /// How long a claimed message is left to the node that claimed it. Default 1 minute; 30 seconds or more. After a crash it
    /// goes out again when the lease has ended: less is sooner, and a receiver that answers late gets more of them twice.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How many messages each channel is handed at the same time by this node. Default 8. More is faster where receivers are
    /// slow to answer, and harder on them.
    /// </summary>
    public int MostAtOnce { get; set; } = 8;

    /// <summary>
    /// The longest sleep between two looks at the outbox. Default 1 second. What this node releases is seen at once; this is
    /// for what other nodes left, and for what is to be tried again.
    /// </summary>
    public TimeSpan LongestSleep { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The wait before the second try; each further one is twice as long. Default 10 seconds.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait between two tries. Default 1 hour.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// So long after it was released a message that was tried in vain is given up and told as failed. Default 3 days. Longer
    /// forgives longer outages of a receiver, and brings members older messages.
    /// </summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>
    /// A message that is claimed so long after it was released, by the clock members live by, asks again whether it is quiet
    /// hours. Default 30 minutes. What was released just before quiet hours is sent in them within this span.
    /// </summary>
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromMinutes(30);
}
