using Engagement.Domain.Identity;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Engagement.Journal;
using Engagement.Journal.Formats;

namespace Engagement.Hosting.Boards;

/// <summary>How a chain, or one of its stores, stands at an instant.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Store">The store, where only one was asked for.</param>
/// <param name="Position">The chain's position that this board has counted up to.</param>
/// <param name="AsOf">The instant it is the board of.</param>
/// <param name="Stages">How many members are in each stage; a member counts for her home store.</param>
/// <param name="Flags">How many members need attention.</param>
/// <param name="Today">What the calendar day, in each store's own zone, has brought up to then.</param>
/// <param name="Movements">From which stage to which how many members went on that day, the largest first.</param>
public record Board(
    string Chain,
    string? Store,
    long Position,
    DateTimeOffset AsOf,
    StageCounts Stages,
    FlagCounts Flags,
    TodayFigures Today,
    IReadOnlyList<Movement> Movements)
{
    internal static Board From(
        ChainId chain, StoreId? store, long position, Instant at, Levels levels, DayFigures today) => new(
        chain.Value,
        store?.Value,
        position,
        at.ToDateTimeOffset(),
        new(
            levels[Stage.Potential],
            levels[Stage.New],
            levels[Stage.Effective],
            levels[Stage.Active],
            levels[Stage.Loyal],
            levels[Stage.Dormant],
            levels[Stage.Lost]),
        new(levels[AttentionFlags.SecondVisitOverdue], levels[AttentionFlags.Slipping]),
        new(
            today.Joined,
            today.NewMembers,
            today.Purchases,
            today.Revenue,
            today.Refunds,
            today.Refunded,
            today.Visits,
            today.CheckIns,
            today.Acts,
            today.Points),
        [
            .. today.Movements
                .OrderByDescending(movement => movement.Value).ThenBy(movement => movement.Key)
                .Select(movement => new Movement(
                    movement.Key.From is { } from ? Names.Of(from) : null, Names.Of(movement.Key.To), movement.Value)),
        ]);
}

/// <summary>Members by lifecycle stage (docs/domain §4).</summary>
public sealed record StageCounts(long Potential, long New, long Effective, long Active, long Loyal, long Dormant, long Lost)
{
    /// <summary>All of them.</summary>
    internal long All => Potential + New + Effective + Active + Loyal + Dormant + Lost;
}

/// <summary>Members by attention flag (docs/domain §4).</summary>
public sealed record FlagCounts(long SecondVisitOverdue, long Slipping);

/// <summary>What a day has brought.</summary>
/// <param name="Joined">Join acts.</param>
/// <param name="NewMembers">Members heard of for the first time, by whatever act.</param>
/// <param name="Revenue">Paid for purchases, before refunds.</param>
/// <param name="Refunded">Given back.</param>
/// <param name="Checkins">Sign-ins, without repeats of a day.</param>
/// <param name="Acts">Named behaviours.</param>
/// <param name="Points">Points earned less points taken back.</param>
public sealed record TodayFigures(
    int Joined,
    int NewMembers,
    int Purchases,
    decimal Revenue,
    int Refunds,
    decimal Refunded,
    int Visits,
    int Checkins,
    int Acts,
    long Points);

/// <summary>So many members went from one stage to another; <paramref name="From"/> is null for those who came into being.</summary>
public sealed record Movement(string? From, string To, int Count);
