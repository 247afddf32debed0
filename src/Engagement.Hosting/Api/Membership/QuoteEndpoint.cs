using System.Security.Claims;
using Engagement.Domain.Benefits;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Hosting.Api.Events;
using Engagement.Hosting.Api.Members;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Membership;

/// <summary>What joining, or the next tier, would save on a bill: what the desk says to somebody who is about to pay (docs/domain §6).</summary>
internal static class QuoteEndpoint
{
    private const int MostLines = 500;

    public static void MapQuote(this RouteGroupBuilder chain) => chain.MapPost("/quote", QuoteAsync).WithName("quote").Needs(Right.SeeMembers, Place.Own)
        .WithSummary("What a bill costs somebody now, and what joining or the next tier would save on it")
        .WithDescription("Changes nothing. Without 'member' the bill is that of somebody who is nobody's member yet.")
        .Produces<QuoteView>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> QuoteAsync(
        string chain, BillToQuote body, ClaimsPrincipal user, ChainCatalogue chains, IJournal journal, NodeClock clock, CancellationToken cancellation)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (body.Store is { } named && known.Find(new(named)) is null)
            return Problems.UnknownStore(named);
        var caller = Caller.Of(user)!;
        if (body.Store is { } place && !caller.May(Right.SeeMembers, id, new StoreId(place)))
            return Problems.NotYourStore();
        if (body.Items is not { Count: > 0 and <= MostLines } items)
            return Problems.InvalidField("items", $"must have 1 to {MostLines} lines such as {{\"category\": \"facial\", \"amount\": 500}}");
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is not { Amount: >= 0m and <= EventItem.MostMoney })
                return Problems.InvalidField($"items[{index}].amount", $"must be between 0 and {EventItem.MostMoney}");
            if (items[index].Category is { } category && (category.Length is 0 or > 64 || !Identifiers.IsText(category)))
                return Problems.InvalidField($"items[{index}].category", "must have 1 to 64 characters");
        }

        var rules = await chains.RulesAsync(id, cancellation).ConfigureAwait(false);
        Member? member = null;
        var now = clock.Now;
        if (body.Member is { } name)
        {
            if (!Identifiers.IsText(name) || await FindAsync(journal, new(id, new(name)), cancellation).ConfigureAwait(false) is not { } record
                || !caller.May(Right.SeeMembers, id, record.State.Home))
                return Problems.UnknownMember();
            now = Instant.Later(now, record.State.LivedThrough);
            member = MemberView.LivedUntil(rules, record.State, now);
        }

        var policy = rules.For(body.Store is { } store ? new StoreId(store) : member?.Home).Policy;
        var shared = member?.Family.Head is { } head && await FindAsync(journal, new(id, head), cancellation).ConfigureAwait(false) is { } family
            && family.State.Family.Has(member.Id)
            ? policy.Tiers.Find(family.State.Tier.Name).Tier?.Benefits
            : null;
        var quote = Quote.Of(policy, member, shared, [.. items.Select(item => new BillLine(item.Category, item.Amount))], now);
        return TypedResults.Ok(QuoteView.Of(quote, known.Currency));
    }

    private static async ValueTask<MemberRecord?> FindAsync(IJournal journal, MemberKey key, CancellationToken cancellation) =>
        await journal.FindAsync(key, cancellation).ConfigureAwait(false);
}

/// <summary>A bill.</summary>
/// <param name="Member">Whose; null for somebody who is nobody's member yet.</param>
/// <param name="Store">By whose policy; null for the member's home store, or the chain.</param>
public sealed record BillToQuote(IReadOnlyList<BillItem> Items, string? Member = null, string? Store = null);

/// <summary>One line of a bill.</summary>
/// <param name="Amount">In the chain's currency, not negative.</param>
public sealed record BillItem(decimal Amount, string? Category = null);

/// <summary>What a bill costs now, and what would save on it. All money is in the chain's currency.</summary>
/// <param name="Bill">The bill without any discount.</param>
/// <param name="Discount">What she has off now.</param>
/// <param name="Joining">What joining would save; null for who has joined.</param>
/// <param name="NextTier">What the tier above hers would save; null where there is none.</param>
public sealed record QuoteView(string Currency, decimal Bill, decimal Discount, decimal ToPay, OfferView? Joining, NextTierOfferView? NextTier)
{
    internal static QuoteView Of(Quote quote, string currency) => new(
        currency,
        quote.Bill,
        quote.Discount,
        quote.ToPay,
        quote.Joining is { } joining ? OfferView.Of(joining) : null,
        quote.NextTier is { } next ? new(NextTierView.Of(next.Outlook), OfferView.Of(next.Offer)) : null);
}

/// <summary>What something would save on the bill.</summary>
/// <param name="Discount">Further off the bill.</param>
/// <param name="GiftValue">What the gift that comes with it is worth.</param>
/// <param name="Gift">What it is, in words.</param>
/// <param name="Saved">Discount and gift together.</param>
/// <param name="Fee">What it costs.</param>
/// <param name="Net">What is left when the fee is paid; below 0 where it is not worth it today.</param>
public sealed record OfferView(decimal Discount, decimal GiftValue, string? Gift, decimal Saved, decimal Fee, decimal Net)
{
    internal static OfferView Of(QuotedOffer offer) =>
        new(offer.Discount, offer.GiftPack?.Value ?? 0m, offer.GiftPack?.Title, offer.Saved, offer.Fee, offer.Net);
}

/// <summary>The tier above hers, what she lacks for it, and what it would save on the bill.</summary>
public sealed record NextTierOfferView(NextTierView Tier, OfferView Offer);
