using Engagement.Journal;

namespace Engagement.Hosting.Api.Messages;

/// <summary>States of messages as they are written on the wire, and the codes of decisions in sentences.</summary>
internal static class MessageWords
{
    private static readonly string[] States = ["planned", "moved", "sent", "delivered", "failed", "cancelled"];

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["quiet_hours"] = "It would have come in the quiet hours of her store.",
        ["daily_cap"] = "She has had as many messages today as one day may bring.",
        ["weekly_cap"] = "She has had as many messages lately as the policy's window allows.",
        ["priority"] = "A more urgent message takes the room there is that day.",
        ["paused"] = "Its playbook stands still for a while.",
        ["left_playbook"] = "She left its playbook before it went.",
        ["useless"] = "By the time it might have gone it would have been of no use.",
        ["no_consent"] = "She does not want messages on this channel, or has not said that she does.",
        ["unknown_channel"] = "There is no channel of this name.",
        ["unknown_template"] = "The policy has no template of this name any more.",
        ["template_fault"] = "Its text cannot be written for her.",
        ["unknown_member"] = "Nothing is known of this member.",
        ["not_configured"] = "Its channel has not been set up on this node.",
        ["no_address"] = "No address of hers is known that its channel could write to.",
        ["address_rejected"] = "The mail server does not know her address.",
        ["address_not_allowed"] = "Its channel's address is one that this node does not send to.",
        ["gone"] = "The receiver says that it takes no messages any more.",
        ["timeout"] = "The receiver did not answer in time, however often it was tried.",
        ["not_reachable"] = "The receiver could not be reached, however often it was tried.",
        ["channel_failed"] = "Its channel failed, however often it was tried.",
        ["file_not_written"] = "The file of messages could not be written, however often it was tried.",
        ["mail_server"] = "The mail server did not take it, however often it was tried.",
    };

    public const string StateRule = "must be planned, moved, sent, delivered, failed or cancelled";

    public static string Of(MessageState state) => States[(int)state];

    public static MessageState? State(string? name) =>
        Array.IndexOf(States, name) is >= 0 and var index ? (MessageState)index : null;

    /// <summary>Why something was decided, in a sentence; <paramref name="code"/> may carry more after a colon.</summary>
    public static string Sentence(string what, string code)
    {
        var (name, more) = code.Split(':', 2) is [var before, var after] ? (before, after) : (code, null);
        if (name == "template_fault" && more is not null)
            return $"Its text cannot be written for her: {{{{{more}}}}} has no value.";
        if (Reasons.TryGetValue(name, out var reason))
            return reason;
        if (name.StartsWith("http_", StringComparison.Ordinal))
            return $"The receiver answered with status {name[5..]}, however often it was tried.";
        if (code.Length > 0)
            return $"Whoever delivers it says: {code}";
        return what switch
        {
            "planned" => "A step of its playbook came.",
            "moved" => "It was not free to go.",
            "released" => "It was free to go.",
            "sent" => "Its channel took it.",
            "delivered" => "Whoever delivers it reported that it arrived.",
            "failed" => "Whoever delivers it reported that it did not arrive.",
            _ => "It will not go.",
        };
    }
}
