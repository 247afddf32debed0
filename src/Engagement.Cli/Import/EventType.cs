namespace Engagement.Cli.Import;

/// <summary>The types of events the server takes, and what each cannot do without.</summary>
internal static class EventType
{
    public static readonly IReadOnlyList<string> All = ["join", "purchase", "refund", "visit", "checkin", "act"];

    public static bool IsKnown(string type) => All.Contains(type, StringComparer.Ordinal);

    /// <summary>What is missing; null when the event is whole.</summary>
    public static string? MissingField(MappedEvent read) => read switch
    {
        { Type: "purchase", Amount: null } => "a purchase needs an amount",
        { Type: "refund", Amount: null, OrderId: null } => "a refund needs an orderId or an amount",
        { Type: "act", Name: null } => "an act needs a name",
        _ => null,
    };
}
