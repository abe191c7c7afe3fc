using Transformers.Fuzz;

// Feeds the parser mutations of real notes until the time is up. See Fuzzing.cs for what is held against it.
//   dotnet run -c Release --project tests/Transformers.Fuzz -- --seconds 600 --threads 2 --out artifacts/fuzz [folders with .md files]
var options = FuzzOptions.Read(args);
var corpus = Corpus.Read(options.Folders);
Console.WriteLine($"{corpus.Texts.Count} texts, {corpus.Fragments.Count} fragments, seed {options.Seed}, {options.Threads} threads, {options.Seconds} s");
var fuzzing = new Fuzzing(options, corpus);
fuzzing.Run();
Console.WriteLine($"{fuzzing.Executions:N0} executions, {fuzzing.Bytes:N0} characters, {fuzzing.Finds} finds, the slowest {fuzzing.Slowest.TotalMilliseconds:N0} ms");
return fuzzing.Finds > 0 ? 1 : 0;
