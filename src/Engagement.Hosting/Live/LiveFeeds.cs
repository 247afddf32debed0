using System.Collections.Concurrent;
using System.Threading.Channels;
using Engagement.Domain.Identity;
using Engagement.Hosting.Boards;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Live;

/// <summary>
/// Tails the journal for the chains that somebody watches: commits of this node as they happen, and whatever another
/// process wrote by reading it from the store.
/// </summary>
public sealed partial class LiveFeeds : BackgroundService
{
    private readonly IJournal _journal;
    private readonly IJournalQueries _queries;
    private readonly ChainCatalogue _chains;
    private readonly NodeClock _clock;
    private readonly TimeProvider _time;
    private readonly LiveOptions _options;
    private readonly ILogger<LiveFeeds> _logger;
    private readonly ConcurrentDictionary<ChainId, Lazy<Task<ChainFeed>>> _feeds = new();
    private readonly Channel<Progress> _progress = Channel.CreateBounded<Progress>(
        new BoundedChannelOptions(1024) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    public LiveFeeds(
        IJournal journal,
        IJournalQueries queries,
        ChainCatalogue chains,
        NodeClock clock,
        TimeProvider time,
        IOptions<LiveOptions> options,
        ILogger<LiveFeeds> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _journal = journal;
        _queries = queries;
        _chains = chains;
        _clock = clock;
        _time = time;
        _options = options.Value;
        _logger = logger;
        // The journal must not wait for watchers, and nobody watches most chains. What does not fit is read from the store.
        journal.Committed += batch =>
        {
            if (_feeds.ContainsKey(batch.Chain))
                _progress.Writer.TryWrite(new(batch.Chain, batch.LastPosition, batch.Events));
        };
        journal.Advanced += (chain, head) =>
        {
            if (_feeds.ContainsKey(chain))
                _progress.Writer.TryWrite(new(chain, head, null));
        };
    }

    /// <summary>The feed of a chain, started when first asked for.</summary>
    internal async Task<ChainFeed> FeedAsync(ChainId chain, CancellationToken cancellation)
    {
        var feed = _feeds.GetOrAdd(chain, id => new(() => StartAsync(new(id, _options), CancellationToken.None)));
        try
        {
            return await feed.Value.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception) when (feed.Value.IsFaulted)
        {
            _feeds.TryRemove(new(chain, feed));
            throw;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var polling = PollAsync(stoppingToken);
        await foreach (var progress in _progress.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                var feed = await FeedAsync(progress.Chain, stoppingToken).ConfigureAwait(false);
                if (progress.Head <= feed.Position)
                    continue;
                var rules = await _chains.RulesAsync(progress.Chain, stoppingToken).ConfigureAwait(false);
                if (progress.Events is null || !feed.TryAdd(rules, progress.Events))
                    await CatchUpAsync(feed, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                TailFailed(exception);
            }
        }

        await polling.ConfigureAwait(false);
    }

    // Another process at the same file tells us nothing, and what another node tells may be lost: a look each second finds
    // what was written.
    private async Task PollAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), _time);
        while (await timer.WaitForNextTickAsync(stopping).ConfigureAwait(false))
        {
            foreach (var started in _feeds.Values.Where(feed => feed is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
            {
                try
                {
                    var feed = await started.Value.ConfigureAwait(false);
                    feed.Forget(await _chains.RulesAsync(feed.Chain, stopping).ConfigureAwait(false), _clock.Now);
                    if (await _journal.HeadAsync(feed.Chain, stopping).ConfigureAwait(false) > feed.Position)
                        await CatchUpAsync(feed, stopping).ConfigureAwait(false);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    TailFailed(exception);
                }
            }
        }
    }

    private async Task CatchUpAsync(ChainFeed feed, CancellationToken cancellation)
    {
        var rules = await _chains.RulesAsync(feed.Chain, cancellation).ConfigureAwait(false);
        while (true)
        {
            var missed = await _queries.FeedAsync(feed.Chain, feed.Position, _options.MostInOneItem, cancellation).ConfigureAwait(false);
            if (missed.Count == 0 || !feed.TryAdd(rules, missed))
                return;
        }
    }

    private async Task<ChainFeed> StartAsync(ChainFeed feed, CancellationToken cancellation)
    {
        var rules = await _chains.RulesAsync(feed.Chain, cancellation).ConfigureAwait(false);
        var reading = await _queries
            .BoardAsync(feed.Chain, new(null, BoardQuery.StartOfToday(rules, _clock.Now)), cancellation).ConfigureAwait(false);
        var from = Math.Max(0, reading.Position - _options.Window / 2);
        var latest = await _queries
            .FeedAsync(feed.Chain, from, (int)(reading.Position - from), cancellation).ConfigureAwait(false);
        feed.Start(rules, reading, latest);
        return feed;
    }

    /// <summary>A chain has come to a position; with its latest events where this node wrote them.</summary>
    private readonly record struct Progress(ChainId Chain, long Head, IReadOnlyList<CommittedEvent>? Events);

    [LoggerMessage(LogLevel.Error, "Following the journal failed; the next look is in a second")]
    private partial void TailFailed(Exception exception);
}
