using System.Collections.Immutable;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Recall;
using Engagement.Domain.Stages;
using Engagement.Domain.Tags;
using Engagement.Domain.Value;

namespace Engagement.Domain.Policies;

/// <summary>Finds what would make a segment of a chain meaningless, or ask what no member remembers (docs/domain/campaigns.md).</summary>
public static class SegmentValidation
{
    /// <summary>The most segments a chain may keep.</summary>
    public const int MostSegments = 200;

    private const int MostStores = 1000;
    private const int MostNames = 100;
    private const int MostActs = 10;
    private const int LongestDays = 2 * PolicyValidation.LongestWindowDays;
    private const int LongestTitle = 200;
    private const decimal MostOfAnything = 1_000_000_000_000m;

    /// <summary>All faults of what a chain wants to keep under <paramref name="name"/>; empty when it may.</summary>
    public static ImmutableArray<PolicyFault> Validate(Chain chain, string name, SavedSegment saved)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(saved);
        var faults = new PolicyFaults();
        faults.Name("name", name);
        faults.Unless(
            saved.Title is not { } title || (title.Length <= LongestTitle && !string.IsNullOrWhiteSpace(title) && !title.Any(char.IsControl)),
            "title",
            $"must have 1 to {LongestTitle} characters");
        Validate(chain, saved.Segment, faults);
        return faults.ToImmutable();
    }

    internal static void Validate(Chain chain, Segment segment, PolicyFaults faults)
    {
        if (segment.Stages.IsDefault || segment.Stores.IsDefault || segment.Flags.IsDefault)
        {
            faults.Add("segment", "must have lists, not null, for stages, stores and flags");
            return;
        }

        Places(chain, segment, faults);
        Worth(segment, faults);
        Names(chain, segment, faults);
        Tags(segment.Tags, faults);
        Acts(segment.Acts, faults);
    }

    private static void Places(Chain chain, Segment segment, PolicyFaults faults)
    {
        faults.Unless(segment.Stages.All(Enum.IsDefined), "segment.stages", "must be stages such as new or dormant");
        faults.Unless(
            segment.Flags.All(flag => flag is AttentionFlags.SecondVisitOverdue or AttentionFlags.Slipping),
            "segment.flags",
            "must be second_visit_overdue or slipping");
        faults.Unless(segment.Stores.Length <= MostStores, "segment.stores", $"must be at most {MostStores}");
        foreach (var store in segment.Stores)
        {
            if (store is null || chain.Find(new StoreId(store)) is null)
                faults.Add("segment.stores", $"the chain has no store '{store}'");
        }

        faults.InRange("segment.inStageDaysFrom", segment.InStageDaysFrom, 0, LongestDays);
        faults.InRange("segment.inStageDaysTo", segment.InStageDaysTo, 0, LongestDays);
        faults.Unless(
            !(segment.InStageDaysTo < segment.InStageDaysFrom), "segment.inStageDaysTo", "must not be less than segment.inStageDaysFrom");
    }

    private static void Worth(Segment segment, PolicyFaults faults)
    {
        Range("segment.recencyDays", segment.RecencyDays, 0m, MostOfAnything, faults);
        Range("segment.frequency", segment.Frequency, 0m, MostOfAnything, faults);
        Range("segment.money", segment.Money, -MostOfAnything, MostOfAnything, faults);
        Range("segment.points", segment.Points, 0m, MostOfAnything, faults);
        Range("segment.alive", segment.Alive, 0m, 1m, faults);
        Range("segment.expectedVisits", segment.ExpectedVisits, 0m, MostOfAnything, faults);
        Range("segment.score", segment.Score, 0m, 10m, faults);
        if (segment.SpentFrom is { } spent)
            faults.InRange("segment.spentFrom", spent, 0m, MostOfAnything);
        faults.InRange("segment.ordersFrom", segment.OrdersFrom, 0, int.MaxValue);
        faults.InRange("segment.friendsBoughtFrom", segment.FriendsBoughtFrom, 0, int.MaxValue);
        faults.InRange("segment.cardExpiresWithinDays", segment.CardExpiresWithinDays, 1, LongestDays);
        faults.Unless(
            segment.BirthdayMonths is not { } months || (months.Length is > 0 and <= 12 && months.All(month => month is >= 1 and <= 12)),
            "segment.birthdayMonths",
            "must be months from 1 to 12");
    }

    private static void Names(Chain chain, Segment segment, PolicyFaults faults)
    {
        if (IsList("segment.tiers", segment.Tiers, EventNameLength, faults))
        {
            // A store may have tiers of its own, which are not known here.
            var isWhole = chain.Stores.All(store => store.Overrides is null);
            foreach (var tier in segment.Tiers!.Value.Where(tier => tier != Segment.NoTier && chain.Policy.Tiers.Find(tier).Tier is null && isWhole))
                faults.Add("segment.tiers", $"the chain has no tier '{tier}'");
        }

        if (IsList("segment.rfmGroups", segment.RfmGroups, EventNameLength, faults))
        {
            foreach (var group in segment.RfmGroups!.Value.Where(group => RfmGroups.Find(group) is null))
                faults.Add("segment.rfmGroups", $"'{group}' is none of {string.Join(", ", RfmGroups.All.Select(known => known.Code))}");
        }

        IsList("segment.cardKinds", segment.CardKinds, EventNameLength, faults);
    }

    private static void Tags(TagsWanted? tags, PolicyFaults faults)
    {
        if (tags is null)
            return;
        faults.Unless(tags != new TagsWanted(), "segment.tags", "must ask for 'all', 'any' or 'none' of some tags");
        IsList("segment.tags.all", tags.All, Tagging.MostCharacters, faults);
        IsList("segment.tags.any", tags.Any, Tagging.MostCharacters, faults);
        IsList("segment.tags.none", tags.None, Tagging.MostCharacters, faults);
    }

    private static void Acts(ImmutableArray<ActsWanted>? acts, PolicyFaults faults)
    {
        faults.Unless(acts is not { Length: > MostActs }, "segment.acts", $"must be at most {MostActs}");
        foreach (var (wanted, index) in (acts ?? []).Select((wanted, index) => (wanted, index)))
        {
            var path = $"segment.acts[{index}]";
            if (wanted is null)
                faults.Add(path, "must be an object such as {\"type\": \"visit\", \"withinDays\": 30, \"atMost\": 0}");
            else
                Act(path, wanted, faults);
        }
    }

    private static void Act(string path, ActsWanted wanted, PolicyFaults faults)
    {
        if (!ActsRemembered.Types.Contains(wanted.Type))
        {
            faults.Add(
                $"{path}.type",
                $"a member does not remember each '{wanted.Type}' she did: only {string.Join(", ", ActsRemembered.Types)} can be counted in a window");
            return;
        }

        faults.InRange($"{path}.withinDays", wanted.WithinDays, 1, ActsRemembered.LongestWindowDays(wanted.Type));
        faults.Unless(wanted is not { AtLeast: null, AtMost: null, SumFrom: null }, path, "must have 'atLeast', 'atMost' or 'sumFrom'");
        var most = wanted.Type == ActsRemembered.CardUse ? ActsRemembered.MostCardUses : int.MaxValue;
        faults.InRange($"{path}.atLeast", wanted.AtLeast, 0, most);
        faults.InRange($"{path}.atMost", wanted.AtMost, 0, most);
        faults.Unless(!(wanted.AtMost < wanted.AtLeast), $"{path}.atMost", $"must not be less than {path}.atLeast");
        faults.Unless(
            wanted.SumFrom is null || wanted.Type == ActsRemembered.Purchase, $"{path}.sumFrom", "a member remembers what she paid for purchases only");
        if (wanted.SumFrom is { } sum)
            faults.InRange($"{path}.sumFrom", sum, 0m, MostOfAnything);
    }

    private const int EventNameLength = 128;

    // A list that asks for nothing would let nobody in, which nobody means.
    private static bool IsList(string path, ImmutableArray<string>? names, int longest, PolicyFaults faults)
    {
        if (names is not { } list)
            return false;
        var isList = !list.IsDefault && list.Length is > 0 and <= MostNames && list.All(name => name is { Length: > 0 } && name.Length <= longest);
        faults.Unless(isList, path, $"must be 1 to {MostNames} names of 1 to {longest} characters");
        return isList;
    }

    private static void Range(string path, Between? range, decimal from, decimal to, PolicyFaults faults)
    {
        if (range is null)
            return;
        faults.Unless(range != new Between(), path, "must have 'from' or 'to'");
        if (range.From is { } least)
            faults.InRange($"{path}.from", least, from, to);
        if (range.To is { } most)
            faults.InRange($"{path}.to", most, from, to);
        faults.Unless(!(range.To < range.From), $"{path}.to", $"must not be less than {path}.from");
    }
}
