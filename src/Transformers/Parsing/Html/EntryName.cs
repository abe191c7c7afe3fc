namespace Transformers.Parsing.Html;

/// <summary>The element around the name in an entry's link, so that the underline ends where the name does: what else is in the link is outside of it.</summary>
/// <param name="html">Where to.</param>
/// <param name="rawHtml">What may be open within the name, which then can't end.</param>
/// <param name="isMarked">False where there is no link: nothing is underlined.</param>
internal sealed class EntryName(HtmlBuffer html, RawHtml rawHtml, bool isMarked)
{
    private bool _isOpen;

    /// <summary>Makes sure that what is written next stands in it.</summary>
    public void Begin()
    {
        if (!isMarked || _isOpen) return;
        html.Markup("<span class=\"entry-name\">"u8);
        _isOpen = true;
    }

    /// <summary>Ends it before a citation, unless raw HTML stands open in it.</summary>
    public void EndBeforeCitation()
    {
        if (rawHtml.Place is null) End();
    }

    /// <summary>Ends it where the link ends.</summary>
    public void End()
    {
        if (!_isOpen) return;
        html.Markup("</span>"u8);
        _isOpen = false;
    }

    /// <summary>Writes text in it.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        Begin();
        html.Text(text);
    }
}
