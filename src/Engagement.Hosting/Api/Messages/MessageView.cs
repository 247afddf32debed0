using System.Text.Json.Serialization;
using Engagement.Journal;

namespace Engagement.Hosting.Api.Messages;

/// <summary>A message to a member and all that was decided about it.</summary>
/// <param name="Id">What receivers know it by.</param>
/// <param name="Step">Which step of its playbook it comes from, from 0.</param>
/// <param name="State">planned, moved, sent, delivered, failed or cancelled.</param>
/// <param name="PlannedAt">When it goes, went or was to go.</param>
/// <param name="SentAt">When its channel took it.</param>
public sealed record MessageView(
    string Id,
    string Member,
    string Playbook,
    int Step,
    string Template,
    string Channel,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Offer,
    string State,
    DateTimeOffset PlannedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? SentAt,
    IReadOnlyList<DecisionView> Decisions)
{
    internal static MessageView Of(MessageRow row) => new(
        row.Id,
        row.Member.Value,
        row.Playbook,
        row.Number.Step,
        row.Template,
        row.Channel,
        row.Offer,
        MessageWords.Of(row.State),
        row.PlannedAt.ToDateTimeOffset(),
        row.SentAt?.ToDateTimeOffset(),
        [.. row.Decisions.Select(DecisionView.Of)]);
}

/// <summary>One decision about a message.</summary>
/// <param name="What">planned, moved, released, cancelled, sent, delivered or failed.</param>
/// <param name="Code">Why, as a stable code such as quiet_hours; missing where there is nothing to explain.</param>
/// <param name="Why">The same as a sentence.</param>
/// <param name="Until">Where it was moved to.</param>
public sealed record DecisionView(
    DateTimeOffset At,
    string What,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code,
    string Why,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Until)
{
    internal static DecisionView Of(MessageDecision decision) => new(
        decision.At.ToDateTimeOffset(),
        decision.What,
        decision.Why is { Length: > 0 } code ? code : null,
        MessageWords.Sentence(decision.What, decision.Why ?? ""),
        decision.Until?.ToDateTimeOffset());
}

/// <summary>What became of a message, told by whoever delivers it.</summary>
/// <param name="State">delivered or failed.</param>
/// <param name="Detail">Why, in at most 200 characters; it is kept for ever, so it must name no person, number or address.</param>
public sealed record MessageReport(string? State, string? Detail = null);
