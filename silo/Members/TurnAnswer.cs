using Engagement.Hosting.Members;
using Engagement.Journal;

namespace Engagement.Silo.Members;

/// <summary>
/// What a member's node answers: replies, or the fault that kept the turn from being stored. Faults that are to be expected
/// between nodes are values, so that a caller of another version gets them whole.
/// </summary>
[GenerateSerializer, Immutable, Alias("engagement.answer")]
public sealed class TurnAnswer
{
    private const string JournalUnavailable = "journal_unavailable";
    private const string JournalRefused = "journal_refused";
    private const string CommandUnknown = "command_unknown";

    /// <summary>One for each command, in order; null if there is a fault.</summary>
    [Id(0)]
    public ReplyWire[]? Replies { get; init; }

    /// <summary>A stable code; null if all is well.</summary>
    [Id(1)]
    public string? Fault { get; init; }

    [Id(2)]
    public string? Detail { get; init; }

    /// <summary>How long to wait before the next try.</summary>
    [Id(3)]
    public TimeSpan RetryAfter { get; init; }

    internal static TurnAnswer Of(IReadOnlyList<Reply> replies) => new() { Replies = [.. replies.Select(ReplyWire.Of)] };

    internal static TurnAnswer Of(JournalUnavailableException exception) =>
        new() { Fault = JournalUnavailable, Detail = exception.Message, RetryAfter = exception.RetryAfter };

    internal static TurnAnswer Of(JournalRefusedException exception) => new() { Fault = JournalRefused, Detail = exception.Message };

    internal static TurnAnswer Unknown(string? name) => new()
    {
        Fault = CommandUnknown,
        Detail = $"The node this member is on runs an older version, which does not know '{name}'. Send it again.",
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    /// <summary>The replies.</summary>
    /// <exception cref="JournalUnavailableException">The turn was not stored, or could not be; it may be tried again.</exception>
    /// <exception cref="JournalRefusedException">The store must not be used.</exception>
    internal IReadOnlyList<Reply> Read() => this switch
    {
        { Fault: JournalRefused } => throw new JournalRefusedException(Detail ?? ""),
        { Fault: null, Replies: { } replies } => [.. replies.Select(reply => reply.Read())],
        _ => throw new JournalUnavailableException(Detail ?? $"The member's node answered '{Fault}'.")
        {
            RetryAfter = RetryAfter > TimeSpan.Zero ? RetryAfter : TimeSpan.FromSeconds(1),
        },
    };
}
