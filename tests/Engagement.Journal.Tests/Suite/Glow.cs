using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Engagement.Domain.Behaviours;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Recall;
using Engagement.Domain.Streaks;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;

namespace Engagement.Journal.Tests.Suite;

/// <summary>A chain with a store in Shanghai and one in New York, and the words its members' acts are written in.</summary>
internal static class Glow
{
    public static readonly ChainId Id = new("glow");
    public static readonly StoreId Bund = new("bund");
    public static readonly StoreId Soho = new("soho");

    /// <summary>
    /// Two missed days a month are forgiven, so that runs with frozen days come about; and there are no playbooks, so that only
    /// tests about them are told of them.
    /// </summary>
    public static readonly Policy Policy = new()
    {
        Streak = new() { FreezesPerMonth = 2 },
        Recall = new() { Playbooks = ImmutableSortedDictionary<string, Playbook>.Empty },
    };

    public static readonly ChainRules Rules = RulesOf(Policy);

    /// <summary>The rules with the playbooks that every chain has to begin with.</summary>
    public static readonly ChainRules WithPlaybooks = RulesOf(Policy with { Recall = new() });

    public static ChainRules RulesOf(Policy policy) => new(
        1,
        new(policy, TimeZoneInfo.Utc),
        new Dictionary<StoreId, Rules>
        {
            [Bund] = new(policy, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")),
            [Soho] = new(policy, TimeZoneInfo.FindSystemTimeZoneById("America/New_York")),
        }.ToFrozenDictionary());

    public static Chain Chain(ChainId? id = null) => new(id ?? Id, "Glow 光彩", "CNY")
    {
        Version = 1,
        Policy = Policy,
        Stores = [new(Bund, "外滩店", "Asia/Shanghai"), new(Soho, "Soho", "America/New_York")],
    };

    public static MemberKey Member(string id) => new(Id, new(id));

    /// <summary>An instant written as <c>2026-01-31 09:30</c>, in UTC.</summary>
    public static Instant At(string text) => Instant.FromDateTimeOffset(
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    public static EventKey Key(string id, ulong fingerprint = 7) => new(id, new(new UInt128(fingerprint, fingerprint * 31)));

    public static Visit Visit(string id, Instant at, StoreId? store = null, string? service = null, string? extra = null) =>
        new(Key(id), at, store, service, extra);

    public static Purchase Purchase(
        string id, Instant at, decimal amount, string? order = null, StoreId? store = null, string? items = null, string? extra = null) =>
        new(Key(id), at, store, amount, order, items, extra);

    public static Refund Refund(string id, Instant at, string? order, decimal? amount = null) => new(Key(id), at, null, order, amount);

    public static CheckIn CheckIn(string id, Instant at, StoreId? store = null) => new(Key(id), at, store);

    public static Act Act(string id, Instant at, string name, StoreId? store = null) => new(Key(id), at, store, name);

    public static Join Join(string id, Instant at, StoreId? store = null, string? referrer = null) =>
        new(Key(id), at, store, Referrer: referrer is null ? null : new MemberId(referrer));
}
