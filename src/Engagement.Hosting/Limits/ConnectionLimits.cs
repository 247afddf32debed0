using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Engagement.Hosting.Limits;

/// <summary>What the web server stands from anybody, signed in or not.</summary>
internal static class ConnectionLimits
{
    /// <summary>Bytes a second below which a batch of events is given up: 8 MiB then take half an hour at most.</summary>
    private const double SlowestBatch = 4096;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void Apply(KestrelServerLimits server, LimitOptions limits)
    {
        server.MaxConcurrentConnections = limits.MostConnections;
        server.MaxConcurrentUpgradedConnections = limits.MostLiveConnections;
        server.MaxRequestBodySize = limits.LargestBody;
        server.MaxRequestLineSize = 8 * 1024;
        server.MaxRequestHeadersTotalSize = 16 * 1024;
        server.MaxRequestHeaderCount = 64;
        server.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        // Longer than the proxy in front keeps a connection it may use again.
        server.KeepAliveTimeout = TimeSpan.FromSeconds(130);
        server.MinRequestBodyDataRate = new(240, TimeSpan.FromSeconds(5));
        server.MinResponseDataRate = new(240, TimeSpan.FromSeconds(5));
        server.Http2.MaxStreamsPerConnection = 100;
    }

    /// <summary>Lets a call take a large body, and not for ever.</summary>
    public static void AllowBody(HttpContext context, long most)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = new(SlowestBatch, Patience);
    }
}
