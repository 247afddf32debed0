using System.Text.Json.Nodes;

namespace Engagement.Hosting.Api.Events;

/// <summary>What became of a batch, item by item.</summary>
/// <param name="Accepted">How many items were taken now.</param>
/// <param name="Duplicates">How many had been taken before, with the same content; they changed nothing.</param>
/// <param name="Rejected">Those that were refused, and why; none of them spoilt another.</param>
/// <param name="Position">The chain's position after the commit.</param>
public sealed record IngestAnswer(int Accepted, int Duplicates, IReadOnlyList<RejectedItem> Rejected, long Position);

/// <summary>An item that was refused.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Id">Its id, where it had a readable one.</param>
/// <param name="Code">Why, for programs.</param>
/// <param name="Detail">Why, for people.</param>
public sealed record RejectedItem(int Index, string? Id, string Code, string Detail);

/// <summary>An item to send: what happened to one member. Fields not named here are kept under <c>extra</c>.</summary>
/// <param name="Id">The sender's key: the same id in the same chain is taken once, for ever.</param>
/// <param name="Type">join, purchase, refund, visit, checkin, act, survey, complaint, consent, card_issue or card_renew.</param>
/// <param name="Member">The member's id in the chain.</param>
/// <param name="Store">Where it happened; her home store when missing.</param>
/// <param name="At">When it happened; now when missing. Up to 5 minutes ahead, any past.</param>
/// <param name="Amount">purchase: what was paid. refund: what was given back, where it is not the whole order.</param>
/// <param name="OrderId">purchase, refund: the order.</param>
/// <param name="Items">purchase: what was bought.</param>
/// <param name="Service">visit: what was done.</param>
/// <param name="Name">act: which behaviour.</param>
/// <param name="Referrer">join: the member who sent her.</param>
/// <param name="Birthday">join: MM-dd or yyyy-MM-dd. The year is forgotten, and no event says the day.</param>
/// <param name="Score">survey: 0 to 10.</param>
/// <param name="Channel">consent: for which channel; all when missing.</param>
/// <param name="Given">consent: whether she wants messages.</param>
/// <param name="Card">card_issue, card_renew: the card's number.</param>
/// <param name="Kind">card_issue: what kind of card.</param>
/// <param name="ExpiresAt">card_issue, card_renew: when it ends; a card without it never does.</param>
public sealed record EventToSend(
    string Id,
    string Type,
    string Member,
    string? Store = null,
    DateTimeOffset? At = null,
    decimal? Amount = null,
    string? OrderId = null,
    JsonArray? Items = null,
    string? Service = null,
    string? Name = null,
    string? Referrer = null,
    string? Birthday = null,
    int? Score = null,
    string? Channel = null,
    bool? Given = null,
    string? Card = null,
    string? Kind = null,
    DateTimeOffset? ExpiresAt = null);
