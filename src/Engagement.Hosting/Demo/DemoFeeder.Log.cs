using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Demo;

internal sealed partial class DemoFeeder
{
    [LoggerMessage(LogLevel.Warning, "The journal takes nothing now; the demonstration's members wait and try again")]
    private partial void JournalIsAway(Exception exception);

    [LoggerMessage(LogLevel.Information, "The journal takes what the demonstration's members do again")]
    private partial void JournalIsBack();

    [LoggerMessage(LogLevel.Warning, "An act of the demonstration was refused: {Code}")]
    private partial void WasRejected(string code);
}
