using System.Text;
using Transformers.Cli;

// Whatever the terminal's own: what is written may be read by a program.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

return await App.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
