using System.Runtime.InteropServices;
using Engagement.Cli;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, StopOnce);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, StopOnce);
return await CommandLine.RunAsync(args, Terminal.OfProcess(), stop.Token);

// The first signal ends the work cleanly; a second one is let through and ends the process.
void StopOnce(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
