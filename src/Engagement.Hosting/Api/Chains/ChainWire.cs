using Engagement.Domain.Chains;

namespace Engagement.Hosting.Api.Chains;

/// <summary>A chain.</summary>
/// <param name="Currency">ISO 4217; all money of the chain is in it.</param>
/// <param name="TimeZone">The IANA zone whose calendar days count for the chain as a whole.</param>
public sealed record ChainView(string Id, string Name, string Currency, string TimeZone)
{
    internal static ChainView Of(Chain chain) => new(chain.Id.Value, chain.Name, chain.Currency, chain.ZoneOf(null));
}

/// <summary>What a chain is to be called, and its currency (CNY for a new one when missing).</summary>
public sealed record ChainToPut(string? Name, string? Currency = null);

/// <summary>A store of a chain.</summary>
/// <param name="TimeZone">Its IANA zone: whose calendar days count there.</param>
public sealed record StoreView(string Id, string Name, string TimeZone)
{
    internal static StoreView Of(Store store) => new(store.Id.Value, store.Name, store.TimeZone);
}

/// <summary>What a store is to be called and where it is.</summary>
public sealed record StoreToPut(string? Name, string? TimeZone);
