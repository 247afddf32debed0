using System.Runtime.InteropServices;
using Engagement.Domain.Cards;
using Engagement.Domain.Erasure;
using Engagement.Domain.Identity;
using Engagement.Domain.Purchases;
using Engagement.Domain.Stages;
using Engagement.Journal.Insights;

namespace Engagement.Hosting.Insights;

/// <summary>
/// A chain's past as insights need it, told in the order of positions and kept small: some 24 bytes a counted act. What is asked of it
/// is as of any instant, by all that has been told up to now (docs/domain/insights.md).
/// </summary>
internal sealed class ChainPast
{
    private const int None = -1;

    private readonly Dictionary<long, int> _places = [];
    private readonly List<PastMember> _members = [];
    private readonly List<PastAct> _acts = [];
    private readonly List<PastStage> _stages = [];
    private readonly List<StoreId> _stores = [];
    private readonly Dictionary<StoreId, int> _storeNumbers = [];
    private readonly Dictionary<(int Member, CardId Card), CardCourse> _cards = [];

    /// <summary>The position of the last event that was told.</summary>
    public long Position { get; set; }

    /// <summary>How much it holds, in things remembered.</summary>
    public long Size => _members.Count + _acts.Count + _stages.Count + _cards.Count;

    public int Members => _members.Count;

    public IReadOnlyList<StoreId> Stores => _stores;

    /// <summary>The courses of all cards there ever were, in no order.</summary>
    public IEnumerable<CardCourse> Cards => _cards.Values;

    /// <summary>When a member was first heard of.</summary>
    public long FirstOf(int member) => _members[member].First;

    /// <summary>The handle of a member's row.</summary>
    public long RowOf(int member) => _members[member].Row;

    public bool IsErased(int member) => _members[member].IsErased;

    /// <summary>The members at home in a store; all of them for none.</summary>
    public IEnumerable<int> AtHomeIn(StoreId? store)
    {
        var home = store is { } named ? NumberOf(named) : (int?)null;
        for (var member = 0; member < _members.Count; member++)
        {
            if (home is null || (home >= 0 && _members[member].Home == home))
                yield return member;
        }
    }

    /// <summary>Whether a member is at home in a store.</summary>
    public bool IsAtHomeIn(int member, StoreId store) => NumberOf(store) is >= 0 and var home && _members[member].Home == home;

    /// <summary>The number of a store among <see cref="Stores"/>; negative where nothing has happened there.</summary>
    public int NumberOf(StoreId store) => _storeNumbers.GetValueOrDefault(store, None);

    public void Tell(Trace trace)
    {
        var place = Place(trace);
        ref var member = ref CollectionsMarshal.AsSpan(_members)[place];
        var at = trace.At.Microseconds;
        member.First = Math.Min(member.First, at);
        var store = trace.Store is { } named ? Number(named) : None;
        // The first store that her events name is her home, and never changes.
        if (member.Home == None)
            member.Home = store;
        switch (trace)
        {
            case { Kind: TraceKind.Counted }:
                _acts.Add(new() { At = at, OutAt = long.MaxValue, Previous = member.LastAct, Store = store });
                member.LastAct = _acts.Count - 1;
                member.Acts++;
                break;
            case { Kind: TraceKind.Stage }:
                _stages.Add(new(at, member.LastStage, trace.Stage));
                member.LastStage = _stages.Count - 1;
                break;
            case { Happened: Refunded refunded }:
                foreach (var part in refunded.Parts)
                {
                    if (part.Whole)
                        TakeOut(member, part.Number, at);
                }

                break;
            case { Happened: CardUseCancelled { Visit: { } visit } }:
                TakeOut(member, visit, at);
                break;
            case { Happened: Erased }:
                member.IsErased = true;
                break;
            case { Happened: ICardEvent card }:
                Course(place, card.Card).Tell(trace.Happened);
                break;
        }
    }

    /// <summary>A member's counted acts that were in the count as of an instant, the latest told first.</summary>
    public ActsOfMember ActsOf(int member, long asOf) => new(CollectionsMarshal.AsSpan(_acts), _members[member].LastAct, asOf);

    /// <summary>The changes of her stage that were told, the latest first.</summary>
    public StagesOfMember StagesOf(int member) => new(CollectionsMarshal.AsSpan(_stages), _members[member].LastStage);

    // Her counted acts are numbered as they were told, from 1.
    private void TakeOut(in PastMember member, int number, long at)
    {
        var acts = CollectionsMarshal.AsSpan(_acts);
        var act = member.LastAct;
        for (var latest = member.Acts; latest > number && act != None; latest--)
            act = acts[act].Previous;
        if (act != None && number <= member.Acts)
            acts[act].OutAt = Math.Min(acts[act].OutAt, at);
    }

    private int Place(Trace trace)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, trace.Row, out var isKnown);
        if (isKnown)
            return place;
        place = _members.Count;
        _members.Add(new() { Row = trace.Row, First = long.MaxValue, LastAct = None, LastStage = None, Home = None });
        return place;
    }

    private int Number(StoreId store)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_storeNumbers, store, out var isKnown);
        if (isKnown)
            return number;
        number = _stores.Count;
        _stores.Add(store);
        return number;
    }

    private CardCourse Course(int member, CardId card) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_cards, (member, card), out _) ??= new(member, card);

    private struct PastMember
    {
        public long Row;
        public long First;
        public int LastAct;
        public int Acts;
        public int LastStage;
        public int Home;
        public bool IsErased;
    }
}

/// <summary>A counted act of the past.</summary>
internal struct PastAct
{
    public long At;

    /// <summary>When it left the count; never for most.</summary>
    public long OutAt;

    /// <summary>Her act that was told before; negative for none.</summary>
    public int Previous;

    public int Store;
}

/// <summary>A change of stage.</summary>
/// <param name="Previous">Her change that was told before; negative for none.</param>
internal readonly record struct PastStage(long At, int Previous, Stage To);
