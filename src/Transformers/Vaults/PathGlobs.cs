using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;
using Transformers.Text;

namespace Transformers.Vaults;

/// <summary>Globs such as <c>drafts/**</c> or <c>**/*.tmp.md</c>; a folder's name stands for all in it.</summary>
public sealed class PathGlobs
{
    private readonly Matcher _matcher = new(StringComparison.Ordinal);

    /// <summary>Paths that one of these globs matches.</summary>
    public PathGlobs(ImmutableArray<string> globs)
    {
        foreach (var glob in globs)
        {
            var pattern = glob.TrimStart('/').TrimEnd('/');
            _matcher.AddInclude(pattern);
            _matcher.AddInclude(pattern + "/**/*");
        }
    }

    /// <summary>Those of the paths that match.</summary>
    public IReadOnlySet<SourcePath> Matching(IEnumerable<SourcePath> paths)
    {
        var all = paths.ToArray();
        var matching = _matcher.Match("/", all.Select(path => path.Value)).Files.Select(match => match.Path).ToHashSet(StringComparer.Ordinal);
        return all.Where(path => matching.Contains(path.Value)).ToHashSet();
    }
}
