using System.Collections.Frozen;
using Engagement.Domain.Identity;
using Engagement.Domain.Value;

namespace Engagement.Domain.Policies;

/// <summary>The policy in force at one place and the zone whose calendar days count there.</summary>
public sealed record Rules(Policy Policy, TimeZoneInfo Zone)
{
    public static readonly Rules Default = new(Policy.Default, TimeZoneInfo.Utc);

    /// <summary>
    /// How the chain's members come and stay away, as last fitted (docs/adr/0019); null where it is not known. It is no decision of
    /// the chain: a new fit is no new version of the rules.
    /// </summary>
    public ForecastParameters? Forecast { get; init; }
}

/// <summary>
/// Everything a chain has decided, as one value: the chain's rules, those of each store, and the version that rises with
/// every change, so that members judged by older rules can be told.
/// </summary>
public sealed record ChainRules(long Version, Rules Chain, FrozenDictionary<StoreId, Rules> Stores)
{
    public static readonly ChainRules Default = new(1, Rules.Default, FrozenDictionary<StoreId, Rules>.Empty);

    /// <summary>The rules for a member at home in <paramref name="home"/>; the chain's own where there is no such store.</summary>
    public Rules For(StoreId? home) =>
        home is { } store && Stores.TryGetValue(store, out var rules) ? rules : Chain;

    /// <summary>These rules with what is known of how members come; null for nothing.</summary>
    public ChainRules With(ForecastParameters? forecast) => this with
    {
        Chain = Chain with { Forecast = forecast },
        Stores = Stores.ToFrozenDictionary(store => store.Key, store => store.Value with { Forecast = forecast }),
    };
}
