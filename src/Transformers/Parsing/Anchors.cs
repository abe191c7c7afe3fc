using Transformers.Text;

namespace Transformers.Parsing;

/// <summary>Gives out the <c>id</c>s of a page: slugs, and <c>-1</c>, <c>-2</c> … for repeats.</summary>
internal sealed class Anchors
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _repeats = new(StringComparer.Ordinal);

    /// <summary>An <c>id</c> that no other element of the page has.</summary>
    /// <param name="text">The text that names the element; an empty heading is a section too.</param>
    public string For(string text)
    {
        var slug = text.Length == 0 ? "section" : Slug.Of(text);
        if (_taken.Add(slug)) return slug;

        // The count goes on where the last repeat stopped, so that a thousand equal headings take a thousand steps.
        var repeat = _repeats.GetValueOrDefault(slug);
        string anchor;
        do anchor = $"{slug}-{++repeat}";
        while (!_taken.Add(anchor));
        _repeats[slug] = repeat;
        return anchor;
    }
}
