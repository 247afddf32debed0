using System.Globalization;
using Engagement.Domain.Recall;
using Engagement.Journal;

namespace Engagement.Hosting.Api.Messages;

/// <summary>States of messages as they are written on the wire, and decisions in sentences: what, why, and until when.</summary>
internal static class MessageWords
{
    private static readonly string[] States = ["planned", "moved", "sent", "delivered", "failed", "cancelled"];

    public const string StateRule = "must be planned, moved, sent, delivered, failed or cancelled";

    public static string Of(MessageState state) => States[(int)state];

    public static MessageState? State(string? name) =>
        Array.IndexOf(States, name) is >= 0 and var index ? (MessageState)index : null;

    /// <summary>A decision as one sentence in a language.</summary>
    /// <param name="zone">The zone of her store, by whose clocks times are told.</param>
    public static string Sentence(MessageDecision decision, string playbook, string language, TimeZoneInfo zone)
    {
        var isEnglish = language == Languages.English;
        var why = decision.Why is { Length: > 0 } code ? MessageReasons.Of(code, isEnglish) : null;
        var until = decision.Until is { } at
            ? TimeZoneInfo.ConvertTime(at.ToDateTimeOffset(), zone)
                .ToString(isEnglish ? "d MMM yyyy, HH:mm" : "yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture)
            : null;
        return isEnglish ? English(decision.What, why, until, playbook) : Chinese(decision.What, why, until, playbook);
    }

    private static string English(string what, string? why, string? until, string playbook)
    {
        var told = what switch
        {
            "planned" when Campaign(playbook) is { } campaign => $"Planned for the campaign '{campaign}'",
            "planned" => $"Planned, for its step of the playbook '{playbook}' came",
            "moved" => until is null ? "Moved" : $"Moved to {until} at her store",
            "released" => "Released, for it was free to go",
            "sent" => "Sent: its channel took it",
            "delivered" => "Delivered, as whoever delivers it reported",
            "failed" => why is null ? "Failed: whoever delivers it reported that it did not arrive" : "Failed",
            "cancelled" => "Cancelled: it will not go",
            _ => what,
        };
        return why is null ? told + "." : what is "moved" or "failed" ? $"{told}: {why}." : $"{told} ({why}).";
    }

    private static string Chinese(string what, string? why, string? until, string playbook)
    {
        var told = what switch
        {
            "planned" when Campaign(playbook) is { } campaign => $"活动“{campaign}”计划发送",
            "planned" => $"召回方案“{Tasks.TaskWords.Playbook(playbook)}”的步骤到了，计划发送",
            "moved" => until is null ? "改期" : $"改到门店时间 {until}",
            "released" => "可以发送，已放行",
            "sent" => "已发出，渠道已接收",
            "delivered" => "已送达（发送方回报）",
            "failed" => why is null ? "发送失败，发送方回报未送达" : "发送失败",
            "cancelled" => "已取消，不再发送",
            _ => what,
        };
        return why is null ? told + "。" : what is "moved" or "failed" ? $"{told}：{why}。" : $"{told}（{why}）。";
    }

    private static string? Campaign(string playbook) =>
        playbook.StartsWith("campaign:", StringComparison.Ordinal) ? playbook["campaign:".Length..] : null;
}
