using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Transformers.Model;
using Transformers.Parsing.Syntax;

namespace Transformers.Parsing.Html;

/// <summary>Numbers footnotes in the order in which they are referred to, and writes them after the text.</summary>
internal sealed class FootnoteWriter(HtmlBuffer html)
{
    private readonly Dictionary<MarkdownObject, int> _numbers = [];
    private readonly List<(MarkdownObject Note, int References)> _notes = [];

    /// <summary>Writes the superscript that leads to a footnote.</summary>
    /// <param name="note">A <see cref="Footnote"/> or an <see cref="InlineFootnoteInline"/>.</param>
    public void Reference(MarkdownObject note)
    {
        if (!_numbers.TryGetValue(note, out var number))
        {
            _notes.Add((note, 0));
            _numbers[note] = number = _notes.Count;
        }

        var references = _notes[number - 1].References + 1;
        _notes[number - 1] = (note, references);
        html.Markup("<sup class=\"footnote-reference\""u8);
        html.Id(Name("fnref", number, references));
        html.Markup("><a href=\""u8);
        html.Slot(SlotKind.OwnAddress, 0);
        html.Markup("#"u8);
        html.Text(Name("fn", number, 1));
        html.Markup("\">"u8);
        html.Text(number.ToString(CultureInfo.InvariantCulture));
        html.Markup("</a></sup>"u8);
    }

    /// <summary>Writes the section of the footnotes, if there are any.</summary>
    public void WriteSection(BodyWriter blocks, InlineWriter inlines)
    {
        if (_notes.Count == 0) return;
        html.Markup("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n"u8);

        // A footnote may refer to further ones, which then stand behind it.
        for (var i = 0; i < _notes.Count; i++)
        {
            html.Markup("<li"u8);
            html.Id(Name("fn", i + 1, 1));
            html.Markup(">"u8);
            if (_notes[i].Note is Footnote footnote) blocks.Footnote(footnote);
            else inlines.Write((InlineFootnoteInline)_notes[i].Note, Name("fn", i + 1, 1));
            BackReferences(i);
            html.Markup("</li>\n"u8);
        }

        html.Markup("</ol>\n</section>\n"u8);
    }

    private void BackReferences(int index)
    {
        for (var reference = 1; reference <= _notes[index].References; reference++)
        {
            html.Markup(" <a class=\"footnote-back\" href=\""u8);
            html.Slot(SlotKind.OwnAddress, 0);
            html.Markup("#"u8);
            html.Text(Name("fnref", index + 1, reference));
            html.Markup("\" aria-label=\"Back to the text\">↩</a>"u8);
        }
    }

    // A colon stands in no slug and no block id, so these are unique on the page.
    private static string Name(string prefix, int number, int reference) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}:{number}{(reference > 1 ? $":{reference}" : "")}");
}
