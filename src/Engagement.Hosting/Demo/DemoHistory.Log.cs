using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Demo;

internal sealed partial class DemoHistory
{
    [LoggerMessage(
        LogLevel.Information, "Demonstration chain: {Percent} % of its past is told, {Acts} acts in {Seconds:0.0} s")]
    private partial void Filling(int percent, long acts, double seconds);
}
