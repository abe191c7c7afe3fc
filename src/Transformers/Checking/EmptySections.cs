using Transformers.Diagnostics;
using Transformers.Model;

namespace Transformers.Checking;

/// <summary>Finds headings under which there is nothing to read.</summary>
internal static class EmptySections
{
    /// <summary>Nothing stands between a heading and the next one of its level or above.</summary>
    public static readonly DiagnosticRule Rule = new("KB024", Severity.Info, "Heading with nothing under it");

    /// <summary>One finding a heading. The one that is the note's title has the whole note under it.</summary>
    public static IEnumerable<Diagnostic> Check(CheckedSite site) =>
        from note in site.Notes
        where note.Path.IsNote
        from heading in note.Headings
        where heading.Anchor.Length > 0 && IsEmpty(note.Body, heading)
        select Rule.At(note.Path, heading.Range, $"Nothing stands under '{heading.Text}'; fill the section or remove the heading.");

    private static bool IsEmpty(Body body, Heading heading)
    {
        var html = body.Html.Span[heading.Section.Start..heading.Section.End];
        var end = html.IndexOf(EndTagOf(heading.Level));
        if (end < 0) return false;
        var content = heading.Section.Start + end + EndTagLength;
        return html[(end + EndTagLength)..].Trim(" \n"u8).IsEmpty && body.SlotsIn(new ByteRange(content, heading.Section.End)).IsEmpty;
    }

    private const int EndTagLength = 5;

    private static ReadOnlySpan<byte> EndTagOf(int level) => level switch
    {
        1 => "</h1>"u8,
        2 => "</h2>"u8,
        3 => "</h3>"u8,
        4 => "</h4>"u8,
        5 => "</h5>"u8,
        _ => "</h6>"u8,
    };
}
