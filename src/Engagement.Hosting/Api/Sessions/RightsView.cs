using System.Text.Json;
using Engagement.Hosting.Auth;

namespace Engagement.Hosting.Api.Sessions;

/// <summary>Who may do what.</summary>
/// <param name="Right">A name such as see_members; keys are given scopes of the same names.</param>
/// <param name="Reach">For each role how far: nowhere, own_stores, own_chain or everywhere.</param>
public sealed record RightsView(string Right, IReadOnlyDictionary<string, string> Reach)
{
    internal static IReadOnlyList<RightsView> Table { get; } =
    [
        .. Enum.GetValues<Right>().Select(right => new RightsView(
            RightsTable.NameOf(right),
            Enum.GetValues<StaffRole>().ToDictionary(StaffRoles.NameOf, role => NameOf(RightsTable.Of(role, right))))),
    ];

    internal static string NameOf(Reach reach) => JsonNamingPolicy.SnakeCaseLower.ConvertName(reach.ToString());
}
