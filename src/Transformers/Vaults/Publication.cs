using System.Collections.Immutable;
using Transformers.Model;

namespace Transformers.Vaults;

/// <summary>Which notes readers see. What is private appears nowhere but in diagnostics for the author.</summary>
/// <param name="Published">In path order.</param>
/// <param name="Private">In path order.</param>
public sealed record Publication(ImmutableArray<Note> Published, ImmutableArray<Note> Private)
{
    /// <summary>Parts the notes by their front matter and the configuration.</summary>
    public static Publication Of(IEnumerable<Note> notes, Configuration configuration)
    {
        var parts = notes.OrderBy(note => note.Path).ToLookup(note => IsPublished(note.FrontMatter, configuration));
        return new([.. parts[true]], [.. parts[false]]);
    }

    private static bool IsPublished(FrontMatter frontMatter, Configuration configuration) =>
        (configuration.IncludesDrafts || !frontMatter.IsDraft)
        && (configuration.PublishesExplicitly ? frontMatter.Publish == true : frontMatter.Publish != false);
}
