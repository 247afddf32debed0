using System.Runtime.InteropServices;
using Engagement.Domain.Behaviours;
using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Stages;
using Engagement.Domain.Streaks;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;
using Engagement.Journal;

namespace Engagement.Hosting.Boards;

/// <summary>
/// The numbers of a chain's board, kept up event by event: how many members are at each level, and what each store's
/// calendar days brought. The same fold serves the live board and the board of a past instant.
/// </summary>
internal sealed class BoardFold
{
    private readonly Dictionary<StoreKey, Levels> _levels;
    private readonly Dictionary<(StoreKey Store, DateOnly Day), DayFigures> _days = [];
    private readonly List<LevelMove> _moves = [];

    public BoardFold(IReadOnlyDictionary<StoreKey, Levels> levels) =>
        _levels = levels.ToDictionary(level => level.Key, level => level.Value.Copy());

    /// <summary>Adds an event to the levels and to the figures of its day.</summary>
    public void Add(ChainRules rules, MemberEvent happened, StoreId? store)
    {
        _moves.Clear();
        LevelMove.Collect(happened, new(store), _moves);
        foreach (var move in _moves)
            (CollectionsMarshal.GetValueRefOrAddDefault(_levels, move.Home, out _) ??= new())[move.Level] += move.Delta;
        AddFigures(rules, happened, store);
    }

    /// <summary>Adds an event to the figures of its day only: its levels have been counted already.</summary>
    public void AddFigures(ChainRules rules, MemberEvent happened, StoreId? store)
    {
        var day = happened.At.LocalDate(rules.For(store).Zone);
        var figures = CollectionsMarshal.GetValueRefOrAddDefault(_days, (new(store), day), out _) ??= new();
        figures.Add(happened);
    }

    /// <summary>The board at <paramref name="at"/>, of one store or of all.</summary>
    public Board Board(ChainRules rules, ChainId chain, StoreId? store, long position, Instant at)
    {
        var levels = new Levels();
        foreach (var (home, counts) in _levels)
        {
            if (store is null || home.Store == store)
                levels.Add(counts);
        }

        var today = new DayFigures();
        foreach (var ((place, day), figures) in _days)
        {
            if ((store is null || place.Store == store) && day == at.LocalDate(rules.For(place.Store).Zone))
                today.Add(figures);
        }

        return Boards.Board.From(chain, store, position, at, levels, today);
    }

    /// <summary>Lets go of days that no board of the present asks for any more.</summary>
    public void Forget(ChainRules rules, Instant now)
    {
        foreach (var (store, day) in _days.Keys.Where(key => key.Day < now.LocalDate(rules.For(key.Store.Store).Zone)).ToList())
            _days.Remove((store, day));
    }
}

/// <summary>What one calendar day brought at one store.</summary>
internal sealed class DayFigures
{
    private readonly Dictionary<(Stage? From, Stage To), int> _movements = [];

    public int Joined { get; private set; }

    public int NewMembers { get; private set; }

    public int Purchases { get; private set; }

    public decimal Revenue { get; private set; }

    public int Refunds { get; private set; }

    public decimal Refunded { get; private set; }

    public int Visits { get; private set; }

    public int CheckIns { get; private set; }

    public int Acts { get; private set; }

    public long Points { get; private set; }

    public IReadOnlyDictionary<(Stage? From, Stage To), int> Movements => _movements;

    public void Add(MemberEvent happened)
    {
        switch (happened)
        {
            case Domain.Members.Joined:
                Joined++;
                break;
            case Purchased purchased:
                Purchases++;
                Revenue += purchased.Amount;
                Points += purchased.Points;
                break;
            case Refunded refunded:
                Refunds++;
                Refunded += refunded.Amount;
                Points -= refunded.Points;
                break;
            case Visited or CardUsed { Visit: not null }:
                Visits++;
                break;
            case CheckedIn checkedIn:
                CheckIns += checkedIn.Standing == SignInStanding.Repeat ? 0 : 1;
                Points += checkedIn.Points;
                break;
            case Acted acted:
                Acts++;
                Points += acted.Points;
                break;
            case StageChanged changed:
                NewMembers += changed.From is null ? 1 : 0;
                CollectionsMarshal.GetValueRefOrAddDefault(_movements, (changed.From, changed.To), out _)++;
                break;
        }
    }

    public void Add(DayFigures other)
    {
        Joined += other.Joined;
        NewMembers += other.NewMembers;
        Purchases += other.Purchases;
        Revenue += other.Revenue;
        Refunds += other.Refunds;
        Refunded += other.Refunded;
        Visits += other.Visits;
        CheckIns += other.CheckIns;
        Acts += other.Acts;
        Points += other.Points;
        foreach (var (movement, count) in other._movements)
            CollectionsMarshal.GetValueRefOrAddDefault(_movements, movement, out _) += count;
    }
}
