using Engagement.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Chains;

/// <summary>Keeps the catalogue up with what other nodes change: at once when told, and by a look every few seconds.</summary>
internal sealed partial class ChainRefresh(
    IChainDirectory directory, ChainCatalogue chains, TimeProvider time, ILogger<ChainRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _bell = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        directory.Changed += Ring;
        try
        {
            while (true)
            {
                await WaitAsync(stoppingToken).ConfigureAwait(false);
                try
                {
                    await chains.RefreshAsync(stoppingToken).ConfigureAwait(false);
                }
                catch (JournalUnavailableException exception)
                {
                    LookFailed(exception);
                }
            }
        }
        finally
        {
            directory.Changed -= Ring;
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _bell.Dispose();
    }

    private void Ring() => _bell.Release();

    private async Task WaitAsync(CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(BetweenLooks, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            await _bell.WaitAsync(either.Token).ConfigureAwait(false);
            // One look serves all who rang meanwhile.
            while (_bell.Wait(0, CancellationToken.None))
            {
            }
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Nobody rang for a while: look all the same.
        }
    }

    [LoggerMessage(LogLevel.Warning, "Looking for changed chains failed; the next look is in some seconds")]
    private partial void LookFailed(Exception exception);
}
