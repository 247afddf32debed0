namespace Engagement.Journal;

/// <summary>
/// The store cannot take or give anything now. What was asked has not been done; asking again later may work.
/// </summary>
public sealed class JournalUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How long to wait before the next try. Default: 1 second.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>
/// The store must not be used by this program: it is damaged, belongs to something else, or was written by a newer
/// version. The message says which and what to do; trying again will not help.
/// </summary>
public sealed class JournalRefusedException(string message, Exception? inner = null) : Exception(message, inner);
