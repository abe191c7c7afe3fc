using System.Buffers;
using System.Collections.Frozen;
using Scriban.Runtime;
using Transformers.Model;
using Transformers.Rendering.Templates;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary>The front matter of a note, as readers see it.</summary>
internal static class Properties
{
    // What the page shows elsewhere, or what says how to publish.
    private static readonly FrozenSet<string> Hidden = new[]
    {
        "title", "description", "permalink", "publish", "draft", "tag", "tags", "cssclass", "cssclasses", "lang",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A list of <c>name</c> and <c>value</c>, the latter markup.</summary>
    public static ScriptArray Of(Note note, Site site, PageLinks links) =>
        Variables.List(Shown(note).Select(property => Variables.Of(("name", property.Name), ("value", new Html(output => Write(property.Value, note, site, links, output))))));

    /// <summary>Those that the page shows.</summary>
    public static IEnumerable<Property> Shown(Note note) =>
        note.FrontMatter.Properties.Where(property => !Hidden.Contains(property.Name) && property.Value is not (PropertyValue.Empty or PropertyValue.Text { Value: "" } or PropertyValue.List { Items.IsEmpty: true }));

    /// <summary>The language that a note says it is in, as <c>ar</c> or <c>pt-BR</c>; null where it says none, or what can be none (BCP 47, 2.1).</summary>
    public static string? LanguageOf(Note note) =>
        note.FrontMatter.Properties.FirstOrDefault(property => property.Name.Equals("lang", StringComparison.OrdinalIgnoreCase)) is { Value: PropertyValue.Text(var tag) }
        && tag.Split('-') is [{ Length: 2 or 3 } language, .. var rest]
        && language.All(char.IsAsciiLetter)
        && rest.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit))
            ? tag
            : null;

    private static void Write(PropertyValue value, Note note, Site site, PageLinks links, IBufferWriter<byte> output)
    {
        switch (value)
        {
            case PropertyValue.Text(var text): WriteText(text, output); break;
            case PropertyValue.Number(_, var written): output.WriteText(written); break;
            case PropertyValue.Checkbox(var isChecked):
                output.Write(isChecked ? "<input type=\"checkbox\" disabled checked aria-label=\"yes\">"u8 : "<input type=\"checkbox\" disabled aria-label=\"no\">"u8);
                break;
            case PropertyValue.Link(var ordinal, var label):
                var link = site.Graph.From(note)[ordinal];
                LinkWriter.Start(link, site, links, output);
                output.WriteText(label);
                LinkWriter.End(link, output);
                break;
            case PropertyValue.List(var items):
                output.Write("<ul>"u8);
                foreach (var item in items)
                {
                    output.Write("<li>"u8);
                    Write(item, note, site, links, output);
                    output.Write("</li>"u8);
                }

                output.Write("</ul>"u8);
                break;
            case PropertyValue.Map(var items):
                output.Write("<dl>"u8);
                foreach (var (name, inner) in items)
                {
                    output.Write("<dt>"u8);
                    output.WriteText(name);
                    output.Write("</dt><dd>"u8);
                    Write(inner, note, site, links, output);
                    output.Write("</dd>"u8);
                }

                output.Write("</dl>"u8);
                break;
        }
    }

    private static void WriteText(string text, IBufferWriter<byte> output)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            output.WriteText(text);
            return;
        }

        output.WriteAttribute("<a class=\"external\" href=\""u8, text);
        output.Write(" rel=\"noopener\">"u8);
        output.WriteText(text);
        output.Write("</a>"u8);
    }
}
