namespace Transformers.Parsing.Html;

/// <summary>Writes raw HTML.</summary>
internal sealed class RawHtml(HtmlBuffer html)
{
    /// <summary>Writes a block of raw HTML.</summary>
    public void Block(string text)
    {
        html.Markup("<pre>"u8);
        html.Text(text);
        html.Markup("</pre>\n"u8);
    }

    /// <summary>Writes a tag within a line.</summary>
    public void Inline(string tag) => html.Text(tag);

    /// <summary>Ends what was left open within a leaf block.</summary>
    public void CloseLeaf() => html.Markup(""u8);

    /// <summary>Ends whatever is open.</summary>
    public void CloseAll() => html.Markup(""u8);
}
