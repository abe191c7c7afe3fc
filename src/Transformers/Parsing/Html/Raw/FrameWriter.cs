using Transformers.Model;

namespace Transformers.Parsing.Html.Raw;

/// <summary>Writes what of another site a reader may load in place; until then it is a link, and no request is made.</summary>
internal static class FrameWriter
{
    /// <summary>Writes the box that a script turns into the frame when its link is followed.</summary>
    public static void Write(HtmlBuffer html, Frame frame)
    {
        html.Needs(BodyFeatures.Frame);
        html.Attribute("<div class=\"frame\" data-src=\""u8, frame.Source);
        html.Markup(">"u8);
        Link(html, frame);
        html.Markup("</div>"u8);
    }

    /// <summary>Writes the link alone.</summary>
    public static void Link(HtmlBuffer html, Frame frame)
    {
        html.Attribute("<a class=\"external\" href=\""u8, frame.Link);
        html.Markup(" rel=\"noopener\">"u8);
        html.Text(frame.Title);
        html.Markup("</a>"u8);
    }
}
