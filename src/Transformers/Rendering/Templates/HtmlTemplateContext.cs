using System.Buffers;
using System.Net;
using System.Text;
using Scriban;
using Scriban.Parsing;
using Transformers.Text;

namespace Transformers.Rendering.Templates;

/// <summary>A template context that escapes what a template prints, unless it is <see cref="Html"/>.</summary>
/// <remarks>Scriban by itself prints values as they are, which lets a note's title inject markup.</remarks>
internal sealed class HtmlTemplateContext : TemplateContext
{
    // What needs no escaping, which is nearly all that is printed.
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', 0x7F - ' ').Select(code => (char)code).Except("&<>\"'")]);

    /// <summary>A context for the templates of a set; one thread at a time may use it.</summary>
    public HtmlTemplateContext(TemplateSet templates)
    {
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        AutoIndent = false;
        LimitToString = 0;
        LoopLimit = 0;
        BuiltinObject.SetValue("include", new IncludeFunction(templates), readOnly: true);
        BuiltinObject.SetValue("shared", new SharedFunction(), readOnly: true);
    }

    /// <summary>What the page that is being made has in common with others.</summary>
    public SharedParts? Shared { get; set; }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null:
                return this;
            case Html html when Output is Utf8Output output:
                html.WriteTo(output.Buffer);
                return this;
            case string text when Output is Utf8Output output && !text.AsSpan().ContainsAnyExcept(Plain):
                output.Buffer.WriteMarkup(text);
                return this;
            case Html html:
                var captured = new ArrayBufferWriter<byte>();
                html.WriteTo(captured);
                Write(Encoding.UTF8.GetString(captured.WrittenSpan));
                return this;
            default:
                Write(WebUtility.HtmlEncode(ObjectToString(textAsObject)) ?? "");
                return this;
        }
    }
}
