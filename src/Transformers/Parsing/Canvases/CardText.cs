using System.Collections.Immutable;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Transformers.Parsing.Syntax;

namespace Transformers.Parsing.Canvases;

/// <summary>A paragraph, heading or item of a card, as the drawing shows it.</summary>
/// <param name="Text">Plain text in one line.</param>
/// <param name="IsHeading">True where it stands out.</param>
internal readonly record struct CardLine(string Text, bool IsHeading);

/// <summary>What a card's Markdown says in plain lines, as a drawing has room for no more.</summary>
internal static class CardText
{
    private const int MostLines = 60;
    private const int MostCharacters = 600;

    /// <summary>The first lines of a text.</summary>
    public static ImmutableArray<CardLine> Of(MarkdownDocument document)
    {
        var lines = ImmutableArray.CreateBuilder<CardLine>();
        Add(document, "", lines);
        return lines.ToImmutable();
    }

    /// <summary>The lines of a text that is no Markdown.</summary>
    public static ImmutableArray<CardLine> Plain(string text) =>
        [.. text[..Math.Min(text.Length, MostLines * MostCharacters)].Split('\n', MostLines + 1).Take(MostLines).Select(line => new CardLine(Cut(line.Trim()), false)).Where(line => line.Text.Length > 0)];

    private static void Add(ContainerBlock container, string mark, ImmutableArray<CardLine>.Builder lines)
    {
        foreach (var block in container)
        {
            if (lines.Count >= MostLines) return;
            switch (block)
            {
                case CommentBlock or Markdig.Extensions.Footnotes.FootnoteGroup or LinkReferenceDefinitionGroup: break;
                case TableRow row: Add(string.Join(" · ", row.OfType<TableCell>().SelectMany(cell => cell.OfType<LeafBlock>()).Take(20).Select(PlainText.Of)), mark, false, lines); break;
                case CalloutBlock callout:
                    Add(callout.Title is { } title ? PlainText.Of(title) : Html.CalloutKind.DefaultTitle(callout.Kind), mark, true, lines);
                    Add(callout, "", lines);
                    break;
                case ListItemBlock item: Add(item, item.Parent is ListBlock { IsOrdered: true } ? $"{item.Order}. " : "• ", lines); break;
                case ContainerBlock inner: Add(inner, mark, lines); break;
                case CodeBlock code:
                    foreach (var line in Plain(code.Lines.ToString())) Add(line.Text, mark, false, lines);
                    break;
                case LeafBlock leaf: Add(PlainText.Of(leaf), mark, leaf is HeadingBlock, lines); break;
            }

            mark = "";
        }
    }

    private static void Add(string text, string mark, bool isHeading, ImmutableArray<CardLine>.Builder lines)
    {
        if (text.Length > 0 && lines.Count < MostLines) lines.Add(new(mark + Cut(text), isHeading));
    }

    private static string Cut(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters] + "…";
}
