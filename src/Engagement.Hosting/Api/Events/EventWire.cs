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
/// <param name="Type">join, purchase, refund, visit, checkin or act.</param>
/// <param name="Member">The member's id in the chain.</param>
/// <param name="Store">Where it happened; her home store when missing.</param>
/// <param name="At">When it happened; now when missing. Up to 5 minutes ahead, any past.</param>
/// <param name="Amount">purchase: what was paid. refund: what was given back, where it is not the whole order.</param>
/// <param name="OrderId">purchase, refund: the order.</param>
/// <param name="Items">purchase: what was bought.</param>
/// <param name="Service">visit: what was done.</param>
/// <param name="Name">act: which behaviour.</param>
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
    string? Name = null);
