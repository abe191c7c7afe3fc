using System.Runtime;
using System.Runtime.InteropServices;
using System.Text;
using Transformers.Cli;

// Whatever the terminal's own: what is written may be read by a program.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

// A command that runs to its end is done sooner without a collector beside it.
if (args is not ["serve", ..]) GCSettings.LatencyMode = GCLatencyMode.Batch;

// The first signal asks the command to end, the second one ends it.
using var interrupted = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var onTermination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

return await App.RunAsync(args, Console.Out, Console.Error, interrupted.Token).ConfigureAwait(false);

void End(PosixSignalContext signal)
{
    signal.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
}
