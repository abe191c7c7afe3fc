using System.Collections.Immutable;
using Markdig.Syntax;
using Transformers.Text;

namespace Transformers.Parsing.Canvases;

/// <summary>A node with what parsing made of its content.</summary>
/// <param name="Node">The node.</param>
/// <param name="Document">The Markdown of a text; null for other nodes, and for text that is too complex.</param>
/// <param name="Lines">What the drawing shows, before it is wrapped.</param>
/// <param name="Link">The place in the note's links of the file that it shows, or null.</param>
internal sealed record CanvasCard(CanvasNode Node, MarkdownDocument? Document, ImmutableArray<CardLine> Lines, int? Link)
{
    private const int MostName = 60;

    /// <summary>What edges and mentions call it.</summary>
    public string Name => Node.Content switch
    {
        CanvasContent.File file => FileName(file),
        CanvasContent.Link link => WithoutScheme(link.Url),
        CanvasContent.Group group => group.Label ?? "a group",
        _ => Lines.IsEmpty ? "an empty card" : Cut(Lines[0].Text.TrimStart('•', ' ')),
    };

    /// <summary>True for a note as a whole, which is linked where other files are shown.</summary>
    public bool IsWholeNote => Node.Content is CanvasContent.File { Fragment: null } file && file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a file that a drawing can hold.</summary>
    public bool IsImage => Node.Content is CanvasContent.File file && MediaKinds.Of(file.Path) == MediaKind.Image;

    private static string FileName(CanvasContent.File file)
    {
        var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
        if (name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
        return Cut(WikiLinkText.Of(name, file.Fragment, null));
    }

    private static string WithoutScheme(string url)
    {
        var slashes = url.IndexOf("://", StringComparison.Ordinal);
        return Cut((slashes < 0 ? url : url[(slashes + 3)..]).TrimEnd('/'));
    }

    private static string Cut(string text) => text.Length <= MostName ? text : text[..MostName] + "…";
}
