using System.Net;
using System.Net.Sockets;

namespace Engagement.Hosting.Tests.Live;

/// <summary>The line between a client and a node, which a test can cut, clog and lead to another node.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private readonly List<TcpClient> _open = [];
    private TaskCompletionSource _flows = new();
    private Task _accepting = Task.CompletedTask;

    private Line() => _flows.SetResult();

    public Uri Address { get; private set; } = null!;

    /// <summary>The node at the other end.</summary>
    public Uri Node { get; set; } = null!;

    public static Line To(Uri node)
    {
        var line = new Line { Node = node };
        line._listener.Start();
        line.Address = new($"http://127.0.0.1:{((IPEndPoint)line._listener.LocalEndpoint).Port}");
        line._accepting = line.AcceptAsync();
        return line;
    }

    /// <summary>Breaks every connection off without a goodbye.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            foreach (var end in _open)
            {
                // Zero linger: a reset, not a farewell.
                end.Client.LingerState = new(true, 0);
                end.Close();
            }

            _open.Clear();
        }
    }

    /// <summary>From now on nothing that the node sends is taken off its hands.</summary>
    public void Clog() => _flows = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Unclog() => _flows.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        Unclog();
        Cut();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = JoinAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The line is being taken down.
        }
    }

    private async Task JoinAsync(TcpClient client)
    {
        // Small buffers, so that a clogged line is soon full.
        var node = new TcpClient { ReceiveBufferSize = 8192 };
        lock (_gate)
            _open.AddRange([client, node]);
        try
        {
            await node.ConnectAsync(Node.Host, Node.Port, _end.Token);
            await Task.WhenAny(PumpAsync(client, node, () => Task.CompletedTask), PumpAsync(node, client, () => _flows.Task));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // There is nobody at the other end now.
        }
        finally
        {
            lock (_gate)
                _open.RemoveAll(end => end == client || end == node);
            client.Dispose();
            node.Dispose();
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, Func<Task> flows)
    {
        var buffer = new byte[8192];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _end.Token) is > 0 and var read)
            {
                await flows();
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _end.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // One side has gone; the other is told by closing.
        }
    }
}
