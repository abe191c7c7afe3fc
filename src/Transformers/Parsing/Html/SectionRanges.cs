using System.Collections.Immutable;
using Transformers.Model;

namespace Transformers.Parsing.Html;

/// <summary>Finds how far the section under each heading reaches.</summary>
/// <remarks>A section ends at the next heading of its level or above, and at the latest where the element around it ends.</remarks>
/// <param name="html">The body in the making.</param>
internal sealed class SectionRanges(HtmlBuffer html)
{
    private readonly List<Heading> _headings = [];
    private readonly Stack<(object Place, int Level, int Index)> _open = new();

    /// <summary>Begins the section of a heading.</summary>
    /// <param name="place">The container or the element of raw HTML that it stands in.</param>
    /// <param name="level">The level as written.</param>
    /// <param name="heading">The heading, which is about to be written.</param>
    public void Open(object place, int level, Heading heading)
    {
        while (_open.TryPeek(out var last) && last.Place == place && last.Level >= level) End();
        _open.Push((place, level, _headings.Count));
        _headings.Add(heading with { Section = new(html.Position, html.Position) });
    }

    /// <summary>Ends the sections that were opened in a container or an element of raw HTML.</summary>
    public void Close(object place)
    {
        while (_open.TryPeek(out var last) && last.Place == place) End();
    }

    /// <summary>The texts of the headings around, the outermost first, without the note's title.</summary>
    public ImmutableArray<string> Path() =>
        [.. _open.Reverse().Select(open => _headings[open.Index]).Where(heading => heading.Anchor.Length > 0).Select(heading => heading.Text)];

    /// <summary>The headings, in document order.</summary>
    public ImmutableArray<Heading> ToHeadings() => [.. _headings];

    private void End()
    {
        // A link that ends with the section ends in it.
        html.Seal();
        var index = _open.Pop().Index;
        _headings[index] = _headings[index] with { Section = new(_headings[index].Section.Start, html.Position) };
    }
}
