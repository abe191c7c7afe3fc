using System.Collections.Immutable;
using System.Text;
using Transformers.Checking;
using Transformers.Diagnostics;
using Transformers.Publishing;
using Transformers.Text;

namespace Transformers.Cli;

/// <summary>Mends a vault on disk where findings say how: nothing but the characters that they name changes.</summary>
internal static class VaultMender
{
    /// <summary>Each time all changes that can be made together are made; one address may want one after the other.</summary>
    private const int MostRounds = 8;

    /// <summary>Mends until nothing is left that can be.</summary>
    /// <param name="input">The vault.</param>
    /// <returns>What was mended, by file.</returns>
    /// <exception cref="PublishException">A file could not be written; those before it are mended.</exception>
    public static ImmutableArray<Diagnostic> Mend(VaultInput input)
    {
        var mended = ImmutableArray.CreateBuilder<Diagnostic>();
        for (var round = 0; round < MostRounds; round++)
        {
            var before = mended.Count;

            // A file that a symbolic link gives two names is found, and would be mended, twice.
            var done = new HashSet<string>(StringComparer.Ordinal);
            foreach (var file in SiteBuilder.Read(input.Vault, input.Configuration).Diagnostics.Where(found => !found.Fix.IsEmpty).GroupBy(found => found.Path))
            {
                if (done.Add(input.FileOf(file.Key).FullName)) mended.AddRange(Mend(file.Key, file, input));
            }

            if (mended.Count == before) break;
        }

        return [.. mended.OrderBy(found => found.Path)];
    }

    private static ImmutableArray<Diagnostic> Mend(SourcePath path, IEnumerable<Diagnostic> found, VaultInput input)
    {
        var bytes = input.Vault.Read(path);
        var mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var (text, mended) = Mending.Apply(Encoding.UTF8.GetString(bytes, mark, bytes.Length - mark), found);
        if (!mended.IsEmpty) WholeFile.Rewrite(input.FileOf(path), [.. bytes.AsSpan(0, mark), .. Encoding.UTF8.GetBytes(text)]);
        return mended;
    }
}
