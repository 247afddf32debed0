using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Live;
using Engagement.Hosting.Recall;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Limits;

/// <summary>How many live connections a caller has, and how much each of them may ask.</summary>
internal sealed class LiveLimits(IOptions<LimitOptions> options) : IHubFilter
{
    private static readonly object Own = new();

    private readonly ConcurrentDictionary<string, int> _connections = new(StringComparer.Ordinal);

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var caller = KeyOf(context.Context);
        if (_connections.AddOrUpdate(caller, 1, static (_, count) => count + 1) > options.Value.LiveConnectionsOfCaller)
        {
            Leave(caller);
            throw new HubException("too_many_connections: close some of those that are open");
        }

        var pace = new TokenBucketRateLimiter(new()
        {
            TokenLimit = options.Value.LiveCallsOfConnection * 5,
            TokensPerPeriod = options.Value.LiveCallsOfConnection,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = false,
            QueueLimit = 0,
        });
        context.Context.Items[Own] = new Usage(pace);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch
        {
            // A connection that did not come about is not told to end.
            End(context);
            throw;
        }
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        End(context);
        return next(context, exception);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext context, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var usage = (Usage)context.Context.Items[Own]!;
        usage.Pace.TryReplenish();
        using (var call = usage.Pace.AttemptAcquire())
        {
            if (!call.IsAcquired)
                throw new HubException("too_many_calls: wait a second before the next");
        }

        var result = await next(context).ConfigureAwait(false);
        return result switch
        {
            IAsyncEnumerable<LiveItem> items => CountedAsync(usage, items, CancellationToken.None),
            IAsyncEnumerable<RecallFigures> items => CountedAsync(usage, items, CancellationToken.None),
            _ => result,
        };
    }

    private async IAsyncEnumerable<T> CountedAsync<T>(Usage usage, IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref usage.Streams) > options.Value.StreamsOfConnection)
        {
            Interlocked.Decrement(ref usage.Streams);
            throw new HubException("too_many_streams: cancel some of those that are open");
        }

        try
        {
            await foreach (var item in items.WithCancellation(cancellation).ConfigureAwait(false))
                yield return item;
        }
        finally
        {
            Interlocked.Decrement(ref usage.Streams);
        }
    }

    private void End(HubLifetimeContext context)
    {
        if (!context.Context.Items.Remove(Own, out var usage))
            return;
        ((Usage)usage!).Pace.Dispose();
        Leave(KeyOf(context.Context));
    }

    private void Leave(string caller)
    {
        if (_connections.AddOrUpdate(caller, 0, static (_, count) => count - 1) <= 0)
            ((ICollection<KeyValuePair<string, int>>)_connections).Remove(new(caller, 0));
    }

    private static string KeyOf(HubCallerContext context) => Rates.CallerKey(context.User is { } user ? Caller.Of(user) : null);

    private sealed class Usage(TokenBucketRateLimiter pace)
    {
        public int Streams;

        public TokenBucketRateLimiter Pace => pace;
    }
}
