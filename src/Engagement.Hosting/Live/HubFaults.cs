using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Live;

/// <summary>
/// Tells the log of streams that failed here. The framework's own lines are switched off: they call every refusal an error, and
/// repeat in it what the caller sent.
/// </summary>
public sealed partial class HubFaults(ILogger<HubFaults> logger)
{
    /// <summary>Whose lines are switched off.</summary>
    internal const string Framework = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher";

    internal async IAsyncEnumerable<T> Follow<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var each = items.GetAsyncEnumerator(cancellation);
        while (true)
        {
            try
            {
                if (!await each.MoveNextAsync().ConfigureAwait(false))
                    yield break;
            }
            catch (Exception exception) when (exception is not (HubException or OperationCanceledException))
            {
                Failed(exception);
                throw;
            }

            yield return each.Current;
        }
    }

    [LoggerMessage(LogLevel.Error, "A live stream failed")]
    private partial void Failed(Exception exception);
}
