using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Transformers.Model;
using Transformers.Parsing;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Fuzz;

/// <summary>
/// Parses input after input. A find is an exception, a body that breaks a rule of <see cref="BodyRules"/>, a second parse that
/// gives something else, or one that takes over a second.
/// </summary>
internal sealed class Fuzzing(FuzzOptions options, Corpus corpus)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestShrink = TimeSpan.FromSeconds(10);
    private static readonly SourcePath Path = SourcePath.Parse("Note.md");

    private readonly NoteParser _parser = new(Configuration.Default);
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _executions;
    private long _bytes;

    public long Executions => _executions;

    public long Bytes => _bytes;

    public int Finds { get; private set; }

    public TimeSpan Slowest { get; private set; }

    /// <summary>Goes on until the time is up.</summary>
    public void Run()
    {
        var clock = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, options.Threads).Select(number => new Thread(() => Loop(clock, new Mutator(corpus, new Random((options.Seed * 1000) + number))), 16 << 20)).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
    }

    private void Loop(Stopwatch clock, Mutator mutator)
    {
        for (var count = 1L; clock.Elapsed.TotalSeconds < options.Seconds; count++)
        {
            var text = mutator.Next();
            var begin = Stopwatch.GetTimestamp();
            var problem = Problem(text, isTwice: count % 64 == 0);
            var time = Stopwatch.GetElapsedTime(begin);
            if (problem is null && time > Slow)
            {
                // The machine may have been busy elsewhere; the second time counts.
                begin = Stopwatch.GetTimestamp();
                Problem(text, isTwice: false);
                time = Stopwatch.GetElapsedTime(begin);
                if (time > Slow) problem = $"slow: {time.TotalSeconds:N1} s";
            }

            Interlocked.Increment(ref _executions);
            Interlocked.Add(ref _bytes, text.Length);
            if (problem is not null || time > Slowest) Keep(text, time, problem);
        }
    }

    private string? Problem(string text, bool isTwice)
    {
        try
        {
            var note = _parser.Parse(new SourceFile(Path, text)).Value;
            if (BodyRules.Broken(note) is { } broken) return broken;
            return isTwice && !IsSame(note, _parser.Parse(new SourceFile(Path, text)).Value) ? "another outcome the second time" : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.ToString();
        }
    }

    private static bool IsSame(Note one, Note other) =>
        one.Body.Html.Span.SequenceEqual(other.Body.Html.Span) && one.Body.Slots.AsSpan().SequenceEqual(other.Body.Slots.AsSpan()) && one.Title == other.Title;

    private void Keep(string text, TimeSpan time, string? problem)
    {
        lock (_lock)
        {
            if (time > Slowest) Slowest = time;
            if (problem is null) return;

            // One example of each kind is enough.
            Finds++;
            if (!_kinds.Add(KindOf(problem))) return;
            text = Shrink(text, KindOf(problem));
            Directory.CreateDirectory(options.Out);
            var name = System.IO.Path.Combine(options.Out, Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())))[..12]);

            // As a literal too: half of a pair has no place in a file of UTF-8.
            File.WriteAllBytes(name + ".md", Encoding.UTF8.GetBytes(text));
            File.WriteAllText(name + ".txt", $"{problem}\n\n\"{string.Concat(text.Select(c => c is >= ' ' and <= '~' and not ('"' or '\\') ? c.ToString() : $"\\u{(int)c:X4}"))}\"\n");
            Console.WriteLine($"{name}.md: {problem.Split('\n')[0]}");
        }
    }

    /// <summary>What makes finds alike: the first lines without names, numbers and quoted parts.</summary>
    private static string KindOf(string problem)
    {
        var lines = string.Join(' ', problem.Split('\n').Take(3)).Split('\'');
        var kind = string.Concat(lines.Where((_, index) => index % 2 == 0).SelectMany(part => part).Where(c => !char.IsDigit(c)));
        return kind[..Math.Min(kind.Length, 160)];
    }

    /// <summary>Leaves out what the find does not need, as far as that goes quickly.</summary>
    private string Shrink(string text, string kind)
    {
        var clock = Stopwatch.StartNew();
        for (var size = text.Length / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= text.Length && clock.Elapsed < LongestShrink;)
            {
                var shorter = text.Remove(at, size);
                if (Problem(shorter, isTwice: false) is { } problem && KindOf(problem) == kind) text = shorter;
                else at += size;
            }
        }

        return text;
    }
}
