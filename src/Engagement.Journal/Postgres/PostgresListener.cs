using System.Globalization;
using Engagement.Domain.Identity;
using Npgsql;

namespace Engagement.Journal.Postgres;

/// <summary>
/// Hears what other nodes have committed, on a connection of its own. What is said while that is broken is lost: whoever
/// depends on it looks for himself now and then, and is told to look once the connection is back.
/// </summary>
internal sealed class PostgresListener : IAsyncDisposable
{
    private const string ChainWord = "chain";
    private static readonly TimeSpan LongestBreak = TimeSpan.FromSeconds(2);

    private readonly string _connectionString;
    private readonly string _node;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _listening;

    public PostgresListener(string connectionString, string node)
    {
        _connectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            KeepAlive = 5,
            Timeout = 5,
            ApplicationName = "Engagement listener",
        }.ToString();
        _node = node;
        _listening = Task.Run(ListenAsync);
    }

    /// <summary>Another node has stored a chain's events up to a position.</summary>
    public event Action<ChainId, long>? Advanced;

    /// <summary>Another node has changed a chain, or may have while nobody listened.</summary>
    public event Action? ChainsChanged;

    /// <summary>What a node says when it has changed a chain.</summary>
    public static string ChainChanged(string node, ChainId chain) => $"{node} {ChainWord} {chain}";

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _listening.ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task ListenAsync()
    {
        var pause = TimeSpan.FromMilliseconds(100);
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var connection = new NpgsqlConnection(_connectionString);
                await using (connection.ConfigureAwait(false))
                {
                    await connection.OpenAsync(_stopping.Token).ConfigureAwait(false);
                    connection.Notification += (_, notification) => Hear(notification.Payload);
                    var listen = new NpgsqlCommand("LISTEN engagement", connection);
                    await using (listen.ConfigureAwait(false))
                        await listen.ExecuteNonQueryAsync(_stopping.Token).ConfigureAwait(false);
                    pause = TimeSpan.FromMilliseconds(100);
                    ChainsChanged?.Invoke();
                    while (true)
                        await connection.WaitAsync(_stopping.Token).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (PostgresFaults.Translate(exception) is not null)
            {
                // The store's own calls tell of the outage; this only has to be there again when it is over.
                if (!await PauseAsync(pause).ConfigureAwait(false))
                    return;
                pause = pause * 2 < LongestBreak ? pause * 2 : LongestBreak;
            }
        }
    }

    private async Task<bool> PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _stopping.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Hear(string said)
    {
        if (said.Split(' ', 3) is not [var node, var what, var chain] || node == _node)
            return;
        if (what == ChainWord)
            ChainsChanged?.Invoke();
        else if (long.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var head))
            Advanced?.Invoke(new(chain), head);
    }
}
