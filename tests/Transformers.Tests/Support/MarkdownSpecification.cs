using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Transformers.Model;
using Transformers.Parsing;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Support;

/// <summary>An example of a Markdown specification.</summary>
/// <param name="Number">As the specification counts them.</param>
/// <param name="Markdown">The text.</param>
/// <param name="Html">What it becomes.</param>
internal sealed record MarkdownExample(int Number, string Markdown, string Html);

/// <summary>The examples of a specification, which <c>tests/tools/fetch-specs.sh</c> fetches, and a comparison with what becomes of them here.</summary>
internal static partial class MarkdownSpecification
{
    private static readonly string Fence = new('`', 32);
    private static readonly NoteParser Parser = new(Configuration.Default with { StrictLineBreaks = true });

    /// <summary>The examples, in their order; empty where the specification was not fetched.</summary>
    /// <param name="name"><c>commonmark</c> or <c>gfm</c>.</param>
    public static IReadOnlyList<MarkdownExample> Read(string name)
    {
        var file = Repository.Folder("artifacts", "specs", name + ".txt");
        if (!File.Exists(file)) return [];
        var examples = new List<MarkdownExample>();
        var lines = File.ReadAllLines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence + " example", StringComparison.Ordinal)) continue;
            var dot = Array.IndexOf(lines, ".", i);
            var end = Array.IndexOf(lines, Fence, dot);
            examples.Add(new(examples.Count + 1, Join(lines[(i + 1)..dot]), Join(lines[(dot + 1)..end])));
            i = end;
        }

        return examples;
    }

    /// <summary>What the specification says, in the form of <see cref="Actual"/>.</summary>
    public static string Expected(MarkdownExample example)
    {
        var body = new HtmlParser().ParseDocument($"<body>{example.Html}</body>").Body!;

        // The page's title is its only first-level heading; one in the text moves down with all after it.
        var isShifted = false;
        foreach (var heading in body.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            var level = heading.LocalName[1] - '0';
            isShifted |= level == 1;
            if (isShifted) heading.SetAttribute("level", Math.Min(6, level + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return Canonical(body);
    }

    /// <summary>What becomes of a text: its elements and texts, without what only this program adds.</summary>
    public static string Actual(MarkdownExample example)
    {
        // With a title of its own a note shows all headings that stand in its text.
        var note = Parser.Parse(new SourceFile(SourcePath.Parse("Note.md"), "---\ntitle: \u2603\n---\n" + example.Markdown)).Value;
        var body = new HtmlParser().ParseDocument($"<body>{Filled(note)}</body>").Body!;
        foreach (var table in body.QuerySelectorAll("div.table").ToArray()) table.Replace([.. table.ChildNodes]);
        foreach (var cell in body.QuerySelectorAll("th[class], td[class]")) cell.SetAttribute("align", cell.ClassName!);
        return Canonical(body);
    }

    /// <summary>The body with links as they were written, not as they lead.</summary>
    private static string Filled(Note note)
    {
        var (html, at) = (new StringBuilder(), 0);
        foreach (var slot in note.Body.Slots)
        {
            html.Append(Encoding.UTF8.GetString(note.Body.Html.Span[at..slot.Offset]));
            at = slot.Offset + slot.Length;
            if (slot.Kind == SlotKind.LinkEnd) html.Append("</a>");
            if (slot.Kind == SlotKind.Id) html.Append(Encoding.UTF8.GetString(note.Body.Html.Span.Slice(slot.Offset, slot.Length)));
            if (slot.Kind is not (SlotKind.LinkStart or SlotKind.Embed)) continue;

            var link = note.Links[slot.Ordinal];
            var url = Escape(link.Fragment is { } fragment ? $"{link.Target}#{fragment}" : link.Target);
            var title = link.Title is { } text ? $" title=\"{Escape(text)}\"" : "";
            html.Append(slot.Kind == SlotKind.LinkStart ? $"<a href=\"{url}\"{title}>" : $"<img src=\"{url}\" alt=\"{Escape(link.Label ?? "")}\"{title}>");
        }

        return html.Append(Encoding.UTF8.GetString(note.Body.Html.Span[at..])).ToString();
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private static string Canonical(INode node)
    {
        var text = new StringBuilder();
        foreach (var child in node.ChildNodes) Append(text, child, isVerbatim: false);
        return Blanks().Replace(text.ToString(), "\n").Trim();
    }

    private static void Append(StringBuilder text, INode node, bool isVerbatim)
    {
        if (node is IText written)
        {
            var shown = isVerbatim ? written.Data.Replace("\n", "\\n", StringComparison.Ordinal).Replace(" ", "\\s", StringComparison.Ordinal) : AnyBlanks().Replace(written.Data, " ");
            text.Append(shown);
            return;
        }

        if (node is not IElement element) return;
        var name = element.GetAttribute("level") is { } level ? "h" + level : element.LocalName;
        // A paragraph whose image may turn out to be a note.
        if (name == "div" && element.Id?.StartsWith("ref:", StringComparison.Ordinal) == true) name = "p";
        if (element.ClassName == "tag")
        {
            text.Append(element.TextContent);
            return;
        }

        // The colours of code.
        if (name == "span" && element.ClassName?.StartsWith("tok-", StringComparison.Ordinal) == true)
        {
            foreach (var child in element.ChildNodes) Append(text, child, isVerbatim);
            return;
        }

        var isBlock = name is "p" or "ul" or "ol" or "li" or "blockquote" or "pre" or "hr" or "table" or "thead" or "tbody" or "tr" or "th" or "td" or "br" or "input" or ['h', >= '1' and <= '6'];
        if (isBlock) Trim(text);
        text.Append('<').Append(name);
        foreach (var attribute in new[] { "href", "src", "alt", "title", "start", "align", "type", "checked" })
        {
            if (element.GetAttribute(attribute) is { } value) text.Append(' ').Append(attribute).Append('=').Append(attribute is "href" or "src" ? Uri.UnescapeDataString(value).Replace(" ", "%20", StringComparison.Ordinal) : value);
        }

        if (name == "code" && element.ClassName is { } language) text.Append(" class=").Append(language);
        text.Append('>').Append(isBlock ? "\n" : "");
        foreach (var child in element.ChildNodes) Append(text, child, isVerbatim || name is "pre");
        if (isBlock) Trim(text);
        text.Append("</").Append(name).Append('>').Append(isBlock ? "\n" : "");
    }

    private static void Trim(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] is ' ') text.Length--;
    }

    private static string Join(IEnumerable<string> lines) => string.Concat(lines.Select(line => line.Replace('→', '\t') + "\n"));

    [GeneratedRegex(@"\n +", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.None, 1000)]
    private static partial Regex AnyBlanks();
}
