using System.Globalization;
using Engagement.Domain.Cards;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Hosting.Chains;
using Engagement.Journal;
using Engagement.Journal.Insights;

namespace Engagement.Hosting.Insights;

/// <summary>
/// Finds the cards that are to be renewed (docs/domain/insights.md). The chain's past says which may be, in the order of their ends;
/// of those on a page their members are asked themselves.
/// </summary>
internal sealed class RenewalList(ChainInsights insights, ITraces traces, IJournalQueries queries, ChainCatalogue chains)
{
    /// <summary>So long after its end a card that was not renewed is still listed.</summary>
    public static readonly TimeSpan OverdueFor = TimeSpan.FromDays(30);

    /// <summary>Cards that end up to <paramref name="within"/> after an instant, or ended not long before it, the earliest end first.</summary>
    /// <param name="past">Whether the members are wanted as they were then; else as they are.</param>
    public async ValueTask<IReadOnlyList<Renewal>> ReadAsync(
        Chain chain, StoreId? store, Instant asOf, bool past, TimeSpan within, RenewalPlace? after, int count, CancellationToken cancellation)
    {
        var places = await insights.LookAsync(chain.Id, told => Places(told, store, asOf, within, after), cancellation).ConfigureAwait(false);
        var rules = await chains.RulesAsync(chain.Id, cancellation).ConfigureAwait(false);
        var found = new List<Renewal>();
        foreach (var some in places.Chunk(count))
        {
            var members = await MembersAsync(chain.Id, some, past ? asOf : null, cancellation).ConfigureAwait(false);
            foreach (var place in some)
            {
                if (members.TryGetValue(place.Row, out var member) && Find(member, place) is { } card)
                    found.Add(new(place, member, card, rules.For(member.Home)));
                if (found.Count == count)
                    return found;
            }
        }

        return found;
    }

    private static List<RenewalPlace> Places(ChainPast past, StoreId? store, Instant asOf, TimeSpan within, RenewalPlace? after)
    {
        var places = new List<RenewalPlace>();
        foreach (var course in past.Cards)
        {
            if (past.IsErased(course.Member) || (store is { } home && !past.IsAtHomeIn(course.Member, home)))
                continue;
            if (course.EndAt(asOf) is { } end && end > asOf - OverdueFor && end <= asOf + within
                && new RenewalPlace(end, past.RowOf(course.Member), course.Card) is var place && (after is not { } last || place.CompareTo(last) > 0))
                places.Add(place);
        }

        places.Sort();
        return places;
    }

    private async ValueTask<IReadOnlyDictionary<long, Member>> MembersAsync(
        ChainId chain, IEnumerable<RenewalPlace> places, Instant? asOf, CancellationToken cancellation)
    {
        var members = new Dictionary<long, Member>();
        var rows = places.Select(place => place.Row).Distinct().ToList();
        foreach (var record in await traces.MembersAsync(chain, rows, cancellation).ConfigureAwait(false))
        {
            members[record.Row] = asOf is { } then && !record.State.IsErased
                ? await AsOfAsync(record.Key, then, cancellation).ConfigureAwait(false)
                : record.State;
        }

        return members;
    }

    private async ValueTask<Member> AsOfAsync(MemberKey key, Instant asOf, CancellationToken cancellation)
    {
        var history = await queries.HistoryAsync(key, cancellation).ConfigureAwait(false);
        var member = history.Where(told => told.At <= asOf)
            .Aggregate(Member.Unknown, (known, told) => Evolution.Evolve(known, told.Happened));
        return member with { Id = key.Member };
    }

    private static Card? Find(Member member, RenewalPlace place)
    {
        if (member.IsErased || member.Cards.FirstOrDefault(held => held.Id == place.Card) is not { } card)
            return null;
        return card.ExpiresAt == place.End
            && card is not ({ Status: CardStatus.Refunded } or { Status: CardStatus.Frozen, Form: CardForm.Period })
            && !member.Cards.Any(other => Replaces(other, card))
            ? card
            : null;
    }

    // Some desks renew a card by selling another of its kind.
    private static bool Replaces(Card other, Card card) =>
        other.Kind is not null && other.Kind == card.Kind && other.Id != card.Id && other.Status != CardStatus.Refunded
        && (other.ExpiresAt is not { } end || end > card.ExpiresAt);
}

/// <summary>A card that is to be renewed, with the member who has it.</summary>
/// <param name="Rules">Those that she lives by.</param>
internal sealed record Renewal(RenewalPlace Place, Member Member, Card Card, Rules Rules);

/// <summary>A place in the list of renewals: the cards in the order of their ends.</summary>
internal readonly record struct RenewalPlace(Instant End, long Row, CardId Card) : IComparable<RenewalPlace>
{
    public int CompareTo(RenewalPlace other) =>
        End != other.End ? End.CompareTo(other.End)
        : Row != other.Row ? Row.CompareTo(other.Row)
        : string.CompareOrdinal(Card.Value, other.Card.Value);

    /// <summary>What a cursor keeps beside the instant.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Row}.{Card}");

    public static RenewalPlace? Of(Instant end, string name) =>
        name.Split('.', 2) is [var row, var card] && long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(end, number, new(card))
            : null;
}
