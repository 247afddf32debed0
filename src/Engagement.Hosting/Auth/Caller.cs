using System.Collections.Immutable;
using System.Security.Claims;
using Engagement.Domain.Identity;

namespace Engagement.Hosting.Auth;

/// <summary>
/// Who is asking, as whoever checked the credential found it: the tenant comes from here and never from the request alone.
/// </summary>
/// <param name="Id">What audit and tasks know the caller by, and nobody else has: an account's or a key's id.</param>
/// <param name="Name">What people read.</param>
/// <param name="Chain">The chain the caller belongs to; null for system administrators alone.</param>
/// <param name="Stores">The stores the caller is confined to; none for no such limit.</param>
/// <param name="Scopes">Of the role's rights the ones a key was given; null for all of them.</param>
public sealed record Caller(
    string Id, string Name, StaffRole Role, ChainId? Chain, ImmutableArray<StoreId> Stores, ImmutableArray<Right>? Scopes = null)
{
    /// <summary>Whoever has the node's first key, or a link that it printed: the system administrator without an account.</summary>
    public static readonly Caller Administrator = new("Administrator", "Administrator", StaffRole.SystemAdministrator, null, []);

    private const string ChainClaim = "chain";
    private const string StoreClaim = "store";
    private const string ScopeClaim = "scope";
    private const string NoScope = "-";

    /// <summary>How far a right reaches for this caller.</summary>
    public Reach ReachOf(Right right)
    {
        var reach = Scopes is { } scopes && !scopes.Contains(right) ? Reach.Nowhere : RightsTable.Of(Role, right);
        if (reach is Reach.OwnChain or Reach.OwnStores && Chain is null)
            return Reach.Nowhere;
        // What a chain shows to all its staff is nobody's store's.
        return reach == Reach.OwnChain && !Stores.IsEmpty && !StaffRoles.IsOfStores(Role) && right != Right.SeeChain ? Reach.OwnStores : reach;
    }

    /// <summary>Whether the right reaches anything of this chain.</summary>
    public bool May(Right right, ChainId chain) => ReachOf(right) switch
    {
        Reach.Nowhere => false,
        Reach.Everywhere => true,
        _ => Chain == chain,
    };

    /// <summary>Whether the right reaches a store of this chain, or a member at home there; null for one that has no home store.</summary>
    public bool May(Right right, ChainId chain, StoreId? store) =>
        May(right, chain) && (ReachOf(right) != Reach.OwnStores || (store is { } place && Stores.Contains(place)));

    /// <summary>The caller of a request or a connection; null if nobody has signed in.</summary>
    public static Caller? Of(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.Identity is not { IsAuthenticated: true } || StaffRoles.Find(user.FindFirstValue(Access.Role)) is not { } role)
            return null;
        var scopes = user.FindAll(ScopeClaim).Select(claim => claim.Value).ToList();
        return new(
            user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "",
            user.Identity.Name ?? "",
            role,
            user.FindFirstValue(ChainClaim) is { } chain ? new ChainId(chain) : null,
            [.. user.FindAll(StoreClaim).Select(claim => new StoreId(claim.Value))],
            scopes.Count == 0 ? null : [.. scopes.Select(RightsTable.Find).OfType<Right>()]);
    }

    /// <summary>The caller as claims.</summary>
    /// <param name="scheme">How the credential came in.</param>
    public ClaimsIdentity ToIdentity(string scheme)
    {
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, Id), new(ClaimTypes.Name, Name), new(Access.Role, StaffRoles.NameOf(Role))],
            scheme,
            ClaimTypes.Name,
            Access.Role);
        if (Chain is { } chain)
            identity.AddClaim(new(ChainClaim, chain.Value));
        identity.AddClaims(Stores.Select(store => new Claim(StoreClaim, store.Value)));
        if (Scopes is { } scopes)
            identity.AddClaims(scopes.Select(RightsTable.NameOf).DefaultIfEmpty(NoScope).Select(scope => new Claim(ScopeClaim, scope)));
        return identity;
    }
}
