using System.Text.Json.Serialization;
using Engagement.Hosting.Auth;

namespace Engagement.Hosting.Api.Sessions;

/// <summary>Who is signed in, and what she may do.</summary>
/// <param name="Id">What tasks and the audit trail know the caller by.</param>
/// <param name="Chain">Missing for those who see all chains.</param>
/// <param name="Stores">The stores she is confined to; empty for no such limit.</param>
/// <param name="Rights">Of each right that she has how far it reaches: own_stores, own_chain or everywhere.</param>
/// <param name="HasAccount">Whether there is an account to look after; not so for a key.</param>
public sealed record SessionView(
    string Name,
    string Role,
    string Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Chain,
    IReadOnlyList<string> Stores,
    IReadOnlyDictionary<string, string> Rights,
    bool HasAccount)
{
    internal static SessionView Of(Caller caller, bool hasAccount) => new(
        caller.Name,
        StaffRoles.NameOf(caller.Role),
        caller.Id,
        caller.Chain?.Value,
        [.. caller.Stores.Select(store => store.Value)],
        Enum.GetValues<Right>().Where(right => caller.ReachOf(right) != Reach.Nowhere)
            .ToDictionary(RightsTable.NameOf, right => RightsView.NameOf(caller.ReachOf(right))),
        hasAccount);
}
