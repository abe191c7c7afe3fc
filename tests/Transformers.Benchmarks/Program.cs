using System.CommandLine;
using Transformers.Benchmarks;

RootCommand root = new("Vaults of any size, and how long programs take to make sites of them and to follow their edits.") { GenerateCommand.Create(), CompareCommand.Create(), EditCommand.Create() };
return await root.Parse(args).InvokeAsync().ConfigureAwait(false);
