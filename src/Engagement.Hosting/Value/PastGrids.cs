using System.Collections.Concurrent;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Hosting.Chains;
using Engagement.Journal;
using Engagement.Journal.Histories;

namespace Engagement.Hosting.Value;

/// <summary>
/// The quintiles as a night's work at a past instant would have made them (docs/domain/value.md), from what all members did up to then.
/// Histories are read portion by portion and nothing is stored; what was worked out is kept for a minute, for whoever looks at it asks again.
/// </summary>
public sealed class PastGrids(IHistories histories, ChainCatalogue chains, TimeProvider time) : IDisposable
{
    /// <summary>So many rows of members a portion.</summary>
    private const int Portion = 256;

    /// <summary>Beyond so many the oldest is forgotten before its minute is over.</summary>
    private const int MostKept = 64;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    /// <summary>All that counted acts are made of.</summary>
    private static readonly HashSet<string> Needed = new(StringComparer.Ordinal)
    {
        "purchase.v1", "visit.v1", "refund.v1", "card_used.v1", "card_use_cancelled.v1",
    };

    private readonly ConcurrentDictionary<(ChainId Chain, Instant At), (DateTimeOffset Until, RfmGrid? Grid)> _kept = new();

    // It keeps a processor busy; a second one at the same time would only take as long again.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The quintiles as of <paramref name="at"/>; null where nobody had come by then. The chain must exist.</summary>
    public async ValueTask<RfmGrid?> AtAsync(ChainId chain, Instant at, CancellationToken cancellation)
    {
        if (Find(chain, at) is { } known)
            return known.Grid;
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // Whoever had the turn before may have asked for the same.
            if (Find(chain, at) is { } found)
                return found.Grid;
            var grid = await MakeAsync(chain, at, cancellation).ConfigureAwait(false);
            Keep(chain, at, grid);
            return grid;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async ValueTask<RfmGrid?> MakeAsync(ChainId chain, Instant at, CancellationToken cancellation)
    {
        var rules = await chains.RulesAsync(chain, cancellation).ConfigureAwait(false);
        var values = new List<Rfm>();
        if (await histories.ExtentAsync(chain, cancellation).ConfigureAwait(false) is not { } extent)
            return null;
        for (var first = extent.FirstMember; first <= extent.LastMember; first += Portion)
        {
            cancellation.ThrowIfCancellationRequested();
            var members = await histories.ReadAsync(
                chain, first, first + Portion - 1, extent.Head, new HashSet<StoreId>(), Needed.Contains, cancellation).ConfigureAwait(false);
            foreach (var member in members)
                values.Add(RfmOf(rules, member, at));
            // The reads of an embedded node do not wait: others are to have a turn as well.
            await Task.Yield();
        }

        return RfmGrid.Of(at, values);
    }

    private static Rfm RfmOf(ChainRules rules, MemberHistory member, Instant at)
    {
        var acts = Hindsight.ActsAt(member.Events.Where(happened => !happened.Data.IsEmpty).Select(happened => happened.Happened), at, at);
        return Rfm.At(rules.For(HomeAt(member.Events, at)).Policy.Value, Member.Unknown with { Acts = acts }, at);
    }

    // Where she was at home then: where her first event was, or else where she was settled later.
    private static StoreId? HomeAt(IReadOnlyList<CommittedEvent> events, Instant at)
    {
        foreach (var (index, happened) in events.Index())
        {
            if (happened.At <= at && happened.Store is { } store && (index == 0 || happened.StoredType == "home_store_set.v1"))
                return store;
        }

        return null;
    }

    private (DateTimeOffset Until, RfmGrid? Grid)? Find(ChainId chain, Instant at) =>
        _kept.TryGetValue((chain, at), out var kept) && kept.Until > time.GetUtcNow() ? kept : null;

    private void Keep(ChainId chain, Instant at, RfmGrid? grid)
    {
        var now = time.GetUtcNow();
        foreach (var ((key, kept), index) in _kept.OrderByDescending(each => each.Value.Until).Select((each, index) => (each, index)).ToList())
        {
            if (index >= MostKept - 1 || kept.Until <= now)
                _kept.TryRemove(key, out _);
        }

        _kept[(chain, at)] = (now + Kept, grid);
    }
}
