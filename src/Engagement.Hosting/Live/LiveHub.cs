using System.Runtime.CompilerServices;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Boards;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Recall;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Live;

/// <summary>
/// The live board, pushed: a snapshot, then every event in order, from wherever a watcher left off. And the recall monitor.
/// </summary>
[Authorize(Policy = Access.Staff)]
public sealed class LiveHub(
    LiveFeeds feeds,
    IJournalQueries queries,
    RecallQuery recall,
    ChainCatalogue chains,
    NodeClock clock,
    TimeProvider time,
    ISignedIn signedIn,
    HubFaults faults,
    IOptions<LiveOptions> options) : Hub
{
    /// <summary>
    /// Items of a chain, for ever. Each is produced only when the connection has taken the one before, so that a slow client
    /// holds up itself alone and costs no memory.
    /// </summary>
    public IAsyncEnumerable<LiveItem> Watch(WatchRequest? request, CancellationToken cancellation) =>
        faults.Follow(WatchAsync(request, cancellation), cancellation);

    /// <summary>
    /// What playbooks and campaigns do and bring, at once and then whenever it has changed, for ever. Whatever changes within
    /// <see cref="LiveOptions.RecallGap"/> comes in one item.
    /// </summary>
    public IAsyncEnumerable<RecallFigures> WatchRecall(WatchRecallRequest? request, CancellationToken cancellation) =>
        faults.Follow(WatchRecallAsync(request, cancellation), cancellation);

    private async IAsyncEnumerable<LiveItem> WatchAsync(WatchRequest? request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (chain, store) = await PlaceAsync(Right.SeeBoard, request?.Chain, request?.Store, cancellation).ConfigureAwait(false);
        var feed = await feeds.FeedAsync(chain, cancellation).ConfigureAwait(false);
        var position = request?.After ?? -1;
        var pace = new ItemPace(options.Value.ShortestGap, time);
        Board? shown = null;
        while (true)
        {
            var rules = await chains.RulesAsync(chain, cancellation).ConfigureAwait(false);
            var item = await NextAsync(feed, rules, position, store, cancellation).ConfigureAwait(false);
            position = item.Position;
            // The first item always goes out: whoever comes back after midnight needs the board, if nothing else.
            if (item.Snapshot is not null || item.Events is { Count: > 0 } || shown is null || !SameFigures(shown, item.Board!))
            {
                yield return item;
                shown = item.Snapshot ?? item.Board;
                pace.Sent();
            }

            await WaitAsync(feed, position, pace, cancellation).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<RecallFigures> WatchRecallAsync(
        WatchRecallRequest? request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (chain, store) = await PlaceAsync(Right.SeeFigures, request?.Chain, request?.Store, cancellation).ConfigureAwait(false);
        var feed = await feeds.FeedAsync(chain, cancellation).ConfigureAwait(false);
        var pace = new ItemPace(options.Value.RecallGap, time);
        RecallFigures? shown = null;
        while (true)
        {
            // Before it is read: what is committed meanwhile is read again rather than missed.
            var position = feed.Position;
            var figures = await recall.ReadAsync(chain, store, null, null, cancellation).ConfigureAwait(false);
            pace.Sent();
            if (shown is null || !figures.IsSameAs(shown))
            {
                yield return figures;
                shown = figures;
            }

            await WaitAsync(feed, position, pace, cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask<(ChainId Chain, StoreId? Store)> PlaceAsync(Right right, string? chain, string? store, CancellationToken cancellation)
    {
        var id = new ChainId(chain ?? "");
        StoreId? place = store is { Length: > 0 } ? new StoreId(store) : null;
        if (Caller.Of(Context.User!) is not { } caller || caller.ReachOf(right) == Reach.Nowhere)
            throw new HubException("forbidden: your role does not include it");
        if (!caller.May(right, id) || await chains.FindAsync(id, cancellation).ConfigureAwait(false) is not { } known)
            throw new HubException($"unknown_chain: there is no chain '{id}'");
        if (caller.ReachOf(right) == Reach.OwnStores && place is null && caller.Stores is [var only])
            place = only;
        if (!caller.May(right, id, place))
            throw new HubException(place is null ? "store_needed: name one of your stores" : "not_your_store: you see the stores you belong to");
        return place is { } wanted && known.Find(wanted) is null
            ? throw new HubException($"unknown_store: chain '{id}' has no store '{wanted}'")
            : (id, place);
    }

    private async ValueTask<LiveItem> NextAsync(
        ChainFeed feed, ChainRules rules, long position, StoreId? store, CancellationToken cancellation)
    {
        var (events, upTo, board) = feed.Read(rules, position, store, clock.Now);
        if (events is not null)
            return new(upTo, null, events, board);
        var head = feed.Position;
        if (position < 0 || position > head || head - position > options.Value.MostBehind)
        {
            var (recent, whole) = feed.Snapshot(rules, store, clock.Now);
            return new(whole.Position, new(whole, recent), null, null);
        }

        var missed = await queries.FeedAsync(feed.Chain, position, options.Value.MostInOneItem, cancellation).ConfigureAwait(false);
        return new(
            missed.Count > 0 ? missed[^1].Position : position,
            null,
            [.. missed.Where(happened => store is null || happened.Store == store)],
            board);
    }

    private async Task WaitAsync(ChainFeed feed, long position, ItemPace pace, CancellationToken cancellation)
    {
        var gap = pace.Remaining;
        if (gap > TimeSpan.Zero)
            await Task.Delay(gap, time, cancellation).ConfigureAwait(false);
        using var refresh = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var later = Task.Delay(options.Value.BoardRefresh, time, refresh.Token);
        await Task.WhenAny(feed.MoreThan(position), later).ConfigureAwait(false);
        await refresh.CancelAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        await StillSignedInAsync(pace, cancellation).ConfigureAwait(false);
    }

    // A connection outlives the call that opened it: who signed out, or may see less by now, must not go on watching.
    private async ValueTask StillSignedInAsync(ItemPace pace, CancellationToken cancellation)
    {
        if (!pace.IsTimeToLook(options.Value.SignedInCheck))
            return;
        try
        {
            if (await signedIn.HoldsAsync(Context.User!, cancellation).ConfigureAwait(false))
                return;
        }
        catch (JournalUnavailableException)
        {
            // While the store is away nothing new comes about that could be shown; the next look says.
            return;
        }

        Context.Abort();
        throw new HubException("signed_out: the session has ended, or allows something else now; sign in again");
    }

    private static bool SameFigures(Board left, Board right) =>
        left.Stages == right.Stages && left.Flags == right.Flags && left.Today == right.Today
        && left.Movements.SequenceEqual(right.Movements);
}
