using System.Buffers;
using System.Globalization;
using Transformers.Catalogue;
using Transformers.Text;

namespace Transformers.Export;

/// <summary>RIS, as reference managers read it: a tag of two characters, two blanks, a hyphen, a blank and a value to the line.</summary>
public static class Ris
{
    /// <summary>Writes a record a work; lines end in CR LF.</summary>
    public static void Write(IEnumerable<Work> works, IBufferWriter<byte> output)
    {
        foreach (var work in works)
        {
            Line("TY", WorkType.Of(work).Ris);
            Line("ID", work.Key);
            Line("TI", work.Label);
            Line("ST", work.ShortTitle);
            foreach (var author in work.Authors) Line("AU", NameOf(AuthorName.Of(author)));
            Line("PY", work.Year?.ToString(CultureInfo.InvariantCulture));
            Line("PB", work.Publisher);
            Line("DO", work.Identifier("doi"));
            Line("SN", work.Identifier("isbn"));
            Line("AN", work.Identifier("arxiv") is { } arxiv ? $"arXiv:{arxiv}" : null);
            Line("UR", work.Url);
            foreach (var tag in work.Entries.SelectMany(entry => entry.Tags).Distinct(StringComparer.OrdinalIgnoreCase)) Line("KW", tag);
            output.Write("ER  - \r\n");
        }

        void Line(string tag, string? value)
        {
            if (value is not null && TextLine.OnOneLine(value) is { Length: > 0 } line) output.Write($"{tag}  - {line}\r\n");
        }
    }

    /// <summary>Last name, first names, suffix; a last name of several words by itself keeps its comma, or it would be cut.</summary>
    private static string NameOf(AuthorName name)
    {
        if (name.Suffix.Length > 0) return $"{name.LastName}, {name.Given}, {name.Suffix}";
        return name.Given.Length > 0 || name.LastName.Contains(' ', StringComparison.Ordinal) ? $"{name.LastName}, {name.Given}" : name.LastName;
    }
}
