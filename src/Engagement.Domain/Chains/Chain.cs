using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Domain.Chains;

/// <summary>A chain (集团) with its stores and the rules they live by (docs/domain §2), as one value with one version.</summary>
public sealed record Chain(ChainId Id, string Name, string Currency)
{
    /// <summary>Rises by one with every change of anything here; 0 before it was first stored.</summary>
    public long Version { get; init; }

    /// <summary>Rises by one with every change that members are judged by.</summary>
    public long RulesVersion { get; init; } = 1;

    /// <summary>When the present rules came into force.</summary>
    public Instant RulesSince { get; init; }

    public Policy Policy { get; init; } = Policy.Default;

    public long PolicyVersion { get; init; } = 1;

    public ImmutableArray<Store> Stores { get; init; } = [];

    /// <summary>The chain's own channels, by name. They are no rules: nobody is judged by them.</summary>
    public ImmutableSortedDictionary<string, Gateway> Gateways { get; init; } =
        ImmutableSortedDictionary<string, Gateway>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>
    /// The campaigns this chain has put, by name: also its own way of those that come with the program. They are no rules:
    /// nobody is judged by them.
    /// </summary>
    public ImmutableSortedDictionary<string, Campaign> Campaigns { get; init; } =
        ImmutableSortedDictionary<string, Campaign>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The segments this chain keeps, by name. They are no rules: nobody is judged by them.</summary>
    public ImmutableSortedDictionary<string, SavedSegment> Segments { get; init; } =
        ImmutableSortedDictionary<string, SavedSegment>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>All campaigns in the order of their names: its own, and those that come with the program.</summary>
    public IEnumerable<KeyValuePair<string, Campaign>> AllCampaigns =>
        DefaultCampaigns.All.SetItems(Campaigns).Select(campaign => KeyValuePair.Create(campaign.Key, Campaign(campaign.Key)!));

    /// <summary>A campaign by its name; null if there is none.</summary>
    public Campaign? Campaign(string name) =>
        Campaigns.GetValueOrDefault(name)
        // Nobody put it: it is there for as long as the chain's present rules are.
        ?? (DefaultCampaigns.All.GetValueOrDefault(name) is { } usual ? usual with { Since = RulesSince } : null);

    /// <summary>Whom a campaign is for; null where it names a segment that the chain does not keep any more.</summary>
    public Segment? SegmentOf(Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return campaign.SegmentName is { } name ? Segments.GetValueOrDefault(name)?.Segment : campaign.Segment;
    }

    /// <summary>The zone whose clocks count for members at home in <paramref name="store"/>, or in no store.</summary>
    public string ZoneOf(StoreId? store) => store is { } home && Find(home) is { } found ? found.TimeZone : Policy.TimeZone;

    public Store? Find(StoreId store)
    {
        foreach (var candidate in Stores)
        {
            if (candidate.Id == store)
                return candidate;
        }

        return null;
    }

    /// <summary>This chain with <paramref name="store"/> added, or in the place of the one with the same id.</summary>
    public Chain With(Store store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return this with
        {
            Stores = Find(store.Id) is { } old ? Stores.Replace(old, store) : Stores.Add(store),
        };
    }
}

/// <summary>A store (门店) of a chain.</summary>
/// <param name="TimeZone">Its IANA zone: whose calendar days, opening hours and quiet hours count.</param>
public sealed record Store(StoreId Id, string Name, string TimeZone)
{
    /// <summary>What this store changes of the chain's policy: a JSON object of the same shape; null for nothing.</summary>
    public string? Overrides { get; init; }

    public long PolicyVersion { get; init; } = 1;
}
