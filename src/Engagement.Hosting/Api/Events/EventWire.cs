using System.Text.Json.Nodes;
using Engagement.Hosting.Api.Members;

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

/// <summary>An item to send: what happened to one member. Fields not named here are kept under <c>extra</c>,
/// but those that say who she is (docs/api.md), which go to her profile.</summary>
/// <param name="Id">The sender's key: the same id in the same chain is taken once, for ever.</param>
/// <param name="Type">join, purchase, refund, visit, checkin, act, survey, complaint, consent, redeem, tier_invite, tier_uninvite,
/// benefit_use, family_add, family_remove, family_leave, or one of cards: card_issue,
/// card_renew, card_topup, card_use, card_use_cancel, card_freeze, card_unfreeze, card_refund, card_transfer.</param>
/// <param name="Member">The member's id in the chain.</param>
/// <param name="Store">Where it happened; her home store when missing.</param>
/// <param name="At">When it happened; now when missing. Up to 5 minutes ahead, any past.</param>
/// <param name="Amount">purchase: what was paid. refund: what was given back, where it is not the whole order. card_topup:
/// what she put on it. card_use: what is taken, or the bill that a discount is taken off. card_refund: how much of the unused money is
/// taken off, where it is not all.</param>
/// <param name="OrderId">purchase, refund: the order.</param>
/// <param name="Items">purchase: what was bought.</param>
/// <param name="Service">visit, card_use: what was done.</param>
/// <param name="Name">act: which behaviour.</param>
/// <param name="Referrer">join: the member who sent her.</param>
/// <param name="ReferralCode">join: that member's code, in the place of her id.</param>
/// <param name="Birthday">join: MM-dd or yyyy-MM-dd. The year is forgotten, and no event says the day.</param>
/// <param name="Score">survey: 0 to 10.</param>
/// <param name="Channel">consent: for which channel; all when missing.</param>
/// <param name="Given">consent: whether she wants messages.</param>
/// <param name="Card">All of cards but card_use_cancel: the card's number.</param>
/// <param name="Kind">card_issue: what kind of card.</param>
/// <param name="ExpiresAt">card_issue, card_renew: when it ends; without it a new card ends when its kind says, or never.</param>
/// <param name="Paid">card_issue, card_renew: what she paid for it; for a new card its kind's price when missing.</param>
/// <param name="Balance">card_issue, stored value: what is on a card that was begun elsewhere.</param>
/// <param name="Uses">card_issue, card_renew: the uses it comes with. card_use: how many are taken, one when missing.</param>
/// <param name="UseId">card_use_cancel: the id of the use.</param>
/// <param name="Visit">card_use: false where the visit is sent by itself; true when missing.</param>
/// <param name="Device">card_use: the till.</param>
/// <param name="Reason">card_freeze: why.</param>
/// <param name="To">card_transfer: the member who is to have it.</param>
/// <param name="Points">redeem: how many, towards a fee; not with goods.</param>
/// <param name="Goods">redeem: what she takes of the catalogue.</param>
/// <param name="Count">redeem: how many of the goods; 1 when missing.</param>
/// <param name="Tier">tier_invite, tier_uninvite: the tier.</param>
/// <param name="Benefit">benefit_use: the benefit.</param>
/// <param name="Profile">Who she is and how she is reached: it goes to her profile and into no event. Where an act is a repeat, it is
/// kept only if nothing was ever known of her.</param>
/// <param name="Relative">family_add, family_remove: who. benefit_use: who of her family took it; herself when missing.</param>
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
    string? ReferralCode = null,
    string? Birthday = null,
    int? Score = null,
    string? Channel = null,
    bool? Given = null,
    string? Card = null,
    string? Kind = null,
    DateTimeOffset? ExpiresAt = null,
    decimal? Paid = null,
    decimal? Balance = null,
    int? Uses = null,
    string? UseId = null,
    bool? Visit = null,
    string? Device = null,
    string? Reason = null,
    string? To = null,
    long? Points = null,
    string? Goods = null,
    int? Count = null,
    string? Tier = null,
    string? Benefit = null,
    string? Relative = null,
    ProfileToPut? Profile = null);
