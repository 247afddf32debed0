using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Channels;

/// <summary>
/// Posts JSON to somebody else's server, signed after the Standard Webhooks specification. It follows no redirects, reads no
/// answer's body, and does not go where <see cref="ChannelOptions.AllowPrivateAddresses"/> says it must not.
/// </summary>
public sealed class SignedPost : IDisposable
{
    private readonly HttpClient _client;
    private readonly TimeProvider _time;
    private readonly bool _allowPrivate;

    public SignedPost(IOptions<ChannelOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _time = time;
        _allowPrivate = options.Value.AllowPrivateAddresses;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A proxy would resolve the name in our place, and the guard at the connection would see the proxy only.
            UseProxy = false,
            ConnectCallback = ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxConnectionsPerServer = 32,
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 16 * 1024,
            ResponseDrainTimeout = TimeSpan.FromMilliseconds(200),
        };
        // Who sends sets the time there is.
        _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Whether this node would send to <paramref name="url"/>, as far as the text of it tells.</summary>
    public bool MayGoTo(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsAbsoluteUri && url.UserInfo.Length == 0
            && (url.Scheme == Uri.UriSchemeHttps || (_allowPrivate && url.Scheme == Uri.UriSchemeHttp))
            // Below are the ports of mail, shells, name servers and the like, which nobody receives webhooks on.
            && (_allowPrivate || url.Port is 443 or >= 1024)
            && (_allowPrivate || !IPAddress.TryParse(url.IdnHost, out var address) || PublicAddresses.Contain(address));
    }

    /// <summary>Posts <paramref name="body"/>; what its receiver answers is told as a value.</summary>
    public async ValueTask<Handover> SendAsync(
        Uri url, IReadOnlyList<WebhookSecret> secrets, string id, byte[] body, TimeSpan timeout, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!MayGoTo(url))
            return new Handover.Refused("address_not_allowed");
        var seconds = _time.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } },
        };
        request.Headers.UserAgent.Add(new("Engagement", null));
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSecret.Sign(secrets, id, seconds, body));
        using var patience = new CancellationTokenSource(timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return Understand(response);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new Handover.TryLater("timeout");
        }
        catch (HttpRequestException exception)
        {
            return IsForbidden(exception) ? new Handover.Refused("address_not_allowed") : new Handover.TryLater("not_reachable");
        }
    }

    public void Dispose() => _client.Dispose();

    private Handover Understand(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => Handover.Accepted.Instance,
        410 => new Handover.Refused("gone"),
        429 or 503 => new Handover.TryLater(Code(response.StatusCode), WaitOf(response.Headers.RetryAfter)),
        _ => new Handover.TryLater(Code(response.StatusCode)),
    };

    private static string Code(HttpStatusCode status) => string.Create(CultureInfo.InvariantCulture, $"http_{(int)status}");

    private TimeSpan? WaitOf(RetryConditionHeaderValue? after)
    {
        var wait = after?.Delta ?? (after?.Date is { } date ? date - _time.GetUtcNow() : null);
        return wait > TimeSpan.Zero ? wait : null;
    }

    // The address is looked at where the connection is made: a name that means something else by then is found out.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation).ConfigureAwait(false);
        var allowed = _allowPrivate ? found : Array.FindAll(found, PublicAddresses.Contain);
        if (allowed.Length == 0 && found.Length > 0)
            throw new ForbiddenAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsForbidden(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is ForbiddenAddressException)
                return true;
        }

        return false;
    }

    private sealed class ForbiddenAddressException() : IOException("The name stands for an address that webhooks must not go to.");
}
