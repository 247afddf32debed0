using System.Text.Json.Serialization;
using Engagement.Domain.Policies;
using Engagement.Journal;

namespace Engagement.Hosting.Api.Messages;

/// <summary>A message to a member and all that was decided about it.</summary>
/// <param name="Id">What receivers know it by.</param>
/// <param name="Store">The member's home store.</param>
/// <param name="Playbook">What it comes from: a playbook, or a campaign as <c>campaign:NAME</c>.</param>
/// <param name="Step">Which step of its playbook it comes from, from 0.</param>
/// <param name="State">planned, moved, sent, delivered, failed or cancelled.</param>
/// <param name="PlannedAt">When it goes, went or was to go.</param>
/// <param name="SentAt">When its channel took it.</param>
public sealed record MessageView(
    string Id,
    string Member,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Store,
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
    /// <param name="rules">The chain's, for times are told by the clocks of her store.</param>
    internal static MessageView Of(MessageRow row, ChainRules rules, string language) => new(
        row.Id,
        row.Member.Value,
        row.Store?.Value,
        row.Playbook,
        row.Number.Step,
        row.Template,
        row.Channel,
        row.Offer,
        MessageWords.Of(row.State),
        row.PlannedAt.ToDateTimeOffset(),
        row.SentAt?.ToDateTimeOffset(),
        [.. row.Decisions.Select(decision => DecisionView.Of(decision, row.Playbook, language, rules.For(row.Store).Zone))]);
}

/// <summary>One decision about a message.</summary>
/// <param name="What">planned, moved, released, cancelled, sent, delivered or failed.</param>
/// <param name="Code">Why, as a stable code such as quiet_hours; missing where there is nothing to explain.</param>
/// <param name="Why">What was decided, why, and until when, as one sentence in the reader's language.</param>
/// <param name="Until">Where it was moved to.</param>
public sealed record DecisionView(
    DateTimeOffset At,
    string What,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code,
    string Why,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Until)
{
    internal static DecisionView Of(MessageDecision decision, string playbook, string language, TimeZoneInfo zone) => new(
        decision.At.ToDateTimeOffset(),
        decision.What,
        decision.Why is { Length: > 0 } code ? code : null,
        MessageWords.Sentence(decision, playbook, language, zone),
        decision.Until?.ToDateTimeOffset());
}

/// <summary>What became of a message, told by whoever delivers it.</summary>
/// <param name="State">delivered or failed.</param>
/// <param name="Detail">Why, in at most 200 characters; it is kept for ever, so it must name no person, number or address.</param>
public sealed record MessageReport(string? State, string? Detail = null);
