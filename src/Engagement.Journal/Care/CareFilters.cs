using System.Globalization;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;

namespace Engagement.Journal.Care;

/// <summary>
/// The conditions of lists of tasks (<c>t</c>) and messages (<c>s</c>), the same for every store: fixed texts only, for which
/// index serves depends on what is asked for. Parameters are counted on from the chain's number.
/// </summary>
internal static class CareFilters
{
    private const int Open = 1 << (int)TaskState.Open | 1 << (int)TaskState.Claimed | 1 << (int)TaskState.Snoozed;

    /// <summary>1 chain, 2 and 3 the place after which, 4 the mask of states, 5 the limit, 6 store, 7 assignee, 8 member, 9 when overdue, 10 when open.</summary>
    /// <param name="chain">The expression for the chain's number.</param>
    /// <param name="sign">What stands before a parameter's number.</param>
    public static string Of(TaskSearch search, string chain, string sign)
    {
        var mask = Mask(search.States);
        // A member's own tasks lie together; her chain would only be another, longer way to them.
        var place = search.Member is null
            ? $"t.chain = {chain}"
            : $"t.member = (SELECT no FROM members WHERE chain = {chain} AND id = {sign}8)";
        var open = (mask & ~Open) == 0 || (search.OverdueAt is not null && search.OpenAt is null) ? " AND t.closed_at IS NULL" : "";
        var store = search.Store is null ? "" : $" AND t.store = {sign}6";
        var assignee = search.Assignee is null ? "" : $" AND t.assignee = {sign}7";
        var escalated = search.IsEscalated ? " AND t.escalated" : "";
        var overdue = search.OverdueAt is null ? "" : $" AND t.due_at <= {sign}9";
        var then = search.OpenAt is null
            ? ""
            : $" AND t.opened_at <= {sign}10 AND (t.closed_at IS NULL OR t.closed_at > {sign}10) AND (t.expires_at IS NULL OR t.expires_at > {sign}10)";
        return $"{place} AND (t.due_at, t.id) > ({sign}2, {sign}3) AND (({sign}4 >> t.state) & 1) = 1{open}{store}{assignee}{escalated}{overdue}{then}";
    }

    /// <summary>
    /// The counts of tasks that are not closed, in the order of <see cref="TaskCounts"/>. 1 chain, 2 now, 3 soon, 4 store,
    /// 5 whose.
    /// </summary>
    public static string CountsOf(TaskCountAsked asked, string chain, string sign)
    {
        var mine = asked.Mine is null ? "0" : Counted($"t.assignee = {sign}5");
        var store = asked.Store is null ? "" : $" AND t.store = {sign}4";
        return $"SELECT {Counts(sign)}, {mine} FROM tasks t WHERE t.chain = {chain} AND t.closed_at IS NULL{store}";
    }

    /// <summary>The same for each home store, which comes first. 1 chain, 2 now, 3 soon.</summary>
    public static string CountsByStore(string chain, string sign) =>
        $"SELECT t.store, {Counts(sign)}, 0 FROM tasks t WHERE t.chain = {chain} AND t.closed_at IS NULL GROUP BY t.store";

    /// <summary>Tasks that are done: 1 chain, 2 from, 3 to, 4 store.</summary>
    public static string Done(StoreId? store, string chain, string sign) => string.Create(
        CultureInfo.InvariantCulture,
        $"t.chain = {chain} AND t.state = {(int)TaskState.Done} AND t.closed_at >= {sign}2 AND t.closed_at < {sign}3{(store is null ? "" : $" AND t.store = {sign}4")}");

    /// <summary>Whether an event is the renewal of a card: it is named <c>n</c>, and earlier ones of its member are looked for.</summary>
    public const string IsRenewal =
        """
        (n.type IN ('card_renewed.v1', 'card_renewed.v2') OR n.type IN ('card_issued.v1', 'card_issued.v2') AND EXISTS (
          SELECT 1 FROM events b WHERE b.member = n.member AND b.at < n.at
            AND b.type IN ('card_issued.v1', 'card_issued.v2', 'card_received.v1')))
        """;

    /// <summary>1 chain, 2 and 3 the place before which, 4 the limit, 5 state, 6 member, 7 playbook, 8 channel.</summary>
    /// <param name="chain">The expression for the chain's number.</param>
    /// <param name="sign">What stands before a parameter's number.</param>
    public static string Of(MessageSearch search, string chain, string sign)
    {
        var place = search.Member is null
            ? $"s.chain = {chain}"
            : $"s.member = (SELECT no FROM members WHERE chain = {chain} AND id = {sign}6)";
        var state = search.State is null ? "" : $" AND s.state = {sign}5";
        var playbook = search.Playbook is null ? "" : $" AND s.playbook = {sign}7";
        var channel = search.Channel is null ? "" : $" AND s.channel = {sign}8";
        return $"{place} AND (s.planned_at, s.id) < ({sign}2, {sign}3){state}{playbook}{channel}";
    }

    /// <summary>The states that are asked for as bits; all where none is named.</summary>
    public static int Mask(IReadOnlyList<TaskState> states) =>
        states.Count == 0 ? -1 : states.Aggregate(0, (mask, state) => mask | 1 << (int)state);

    private static string Counts(string sign) =>
        $"""
        {Counted(Is(TaskState.Open))}, {Counted(Is(TaskState.Claimed))}, {Counted(Is(TaskState.Snoozed))},
          {Counted($"t.due_at <= {sign}2")}, {Counted("t.escalated")}, {Counted($"t.due_at > {sign}2 AND t.due_at <= {sign}3")}
        """;

    private static string Is(TaskState state) => string.Create(CultureInfo.InvariantCulture, $"t.state = {(int)state}");

    // A number for both stores, also where there is no task at all.
    private static string Counted(string condition) => $"count(CASE WHEN {condition} THEN 1 END)";
}
