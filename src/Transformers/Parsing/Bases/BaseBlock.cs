using Markdig.Syntax;
using Transformers.Model;
using Transformers.Parsing.Html;

namespace Transformers.Parsing.Bases;

/// <summary>Writes a base as HTML: what of it is not supported, and a section with a slot for each view.</summary>
internal static class BaseBlock
{
    /// <summary>How many views the code blocks of a note may have; each looks at the whole vault.</summary>
    private const int MostViews = 50;

    /// <summary>Says what is not supported, if anything is not.</summary>
    public static void Unsupported(IEnumerable<string> names, HtmlBuffer html)
    {
        var shown = names.Take(20).ToArray();
        if (shown.Length == 0) return;
        html.Markup("<p class=\"base-unsupported\">This base uses "u8);
        for (var i = 0; i < shown.Length; i++)
        {
            if (i > 0) html.Markup(", "u8);
            html.Markup("<code>"u8);
            html.Text(shown[i]);
            html.Markup("</code>"u8);
        }

        html.Markup(shown.Length == 1 ? ", which is not supported here; what depends on it is left out.</p>\n"u8 : ", which are not supported here; what depends on them is left out.</p>\n"u8);
    }

    /// <summary>Begins the section of a view.</summary>
    public static void Start(BaseView view, HtmlBuffer html)
    {
        html.Needs(BodyFeatures.Base);
        html.Attribute("<section class=\"base-view\" data-view=\""u8, view.Layout.ToString().ToLowerInvariant());
        html.Markup(">\n"u8);
    }

    /// <summary>Ends it.</summary>
    /// <param name="view">The place of the view in <see cref="Note.Views"/>.</param>
    /// <param name="html">Where to.</param>
    public static void End(int view, HtmlBuffer html)
    {
        html.Slot(SlotKind.View, view);
        html.Markup("</section>\n"u8);
    }

    /// <summary>Writes a base that stands in a note's code block.</summary>
    /// <returns>False for a text that is no base, and where the note has too many; nothing was written then.</returns>
    public static bool Write(CodeBlock block, BodyContext context)
    {
        if (context.Views.Count >= MostViews)
        {
            context.Source.Report(ParsingRules.NotShown, block.Span, "The note holds too many bases; the text of this one is shown.");
            return false;
        }

        try
        {
            var span = new SourceSpan(block.Span.Start, block.Span.Start);
            var reader = new BaseReader((_, message) => context.Source.Report(ParsingRules.NotShown, span, message));
            var views = reader.Read(Yaml.ReadMapping(block.Lines.ToString()));
            context.Html.Markup("<div class=\"base\""u8);
            if (context.Outline.AnchorOf(block) is { } anchor) context.Html.Id(anchor);
            context.Html.Markup(">\n"u8);
            Unsupported(reader.Unsupported, context.Html);
            foreach (var view in views)
            {
                Start(view, context.Html);
                if (view.Name.Length > 0)
                {
                    context.Html.Markup("<p class=\"base-view-name\">"u8);
                    context.Html.Text(view.Name);
                    context.Html.Markup("</p>\n"u8);
                }

                End(context.Views.Count, context.Html);
                context.Views.Add(view);
            }

            context.Html.Markup("</div>\n"u8);
            return true;
        }
        catch (InvalidYamlException e)
        {
            context.Source.Report(ParsingRules.Unreadable, block.Span, $"The base is not valid YAML: {e.Message}; its text is shown.");
            return false;
        }
    }
}
