using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Journal;

namespace Engagement.Hosting.Api.Events;

/// <summary>A card goes only to somebody who is known: a slip of the pen must not give it to nobody.</summary>
internal static class CardReceivers
{
    public static async ValueTask CheckAsync(IJournal journal, ChainId chain, List<EventItem> items, CancellationToken cancellation)
    {
        HashSet<string>? beside = null;
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is not { Command: TransferCard { To: var to } } item)
                continue;
            // Somebody whom the same batch brings is known as well.
            beside ??= items.Where(other => other.Command is not null and not TransferCard).Select(other => other.Member!).ToHashSet(StringComparer.Ordinal);
            if (!beside.Contains(to.Value) && await journal.FindAsync(new(chain, to), cancellation).ConfigureAwait(false) is null)
                items[index] = EventItem.Reject(item.Id, "unknown_receiver", $"there is no member '{to}' who could have the card");
        }
    }
}
