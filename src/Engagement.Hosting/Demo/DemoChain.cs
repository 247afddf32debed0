using System.Collections.Immutable;
using System.Globalization;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Points;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Hosting.Demo.Lives;
using Engagement.Hosting.Time;

namespace Engagement.Hosting.Demo;

/// <summary>The demonstration chain: three stores in two time zones, whose days end half a day apart.</summary>
public sealed class DemoChain(DemoDatabase database, NodeClock clock)
{
    /// <summary>The chain's name, in the languages of those who look at it.</summary>
    public const string Name = "Glow 焕颜";

    /// <summary>The chain's id.</summary>
    public static readonly ChainId Id = new("glow");

    /// <summary>What members take for their points.</summary>
    internal static readonly ImmutableSortedDictionary<string, Goods> Catalogue = new Dictionary<string, Goods>
    {
        ["hand_cream"] = new(120, "Hand cream 护手霜"),
        ["mask_set"] = new(240, "Mask set 面膜套装"),
        ["tea"] = new(60, "A pot of flower tea 花茶"),
        ["towel"] = new(900, "Bath towel 浴巾"),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    internal static Chain AsOpened => new(Id, Name, "CNY")
    {
        Version = 1,
        Policy = Policy.Default with
        {
            // Where two of the three stores are: the whole chain lives by the same clock as they.
            TimeZone = "Asia/Shanghai",
            Recall = new() { Playbooks = Compared(new RecallPolicy().Playbooks) },
            Points = new() { Goods = Catalogue },
            Cards = new() { Kinds = Purse.Kinds },
        },
        Stores = [.. DemoStore.All.Select(store => store.Store)],
    };

    /// <summary>Makes room for a chain that begins anew. To be called before the journal is opened.</summary>
    /// <exception cref="IOException">Another demonstration is running on the same file.</exception>
    public void ClearAway() => database.ClearAway();

    /// <summary>What to tell the person who started it.</summary>
    public string Welcome(string? address, string code) => string.Create(
        CultureInfo.InvariantCulture,
        $"Welcome to {Name}: open {address}/#code={code} (signs you in once) and watch members join, come back and slip away; "
        + $"a day passes in {Spoken(TimeSpan.FromDays(1) / clock.Speed)}.");

    // One in five is left alone, so that the monitor has something to compare with.
    private static ImmutableSortedDictionary<string, Playbook> Compared(ImmutableSortedDictionary<string, Playbook> playbooks) =>
        playbooks.ToImmutableSortedDictionary(book => book.Key, book => book.Value with { HoldoutPercent = 20 }, StringComparer.Ordinal);

    private static string Spoken(TimeSpan real) => real switch
    {
        { TotalMinutes: >= 120 } => string.Create(CultureInfo.InvariantCulture, $"{real.TotalHours:0.#} hours"),
        { TotalSeconds: >= 120 } => string.Create(CultureInfo.InvariantCulture, $"{real.TotalMinutes:0.#} minutes"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{real.TotalSeconds:0.#} seconds"),
    };
}
