using System.Collections.Frozen;
using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tiers;
using Engagement.Domain.Visits;
using Engagement.Hosting.Auth;
using Engagement.Journal;

namespace Engagement.Hosting.Api.Events;

/// <summary>
/// Which items of a batch its sender may tell (docs/security/rights.md). Whoever is confined to stores tells what happens
/// there; of members at home elsewhere only what happens to any guest.
/// </summary>
internal static class ItemRights
{
    private static readonly Rejection NotYours = new("not_your_store", "what you tell must have happened at a store of yours");

    private static readonly Rejection NotAtHomeHere = new(
        "not_your_store", "this member is at home in another store; of her you may tell visits, purchases, sign-ins and uses of cards only");

    private static readonly Rejection NotGranted = new("forbidden", "this costs the house, and your role or key does not include it");

    /// <summary>What happens to guests of any store.</summary>
    private static readonly FrozenSet<Type> OfGuests = new[] { typeof(Purchase), typeof(Visit), typeof(CheckIn), typeof(UseCard) }.ToFrozenSet();

    /// <summary>What costs the house (<see cref="Right.GrantPrivileges"/>).</summary>
    private static readonly FrozenSet<Type> Privileges = new[] { typeof(InviteToTier), typeof(RefundCard) }.ToFrozenSet();

    public static async ValueTask CheckAsync(
        Caller caller, ChainId chain, IJournal journal, List<EventItem> items, CancellationToken cancellation)
    {
        var isConfined = caller.ReachOf(Right.RecordActs) == Reach.OwnStores;
        if (!isConfined && caller.May(Right.GrantPrivileges, chain))
            return;
        // Members whom this batch brings, or who are at home here.
        var homes = new Dictionary<string, bool>(StringComparer.Ordinal);
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is not { Command: { } command } item)
                continue;
            if (Privileges.Contains(command.GetType()) && !caller.May(Right.GrantPrivileges, chain))
                items[index] = EventItem.Reject(item.Id, NotGranted.Code, NotGranted.Detail);
            else if (isConfined)
                items[index] = await ConfineAsync(caller, chain, journal, homes, item, command, cancellation).ConfigureAwait(false);
        }
    }

    private static async ValueTask<EventItem> ConfineAsync(
        Caller caller,
        ChainId chain,
        IJournal journal,
        Dictionary<string, bool> homes,
        EventItem item,
        ActCommand command,
        CancellationToken cancellation)
    {
        // At a desk of one store there is nothing to choose.
        var store = command.Store ?? (caller.Stores is [var only] ? only : null);
        if (!caller.May(Right.RecordActs, chain, store))
            return EventItem.Reject(item.Id, NotYours.Code, NotYours.Detail);
        if (!OfGuests.Contains(command.GetType()))
        {
            if (!homes.TryGetValue(item.Member!, out var isHere))
            {
                var record = await journal.FindAsync(new(chain, new(item.Member!)), cancellation).ConfigureAwait(false);
                homes[item.Member!] = isHere = record?.State.Home is not { } home || caller.May(Right.RecordActs, chain, home);
            }

            if (!isHere)
                return EventItem.Reject(item.Id, NotAtHomeHere.Code, NotAtHomeHere.Detail);
        }

        return item with { Command = command with { Store = store } };
    }
}
