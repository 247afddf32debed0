using System.Text.Json.Serialization;
using Engagement.Domain.Cards;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Hosting.Api.Members;
using Engagement.Hosting.Insights;
using Engagement.Journal.Formats;

namespace Engagement.Hosting.Api.Insights;

/// <summary>Cards that are to be renewed (docs/domain/insights.md), the earliest end first.</summary>
/// <param name="Store">Whose members; null for all.</param>
/// <param name="Next">The cursor of the following page; missing on the last.</param>
public sealed record RenewalListView(
    string Chain,
    string? Store,
    DateTimeOffset AsOf,
    IReadOnlyList<RenewalView> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next);

/// <summary>A card that is to be renewed.</summary>
/// <param name="Store">The member's home store.</param>
/// <param name="Profile">Who she is, masked for most; null where nothing is known.</param>
/// <param name="Kind">What the chain calls this kind of card.</param>
/// <param name="Form">stored_value, count, period or discount; null for a card of no known kind.</param>
/// <param name="DaysLeft">Calendar days of her store until it ends; negative once it has.</param>
/// <param name="Price">What its kind costs now, in the chain's currency; null where the policy does not say.</param>
/// <param name="Saved">What it has saved her, in the chain's currency.</param>
/// <param name="State">due, or overdue once its end has come.</param>
/// <param name="PlaybookStep">How many steps of the renewal playbook she is in have come; null where she is in none.</param>
public sealed record RenewalView(
    string Member,
    string? Store,
    ProfileRowView? Profile,
    string Card,
    string? Kind,
    string? Form,
    DateTimeOffset ExpiresAt,
    int DaysLeft,
    decimal? Price,
    decimal Saved,
    string State,
    int? PlaybookStep)
{
    internal static RenewalView Of(Renewal renewal, ProfileRowView? profile, Instant asOf)
    {
        var (place, member, card, rules) = renewal;
        return new(
            member.Id.Value,
            member.Home?.Value,
            profile,
            card.Id.Value,
            card.Kind,
            card.Form is { } form ? Names.Of(form) : null,
            place.End.ToDateTimeOffset(),
            place.End.LocalDate(rules.Zone).DayNumber - asOf.LocalDate(rules.Zone).DayNumber,
            PriceOf(rules.Policy, card),
            card.Saved,
            place.End <= asOf ? "overdue" : "due",
            StepOf(rules.Policy, member));
    }

    private static decimal? PriceOf(Policy policy, Card card) =>
        card.Kind is { } kind ? policy.Cards.Kinds.GetValueOrDefault(kind)?.Price : null;

    private static int? StepOf(Policy policy, Member member) => member.Recall.Runs
        .FirstOrDefault(run => policy.Recall.Playbooks.GetValueOrDefault(run.Playbook)?.Trigger.When == Occasion.CardExpiring)?.Next;
}
