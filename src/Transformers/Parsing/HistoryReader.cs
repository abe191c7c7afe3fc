using System.Collections.Frozen;
using Transformers.Model;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Parsing;

/// <summary>Finds in a vault's history when each entry was first written.</summary>
public static class HistoryReader
{
    /// <summary>Reads the bullets that were added, with the eyes that read them today.</summary>
    /// <param name="history">What was added, the oldest first.</param>
    /// <param name="parser">The parser of the notes.</param>
    /// <param name="hidden">Notes that are not published, or are ignored: what stood in them says nothing.</param>
    public static EntryDates Read(VaultHistory history, NoteParser parser, IReadOnlySet<SourcePath> hidden)
    {
        var additions = history.Additions.Where(addition => !hidden.Contains(addition.Path)).AsParallel().AsOrdered()
            .Select(addition => (addition.Time, parser.Parse(new SourceFile(addition.Path, addition.Bullets)).Value.Entries));
        var first = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var (time, entries) in additions)
        {
            foreach (var key in entries.SelectMany(EntryDates.KeysOf)) first.TryAdd(key, time);
        }

        return new(first.ToFrozenDictionary(StringComparer.Ordinal), history.Unknown);
    }
}
