using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Due;

public sealed partial class DueClock
{
    [LoggerMessage(LogLevel.Error, "Looking for members who are due failed; the next look is in a second")]
    private partial void RoundFailed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "{Count} due members could not be woken; they will be tried again")]
    private partial void WakesFailed(Exception exception, int count);
}
