using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Transformers.Model;

namespace Transformers.Parsing;

/// <summary>Tells links and images outside the vault from the others.</summary>
internal static class OutsideLinkReader
{
    /// <summary>The address that an inline links or shows, or null.</summary>
    public static OutsideLink? Read(Inline inline, NoteSource source) => inline switch
    {
        LinkInline { Url: { } url } link when IsWeb(url) => new(url, source.Locate(SpanOf(link))),
        AutolinkInline { IsEmail: false } link when IsWeb(link.Url) => new(link.Url, source.Locate(new SourceSpan(link.Span.Start + 1, link.Span.End - 1))),
        _ => null,
    };

    private static SourceSpan SpanOf(LinkInline link) =>
        link.Reference is { UrlSpan.IsEmpty: false } definition ? definition.UrlSpan : link.UrlSpan.IsEmpty ? link.Span : link.UrlSpan;

    /// <summary>True for an address with the scheme <c>http</c> or <c>https</c>.</summary>
    public static bool IsWeb(string url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}
