using System.Buffers;
using System.Globalization;
using Transformers.Catalogue;
using Transformers.Text;

namespace Transformers.Export;

/// <summary>BibTeX for biblatex and biber; other readers of BibTeX know its fields too.</summary>
/// <remarks>
/// Only what <c>biber --validate-datamodel</c> takes without a warning: a type is given up for a plainer one where the
/// work lacks a fact that the type demands, and a fact where the type has no field for it.
/// </remarks>
public static class BibTeX
{
    /// <summary>Writes a record a work, each after a blank line but the first.</summary>
    public static void Write(IEnumerable<Work> works, IBufferWriter<byte> output)
    {
        var separator = "";
        foreach (var work in works)
        {
            output.Write(separator);
            Write(work, output);
            separator = "\n";
        }
    }

    private static void Write(Work work, IBufferWriter<byte> output)
    {
        var kind = WorkType.Of(work);
        var type = TypeOf(work, kind);
        output.Write($"@{type}{{{work.Key},\n");
        Field("author", BibTeXText.Names(work.Authors));
        Field("title", BibTeXText.Title(work.Label));
        if (work.ShortTitle is { } shortTitle) Field("shorttitle", BibTeXText.Title(shortTitle));

        // The date is demanded of most types; four times X is that of ISO 8601-2 for an unknown year, which prints as nothing.
        if (work.Year is { } year) Field("year", year.ToString(CultureInfo.InvariantCulture));
        else if (type is not ("software" or "dataset")) Field("date", "XXXX");

        if (kind.Degree is { } degree && type is "thesis" or "misc") Field("type", degree!);
        if (work.Publisher is { } publisher) Field(type switch { "book" or "dataset" => "publisher", "thesis" => "institution", _ => "organization" }, BibTeXText.Organization(publisher));
        if (work.Identifier("isbn") is { } isbn) Field(type is "book" ? "isbn" : "note", type is "book" ? isbn : $"ISBN {isbn}");
        if (work.Identifier("doi") is { } doi) Field("doi", BibTeXText.Address(doi));
        if (work.Identifier("arxiv") is { } arxiv)
        {
            Field("eprint", arxiv);
            Field("archiveprefix", "arXiv");
        }

        if (work.Url is { } url) Field("url", BibTeXText.Address(url));
        Field("keywords", string.Join(", ", work.Entries.SelectMany(entry => entry.Tags).Distinct(StringComparer.OrdinalIgnoreCase).Select(BibTeXText.Escape)));
        output.Write("}\n");

        void Field(string name, string value)
        {
            if (value.Length > 0) output.Write($"  {name,-13} = {{{value}}},\n");
        }
    }

    private static string TypeOf(Work work, WorkType kind)
    {
        var hasPlace = work.Url is not null || work.Identifier("doi") is not null || work.Identifier("arxiv") is not null;
        var plain = hasPlace && kind.Degree is null ? "online" : "misc";
        return kind.BibTeX switch
        {
            "book" when work.Authors.IsEmpty => plain,
            "thesis" when work.Authors.IsEmpty || work.Publisher is null => plain,
            "online" => plain,
            var type => type,
        };
    }
}
