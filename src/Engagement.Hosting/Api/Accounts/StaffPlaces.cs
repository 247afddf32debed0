using System.Collections.Immutable;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Hosting.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Engagement.Hosting.Api.Accounts;

/// <summary>Which roles go with which stores.</summary>
internal static class StaffPlaces
{
    public const int MostStores = 100;

    /// <summary>The stores of an account as they are kept, or why they cannot be.</summary>
    public static (ImmutableArray<StoreId> Stores, ProblemHttpResult? Fault) Read(Chain chain, StaffRole role, IReadOnlyList<string>? stores)
    {
        var named = (stores ?? []).Select(store => store ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (!StaffRoles.IsOfStores(role))
            return named.Count == 0 ? ([], null) : ([], Problems.InvalidField("stores", "must be empty: a headquarters looks after all stores"));
        if (named.Count is 0 or > MostStores)
            return ([], Problems.InvalidField("stores", $"must name 1 to {MostStores} stores for this role"));
        return named.FirstOrDefault(store => chain.Find(new(store)) is null) is { } unknown
            ? ([], Problems.InvalidField("stores", $"names '{unknown}', which is no store of this chain"))
            : ([.. named.Select(store => new StoreId(store))], null);
    }
}
