using System.Text;
using Markdig.Syntax.Inlines;
using Transformers.Model;

namespace Transformers.Parsing;

/// <summary>Finds the places of the links in one text: that of a leaf block, or of a footnote within the line.</summary>
internal sealed class MentionContexts
{
    private readonly MentionText _text;
    private readonly Dictionary<Inline, (int Start, int End)> _places = [];
    private readonly string _anchor;
    private readonly int? _entry;

    /// <summary>Reads the text once, for all its links.</summary>
    /// <param name="content">What it holds.</param>
    /// <param name="isItem">True for the text of a list item, which is shown whole; of other text, the sentence.</param>
    /// <param name="anchor">The <c>id</c> of the nearest element around it that has one.</param>
    /// <param name="entry">The place of the entry that it stands in, or null.</param>
    public MentionContexts(ContainerInline content, bool isItem, string anchor, int? entry)
    {
        (_anchor, _entry) = (anchor, entry);
        var text = new StringBuilder();
        foreach (var inline in PlainText.ShownInlinesOf(content))
        {
            var start = text.Length;
            PlainText.Append(text, inline);
            _places[inline] = (start, text.Length);
        }

        _text = new MentionText(text.ToString(), isItem);
    }

    /// <summary>The context of a link.</summary>
    /// <param name="link">An inline of the text.</param>
    /// <param name="label">The text it shows.</param>
    /// <param name="last">The last inline of it, mostly itself.</param>
    public MentionContext Of(Inline link, string label, Inline last)
    {
        var start = _places.GetValueOrDefault(link).Start;
        var end = _places.GetValueOrDefault(last).End;
        if (last is ContainerInline container) end = EndOf(container, end);
        return new(label, _anchor, _entry) { Text = _text, Start = start, End = end };
    }

    private int EndOf(ContainerInline container, int end)
    {
        Inline? last = container.LastChild;
        while (last is ContainerInline { LastChild: { } child }) last = child;
        return last is null ? end : _places.GetValueOrDefault(last).End;
    }
}
