using Engagement.Domain.Care;

namespace Engagement.Journal.Care;

/// <summary>
/// The conditions of lists of tasks (<c>t</c>) and messages (<c>s</c>), the same for every store: fixed texts only, for which
/// index serves depends on what is asked for. Parameters are counted on from the chain's number.
/// </summary>
internal static class CareFilters
{
    private const int Open = 1 << (int)TaskState.Open | 1 << (int)TaskState.Claimed | 1 << (int)TaskState.Snoozed;

    /// <summary>1 chain, 2 and 3 the place after which, 4 the mask of states, 5 the limit, 6 store, 7 assignee, 8 member.</summary>
    /// <param name="chain">The expression for the chain's number.</param>
    /// <param name="sign">What stands before a parameter's number.</param>
    public static string Of(TaskSearch search, string chain, string sign)
    {
        var mask = Mask(search.States);
        // A member's own tasks lie together; her chain would only be another, longer way to them.
        var place = search.Member is null
            ? $"t.chain = {chain}"
            : $"t.member = (SELECT no FROM members WHERE chain = {chain} AND id = {sign}8)";
        var open = (mask & ~Open) == 0 ? " AND t.closed_at IS NULL" : "";
        var store = search.Store is null ? "" : $" AND t.store = {sign}6";
        var assignee = search.Assignee is null ? "" : $" AND t.assignee = {sign}7";
        return $"{place} AND (t.due_at, t.id) > ({sign}2, {sign}3) AND (({sign}4 >> t.state) & 1) = 1{open}{store}{assignee}";
    }

    /// <summary>1 chain, 2 and 3 the place before which, 4 the limit, 5 state, 6 member.</summary>
    /// <param name="chain">The expression for the chain's number.</param>
    /// <param name="sign">What stands before a parameter's number.</param>
    public static string Of(MessageSearch search, string chain, string sign)
    {
        var place = search.Member is null
            ? $"s.chain = {chain}"
            : $"s.member = (SELECT no FROM members WHERE chain = {chain} AND id = {sign}6)";
        var state = search.State is null ? "" : $" AND s.state = {sign}5";
        return $"{place} AND (s.planned_at, s.id) < ({sign}2, {sign}3){state}";
    }

    /// <summary>The states that are asked for as bits; all where none is named.</summary>
    public static int Mask(IReadOnlyList<TaskState> states) =>
        states.Count == 0 ? -1 : states.Aggregate(0, (mask, state) => mask | 1 << (int)state);
}
