using Engagement.Domain.Behaviours;
using Engagement.Domain.Cards;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Generators;

/// <summary>Acts of one member in the order in which they happened, and the chain she belongs to.</summary>
internal sealed record History(ChainRules Chain, IReadOnlyList<ActCommand> Acts)
{
    /// <summary>The instant of the last act, or an ordinary one if there is none.</summary>
    public Instant End => Acts.Count > 0 ? Acts[^1].At!.Value : Told.Instant("2020-01-01");

    /// <summary>The acts as they come in when each is delayed, with what the clock shows then.</summary>
    public IEnumerable<(ActCommand Act, Instant Clock)> Arriving(TimeSpan[] delays) =>
        Acts.Select((act, index) => (act, clock: act.At!.Value + delays[index])).OrderBy(sent => sent.clock);

    public override string ToString() =>
        $"{Chain.Chain}\n{string.Join('\n', Chain.Stores.Select(store => $"{store}"))}\n{string.Join('\n', Acts)}";
}

/// <summary>Believable lives: joining, buying, giving back, visits, sign-ins and behaviours, with gaps from nothing to years.</summary>
internal static class Histories
{
    private const int LongestHistory = 24;

    private static readonly string[] Behaviours = ["comment", "share", "profile_completed", "exam_passed", "unheard_of"];

    private static readonly Gen<Draft> Drafts =
        from gap in Gaps.Any
        from kind in Gen.Choose(0, 19)
        from store in Gen.Elements(null, null, "north", "south")
        from amount in Gen.OneOf(Gen.Choose(0, 3).Select(yuan => (decimal)yuan), Gen.Choose(1, 900_000).Select(cents => cents / 100m))
        from pick in Gen.Choose(0, 1000)
        select new Draft(gap, kind, store, amount, pick);

    public static readonly Arbitrary<History> Any = Arb.From(
        from chain in Terms.Chain
        from start in Gen.Choose(0, 4_000_000)
        from length in Gen.Choose(0, LongestHistory)
        from drafts in Gen.ArrayOf(Drafts, length)
        select new History(chain, Written(Told.Instant("2019-12-30") + TimeSpan.FromSeconds(start), drafts)),
        Shorter);

    /// <summary>How long each act of a history is on its way.</summary>
    public static readonly Arbitrary<TimeSpan[]> Delays =
        Gen.ArrayOf(Gen.OneOf(Gen.Constant(TimeSpan.Zero), Gaps.Any), LongestHistory).ToArbitrary();

    private static List<ActCommand> Written(Instant start, Draft[] drafts)
    {
        var acts = new List<ActCommand>();
        var at = start;
        foreach (var draft in drafts)
        {
            at += draft.Kind is 9 or 10 or 11 && draft.Gap > TimeSpan.FromDays(1) ? TimeSpan.FromHours(18 + draft.Pick % 12) : draft.Gap;
            acts.Add(draft.Write(at, acts));
        }

        return acts;
    }

    private static IEnumerable<History> Shorter(History history)
    {
        for (var left = 0; left < history.Acts.Count; left++)
            yield return history with { Acts = [.. history.Acts.Where((_, index) => index != left)] };
    }

    private sealed record Draft(TimeSpan Gap, int Kind, string? StoreName, decimal Amount, int Pick)
    {
        public ActCommand Write(Instant at, List<ActCommand> before)
        {
            var key = Deeds.Key(before.Count + 1);
            var store = Deeds.Store(StoreName);
            return Kind switch
            {
                0 => new Join(key, at, store),
                1 or 2 or 3 or 4 => new Purchase(key, at, store, Amount, Pick % 5 == 0 ? null : $"order {Pick % 12}"),
                5 or 6 or 7 or 8 => new Visit(key, at, store),
                9 or 10 or 11 => new CheckIn(key, at, store),
                12 => new Act(key, at, store, Behaviours[Pick % Behaviours.Length]),
                16 => new IssueCard(key, at, store, new($"C{Pick % 2}"), Pick % 7 == 0 ? "unheard of" : Pick % 2 == 0 ? "gold" : "ten", null),
                17 => new TopUpCard(key, at, store, new("C0"), Amount + 1m),
                18 => new UseCard(key, at, store, new($"C{Pick % 2}"), Pick % 2 == 0 ? 0.5m : null, IsVisit: Pick % 5 > 0),
                19 when before.OfType<UseCard>().LastOrDefault() is { } use => new CancelCardUse(key, at, store, use.Key.Id),
                _ => GiveBack(key, at, store, before),
            };
        }

        private Refund GiveBack(Identity.EventKey key, Instant at, Identity.StoreId? store, List<ActCommand> before)
        {
            var bought = before.OfType<Purchase>().ToList();
            if (bought.Count == 0)
                return new(key, at, store, null, Amount);
            var chosen = bought[Pick % bought.Count];
            return (Pick % 4) switch
            {
                0 when chosen.OrderId is not null => new(key, at, store, chosen.OrderId, null),
                1 when chosen.OrderId is not null => new(key, at, store, chosen.OrderId, Math.Round(chosen.Amount / 3, 2)),
                2 => new(key, at, store, null, chosen.Amount),
                _ => new(key, at, store, null, Amount / 4),
            };
        }
    }
}
