using System.Collections.Concurrent;
using Transformers.Model;

namespace Transformers.Rendering.Search;

/// <summary>The index of a run of notes: their documents in chunks, and the terms that are in them.</summary>
/// <remarks>What a run is depends on the notes alone, and so does the index, whoever makes the parts.</remarks>
/// <param name="Documents">How many documents there are.</param>
/// <param name="Chunks">The documents. Their numbers begin with 0 and say where they are: so many to a chunk as <see cref="InChunk"/> says, some of them unused.</param>
/// <param name="Terms">The terms, in no order, each once.</param>
/// <param name="Ends">For each term where its postings end; those of the next one begin there.</param>
/// <param name="Postings">The postings (<see cref="Posting"/>), of each term in ascending order.</param>
/// <param name="Pairs">The pairs (<see cref="Pair"/>) in ascending order, each once.</param>
internal sealed record SearchPart(int Documents, IReadOnlyList<byte[]> Chunks, string[] Terms, int[] Ends, uint[] Postings, ulong[] Pairs)
{
    /// <summary>How many numbers a chunk has, and documents at most.</summary>
    public const int InChunk = 16;

    /// <summary>How much a run has of HTML, its last note apart: so little that its terms stay near the processor.</summary>
    private const int RunBytes = 500_000;

    /// <summary>How many numbers it takes.</summary>
    public int Numbers => Chunks.Count * InChunk;

    /// <summary>The parts of a site's index in order, made by all processors.</summary>
    /// <param name="site">The site.</param>
    /// <param name="pairGroups">How many groups of pairs there are.</param>
    public static IEnumerable<SearchPart> Of(Site site, int pairGroups)
    {
        var builders = new ConcurrentBag<SearchPartBuilder>();
        return RunsOf(site.Notes).AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(run =>
        {
            var builder = builders.TryTake(out var free) ? free : new SearchPartBuilder(pairGroups);
            var part = builder.Build(run, site);
            builders.Add(builder);
            return part;
        });
    }

    private static IEnumerable<List<Note>> RunsOf(IEnumerable<Note> notes)
    {
        var (run, bytes) = (new List<Note>(), 0L);
        foreach (var note in notes)
        {
            run.Add(note);
            bytes += note.Body.Html.Length;
            if (bytes < RunBytes) continue;
            yield return run;
            (run, bytes) = ([], 0);
        }

        if (run.Count > 0) yield return run;
    }
}
