using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Journal.Insights;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Insights;

/// <summary>
/// Answers what is asked of chains' pasts. The past of a chain is read once, in short portions, and followed from there while
/// somebody asks about it; an answer is given again for a while. Nothing of it is stored, and no commit waits for any of it.
/// </summary>
internal sealed class ChainInsights : IDisposable
{
    private const int Portion = 20_000;
    private const int MostAnswers = 1_000;

    private readonly ITraces _traces;
    private readonly InsightsOptions _options;
    private readonly MemoryCache _pasts;
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = MostAnswers });
    private readonly Lock _finding = new();

    public ChainInsights(ITraces traces, IOptions<InsightsOptions> options)
    {
        _traces = traces;
        _options = options.Value;
        _pasts = new(new MemoryCacheOptions { SizeLimit = _options.MostRemembered });
    }

    /// <summary>The answer to a question, which may have been given a while ago.</summary>
    /// <param name="question">What tells this question from others of the chain; compared by value.</param>
    /// <param name="work">Works the answer out of the chain's past, which it must not keep.</param>
    public async ValueTask<T> AskAsync<T>(Chain chain, object question, Func<ChainPast, T> work, CancellationToken cancellation)
        where T : class
    {
        // Another version of the chain may have other zones.
        var key = (chain.Id, chain.Version, question);
        if (_answers.TryGetValue(key, out T? given))
            return given!;
        return await LookAsync(
            chain.Id,
            past =>
            {
                // Whoever waited for the chain's past may have waited for just this.
                if (_answers.TryGetValue(key, out T? meanwhile))
                    return meanwhile!;
                var answer = work(past);
                if (_options.FreshFor > TimeSpan.Zero)
                    _answers.Set(key, answer, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = _options.FreshFor });
                return answer;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>What <paramref name="work"/> makes of a chain's past, as told up to now.</summary>
    public async ValueTask<T> LookAsync<T>(ChainId chain, Func<ChainPast, T> work, CancellationToken cancellation)
    {
        var kept = Find(chain);
        await kept.Turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await FollowAsync(chain, kept, cancellation).ConfigureAwait(false);
            return work(kept.Past);
        }
        finally
        {
            kept.Turn.Release();
        }
    }

    private async ValueTask FollowAsync(ChainId chain, KeptPast kept, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            long position;
            try
            {
                // A portion is told whole, or the past is begun anew: half of one cannot be taken back.
                position = await _traces.ReadAsync(chain, kept.Past.Position, Portion, kept.Past.Tell, CancellationToken.None).ConfigureAwait(false);
            }
            catch
            {
                kept.Past = new();
                throw;
            }

            var isAll = position < kept.Past.Position + Portion;
            kept.Past.Position = position;
            if (isAll)
                break;
            // The reads of an embedded node do not wait: others are to have a turn as well.
            await Task.Yield();
        }

        Keep(chain, kept);
    }

    private KeptPast Find(ChainId chain)
    {
        lock (_finding)
        {
            if (_pasts.TryGetValue(chain, out KeptPast? kept))
                return kept!;
            kept = new();
            Keep(chain, kept);
            return kept;
        }
    }

    // What it takes up is known only now, and has to be said anew.
    private void Keep(ChainId chain, KeptPast kept) => _pasts.Set(
        chain, kept, new MemoryCacheEntryOptions { Size = 1 + kept.Past.Size, SlidingExpiration = _options.RememberFor });

    public void Dispose()
    {
        _pasts.Dispose();
        _answers.Dispose();
    }

    private sealed class KeptPast
    {
        public ChainPast Past { get; set; } = new();

        public SemaphoreSlim Turn { get; } = new(1, 1);
    }
}
