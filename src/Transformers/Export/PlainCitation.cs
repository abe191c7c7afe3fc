using System.Globalization;
using System.Text;
using Transformers.Catalogue;
using Transformers.Text;

namespace Transformers.Export;

/// <summary>A citation as one writes it in a letter: <c>Vaswani (2017). Attention is all you need. arXiv:1706.03762. https://…</c></summary>
public static class PlainCitation
{
    /// <summary>The citation, on one line; what is not known is left out.</summary>
    public static string Of(Work work)
    {
        var text = new StringBuilder(string.Join(", ", work.Authors));
        if (work.Year is { } year) text.Append(CultureInfo.InvariantCulture, $"{(text.Length > 0 ? " " : "")}({year})");
        Add(work.Label);
        Add(work.Publisher);
        if (work.Identifier("arxiv") is { } arxiv) Add($"arXiv:{arxiv}");
        if (work.Identifier("doi") is { } doi) Add($"https://doi.org/{doi}", isAddress: true);
        else if (work.Url is { } url) Add(url, isAddress: true);
        return TextLine.OnOneLine(text.ToString());

        void Add(string? part, bool isAddress = false)
        {
            if (part is null) return;
            if (text.Length > 0) text.Append(text[^1] is '.' or '?' or '!' ? " " : ". ");
            text.Append(part);
            if (!isAddress && part[^1] is not ('.' or '?' or '!')) text.Append('.');
        }
    }
}
