using System.Collections.Concurrent;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Journal.Value;

namespace Engagement.Hosting.Chains;

/// <summary>The forecasts this node knows, each with when it was made.</summary>
internal sealed class ChainForecasts(IValueFigures? figures)
{
    private readonly ConcurrentDictionary<ChainId, (Instant MadeAt, ForecastParameters? Parameters)> _known = new();

    private volatile bool _loaded;

    public ForecastParameters? Of(ChainId chain) => _known.TryGetValue(chain, out var known) ? known.Parameters : null;

    public void Learn(ChainId chain, ForecastFit fit) => _known.AddOrUpdate(
        chain, (fit.MadeAt, fit.Parameters), (_, known) => known.MadeAt > fit.MadeAt ? known : (fit.MadeAt, fit.Parameters));

    /// <summary>Makes sure that what is stored has been read once.</summary>
    public async ValueTask EnsureAsync(CancellationToken cancellation)
    {
        if (_loaded)
            return;
        await RefreshAsync(cancellation).ConfigureAwait(false);
        _loaded = true;
    }

    /// <summary>Looks for what other nodes have made; returns the chains of which there is news.</summary>
    public async ValueTask<IReadOnlyList<ChainId>> RefreshAsync(CancellationToken cancellation)
    {
        if (figures is null)
            return [];
        var news = new List<ChainId>();
        foreach (var (chain, madeAt) in await figures.ForecastTimesAsync(cancellation).ConfigureAwait(false))
        {
            if (_known.TryGetValue(chain, out var known) && known.MadeAt >= madeAt)
                continue;
            if (await figures.ForecastAsync(chain, cancellation).ConfigureAwait(false) is not { } fit)
                continue;
            Learn(chain, fit);
            news.Add(chain);
        }

        return news;
    }
}
