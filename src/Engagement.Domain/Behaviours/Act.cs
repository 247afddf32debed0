using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Behaviours;

/// <summary>A named behaviour, such as a comment or a completed course (docs/domain §3). It never counts as a visit.</summary>
public sealed record Act(EventKey Key, Instant? At, StoreId? Store, string Name, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>A behaviour happened and earned its points (docs/domain §6).</summary>
public sealed record Acted(Instant At, EventKey Key, StoreId? Store, string Name, long Points, bool Once, string? Extra)
    : ActEvent(At, Key, Store, Extra);

internal static class ActDecision
{
    public static Acted Decide(Rules rules, Member member, Act command, Instant at, StoreId? store)
    {
        var rule = rules.Policy.Points.Acts.GetValueOrDefault(command.Name);
        var once = rule?.Once ?? false;
        var earned = once && member.OnceActs.Contains(command.Name) ? 0 : rule?.Points ?? 0;
        return new(at, command.Key, store, command.Name, earned, once, command.Extra);
    }

    public static Member Evolve(Member member, Acted acted) => member with
    {
        Ledger = member.Ledger.Earn(acted.At, acted.Points, 0, acted.Terms),
        OnceActs = acted.Once && !member.OnceActs.Contains(acted.Name) ? member.OnceActs.Add(acted.Name) : member.OnceActs,
    };
}
