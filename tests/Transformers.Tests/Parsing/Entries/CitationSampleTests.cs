using System.Globalization;
using Transformers.Parsing.Entries;

namespace Transformers.Tests.Parsing.Entries;

/// <summary>Two hundred bullets drawn evenly from a real vault; a person read each and wrote down what it says.</summary>
public class CitationSampleTests
{
    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "Parsing", "Entries", "sample.tsv");

    public static TheoryData<int> Lines => [.. Enumerable.Range(2, File.ReadLines(Path).Count() - 1)];

    [Fact]
    public void The_sample_has_two_hundred_bullets() => Assert.Equal(200, Lines.Count);

    [Theory, MemberData(nameof(Lines))]
    public void A_real_bullet_is_read_as_a_person_reads_it(int line)
    {
        var fields = File.ReadLines(Path).ElementAt(line - 1).Split('\t');
        Assert.Equal(10, fields.Length);

        var citation = CitationReader.Read(linkText: fields[0], textAfter: fields[1], kind: fields[9]);
        string[] read =
        [
            citation.Title ?? "",
            citation.ShortTitle ?? "",
            string.Join(';', citation.Authors),
            citation.Year?.ToString(CultureInfo.InvariantCulture) ?? "",
            citation.Publisher ?? "",
            string.Join(' ', IdentifierReader.FromUrl(fields[2])),
        ];

        Assert.Equal(fields[3..9], read);
    }
}
