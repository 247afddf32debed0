using System.Text.Json.Nodes;
using Engagement.Domain.Cards;
using Engagement.Journal;

namespace Engagement.Hosting.Api.Cards;

/// <summary>One line of a card's statement, in the order in which things were told.</summary>
/// <param name="Position">The position of the event.</param>
/// <param name="At">When it happened.</param>
/// <param name="Type">What happened, such as card_used.</param>
/// <param name="Id">The sender's id, where it came from outside.</param>
/// <param name="Change">What it put on the card, below zero for what it took.</param>
/// <param name="Balance">What is on the card after it.</param>
/// <param name="Data">The fields of the event.</param>
public sealed record CardStatementLine(
    long Position,
    DateTimeOffset At,
    string Type,
    string? Id,
    CardContentView Change,
    CardContentView Balance,
    JsonNode? Data)
{
    internal static CardStatementLine Of(CardMovement line, CommittedEvent told) => new(
        told.Position,
        told.At.ToDateTimeOffset(),
        told.Type,
        told.Id,
        CardContentView.Of(line.Change),
        CardContentView.Of(line.After),
        JsonNode.Parse(told.Data.Span));
}

/// <summary>Money and uses on a card, or a change of them; money in the chain's currency.</summary>
/// <param name="Paid">Her own money.</param>
/// <param name="Bonus">What was given on top.</param>
/// <param name="Owed">What she took on credit.</param>
/// <param name="Total">Paid and bonus less owed.</param>
/// <param name="UsesWorth">What was paid for the uses.</param>
public sealed record CardContentView(decimal Paid, decimal Bonus, decimal Owed, decimal Total, int Uses, decimal UsesWorth)
{
    internal static CardContentView Of(CardBalance balance) =>
        new(balance.Paid, balance.Bonus, balance.Owed, balance.Total, balance.Uses, balance.UsesWorth);
}
