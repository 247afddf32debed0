using Microsoft.AspNetCore.Builder;

namespace Engagement.Hosting.Auth;

/// <summary>Where a call says which store it is about, so that who is confined to stores can be held to them.</summary>
public enum Place
{
    /// <summary>It is about the chain as a whole: no use to those whose right reaches their stores only.</summary>
    Chain,

    /// <summary>The path's <c>{store}</c>.</summary>
    StoreInPath,

    /// <summary>
    /// The parameter <c>store</c> of the query. Where it is missing, whoever has one store is given that one; whoever has several
    /// has to name one.
    /// </summary>
    StoreInQuery,

    /// <summary>The home store of the path's member <c>{id}</c>.</summary>
    MemberInPath,

    /// <summary>The home store of the member named by the parameter <c>member</c>, which then has to be there.</summary>
    MemberInQuery,

    /// <summary>The store of the path's <c>{task}</c>.</summary>
    TaskInPath,

    /// <summary>The home store of whoever gets the path's message <c>{id}</c>.</summary>
    MessageInPath,

    /// <summary>The call looks for itself, with <see cref="Caller.May(Right, Domain.Identity.ChainId, Domain.Identity.StoreId?)"/>.</summary>
    Own,
}

/// <summary>What a call asks of whoever makes it. A call without one is refused to all.</summary>
/// <param name="Right">The right; null where having signed in is enough, because it is about the caller alone.</param>
public sealed record NeededRight(Right? Right, Place Place);

/// <summary>How calls say what they need.</summary>
public static class NeededRightExtensions
{
    /// <summary>Only for those who have this right, where the call is about.</summary>
    public static T Needs<T>(this T call, Right right, Place place = Place.Chain)
        where T : IEndpointConventionBuilder => call.WithMetadata(new NeededRight(right, place));

    /// <summary>For everybody who has signed in: it is about themselves.</summary>
    public static T NeedsOnlySigningIn<T>(this T call)
        where T : IEndpointConventionBuilder => call.WithMetadata(new NeededRight(null, Place.Own));
}
