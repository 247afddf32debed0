using System.Collections.Concurrent;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Hosting.Api;
using Engagement.Journal;
using Engagement.Journal.Formats;
using Engagement.Journal.Policies;
using Engagement.Journal.Value;

namespace Engagement.Hosting.Chains;

/// <summary>
/// The chains this node serves, with their rules ready for use. Every turn asks it, so it answers from memory.
/// </summary>
/// <param name="figures">Where forecasts are kept; null for chains without any.</param>
public sealed class ChainCatalogue(IChainDirectory directory, IValueFigures? figures = null)
{
    private readonly ChainForecasts _forecasts = new(figures);
    private readonly ConcurrentDictionary<ChainId, Entry> _entries = new();
    private readonly ConcurrentDictionary<(ChainId Chain, long Version), Entry> _past = new();

    private volatile bool _loaded;

    /// <summary>Raised when this node has come to know a chain, or a later version of it, whoever changed it.</summary>
    public event Action? Changed;

    /// <summary>The chains this node serves, from memory.</summary>
    public async ValueTask<IEnumerable<Chain>> ServedAsync(CancellationToken cancellation)
    {
        if (!_loaded)
        {
            await ListAsync(cancellation).ConfigureAwait(false);
            _loaded = true;
        }

        return _entries.Values.Select(entry => entry.Chain);
    }

    /// <summary>The chains as stored, in the order of their ids.</summary>
    public async ValueTask<IReadOnlyList<Chain>> ListAsync(CancellationToken cancellation)
    {
        var chains = await directory.ListAsync(cancellation).ConfigureAwait(false);
        await _forecasts.EnsureAsync(cancellation).ConfigureAwait(false);
        foreach (var chain in chains)
            Remember(chain);
        return chains;
    }

    /// <summary>Looks for what other nodes have changed. What is in memory follows.</summary>
    public async ValueTask RefreshAsync(CancellationToken cancellation)
    {
        foreach (var (chain, version) in await directory.VersionsAsync(cancellation).ConfigureAwait(false))
        {
            if (_entries.TryGetValue(chain, out var known) ? known.Chain.Version < version : _loaded)
                await ReadAsync(chain, cancellation).ConfigureAwait(false);
        }

        foreach (var chain in await _forecasts.RefreshAsync(cancellation).ConfigureAwait(false))
            Relearn(chain);
    }

    /// <summary>A chain's members come as <paramref name="fit"/> says, from now on: no new version of its rules (docs/adr/0019).</summary>
    public void Learn(ChainId chain, ForecastFit fit)
    {
        _forecasts.Learn(chain, fit);
        Relearn(chain);
    }

    /// <summary>The chain as it is stored now, which another node may have changed a moment ago.</summary>
    public async ValueTask<Chain?> ReadAsync(ChainId chain, CancellationToken cancellation) =>
        (await ReadEntryAsync(chain, cancellation).ConfigureAwait(false))?.Chain;

    /// <summary>The chain as this node knows it.</summary>
    public async ValueTask<Chain?> FindAsync(ChainId chain, CancellationToken cancellation) =>
        (await EntryAsync(chain, cancellation).ConfigureAwait(false))?.Chain;

    /// <summary>The rules in force now.</summary>
    /// <exception cref="InvalidOperationException">There is no such chain; whoever asks has to look first.</exception>
    public ValueTask<ChainRules> RulesAsync(ChainId chain, CancellationToken cancellation) =>
        _entries.TryGetValue(chain, out var known) ? new(known.Rules) : LoadRulesAsync(chain, cancellation);

    /// <summary>The rules as they are stored now, which another node may have changed a moment ago.</summary>
    /// <exception cref="InvalidOperationException">There is no such chain; whoever asks has to look first.</exception>
    public async ValueTask<ChainRules> ReadRulesAsync(ChainId chain, CancellationToken cancellation)
    {
        await ReadAsync(chain, cancellation).ConfigureAwait(false);
        return await RulesAsync(chain, cancellation).ConfigureAwait(false);
    }

    /// <summary>The rules of a past version and since when they were in force.</summary>
    public async ValueTask<(ChainRules Rules, Instant Since)> PastRulesAsync(
        ChainId chain, long version, CancellationToken cancellation)
    {
        if (!_past.TryGetValue((chain, version), out var entry))
        {
            var found = await directory.FindAsync(chain, version, cancellation).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"Chain '{chain}' has no rules of version {version}.");
            entry = _past[(chain, version)] = new(found, ChainFormat.RulesOf(found));
        }

        // How members come is known of now only.
        return (entry.Rules.With(_forecasts.Of(chain)), entry.Chain.RulesSince);
    }

    /// <summary>Stores a changed chain; false if somebody else changed it meanwhile.</summary>
    public ValueTask<bool> SaveAsync(Chain chain, CancellationToken cancellation) => SaveAsync(chain, [], cancellation);

    /// <summary>Stores a changed chain with the new versions of its policies; false if somebody else changed it meanwhile.</summary>
    public async ValueTask<bool> SaveAsync(Chain chain, IReadOnlyList<PolicyVersion> versions, CancellationToken cancellation)
    {
        // Rules that cannot be made ready must not get into the store.
        _ = ChainFormat.RulesOf(chain);
        if (!await directory.SaveAsync(chain, versions, cancellation).ConfigureAwait(false))
        {
            _entries.TryRemove(chain.Id, out _);
            return false;
        }

        Remember(chain);
        return true;
    }

    private async ValueTask<ChainRules> LoadRulesAsync(ChainId chain, CancellationToken cancellation) =>
        (await EntryAsync(chain, cancellation).ConfigureAwait(false))?.Rules
        ?? throw new InvalidOperationException($"There is no chain '{chain}'.");

    private async ValueTask<Entry?> EntryAsync(ChainId chain, CancellationToken cancellation) =>
        _entries.TryGetValue(chain, out var known) ? known : await ReadEntryAsync(chain, cancellation).ConfigureAwait(false);

    // What cannot be the id of a chain need not be looked for, and not every store can be asked for it.
    private async ValueTask<Entry?> ReadEntryAsync(ChainId chain, CancellationToken cancellation)
    {
        if (!Identifiers.IsValid(chain.Value) || await directory.FindAsync(chain, cancellation).ConfigureAwait(false) is not { } found)
            return null;
        await _forecasts.EnsureAsync(cancellation).ConfigureAwait(false);
        return Remember(found);
    }

    private void Relearn(ChainId chain)
    {
        while (_entries.TryGetValue(chain, out var known)
            && !_entries.TryUpdate(chain, known with { Rules = known.Rules.With(_forecasts.Of(chain)) }, known))
        {
        }
    }

    private Entry Remember(Chain chain)
    {
        var isNews = !_entries.TryGetValue(chain.Id, out var before) || before.Chain.Version < chain.Version;
        var entry = _entries.AddOrUpdate(
            chain.Id,
            _ => new(chain, RulesOf(chain)),
            (_, known) => known.Chain.Version >= chain.Version ? known : new(chain, RulesOf(chain)));
        if (isNews)
            Changed?.Invoke();
        return entry;
    }

    private ChainRules RulesOf(Chain chain) => ChainFormat.RulesOf(chain).With(_forecasts.Of(chain.Id));

    private sealed record Entry(Chain Chain, ChainRules Rules);
}
