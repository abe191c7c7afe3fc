using System.Globalization;
using Transformers.Text;

namespace Transformers.Rendering.Search;

/// <summary>What a document can be found by: the words of its fields, and its filters.</summary>
/// <remarks>
/// BM25 with fields (Robertson, Zaragoza, Taylor: "Simple BM25 extension to multiple weighted fields", 2004). The mean lengths of fields are
/// constants, typical of curated lists, so that what a word is worth in a document does not depend on the rest of the vault.
/// </remarks>
internal static class SearchTerms
{
    /// <summary>The greatest impact; the least is 0.</summary>
    public const int MostImpact = 63;

    private const double Saturation = 4;

    private static readonly FieldWeight Title = new(6, 0.6, 6);
    private static readonly FieldWeight Heading = new(4, 0.6, 6);
    private static readonly FieldWeight Authors = new(3, 0.4, 4);
    private static readonly FieldWeight Context = new(0.8, 0.5, 8);
    private static readonly FieldWeight Text = new(1, 0.6, 40);

    /// <summary>The texts of a document: title; authors, publisher, year; the note and the headings above; the text.</summary>
    public static IEnumerable<(string Text, FieldWeight Weight)> FieldsOf(SearchDocument document)
    {
        var isNote = document.Kind == SearchDocument.NoteKind;
        yield return (document.Title, document.Kind == SearchDocument.SectionKind ? Heading : Title);
        yield return (document.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{document.Authors} {year}") : document.Authors, Authors);
        yield return (isNote ? "" : $"{document.Note} › {document.Section}", Context);
        yield return (document.Text, Text);
    }

    /// <summary>What a document's filters find it by: a term that begins with a colon, as no word does.</summary>
    public static IEnumerable<string> FiltersOf(SearchDocument document)
    {
        foreach (var kind in document.Kinds.SelectMany(WithThoseAbove).Distinct(StringComparer.Ordinal)) yield return ":kind:" + kind;
        foreach (var tag in document.Tags.SelectMany(WithThoseAbove).Distinct(StringComparer.Ordinal)) yield return ":tag:" + tag;
        foreach (var word in SearchWords.Of(document.Authors).Distinct(StringComparer.Ordinal)) yield return ":author:" + word;
        foreach (var word in SearchWords.Of(document.Note).Distinct(StringComparer.Ordinal)) yield return ":note:" + word;
        if (document.HasCode) yield return ":has:code";
        if (document.HasTalk) yield return ":has:talk";
        if (document.Year is not { } year) yield break;
        yield return string.Create(CultureInfo.InvariantCulture, $":year:{year}");
        yield return string.Create(CultureInfo.InvariantCulture, $":decade:{year / 10}");
    }

    /// <summary>What the worths of all uses of a word in a document come to, after which further uses hardly matter.</summary>
    public static int Impact(double worth) => (int)Math.Round(MostImpact * worth / (Saturation + worth));

    private static IEnumerable<string> WithThoseAbove(string name)
    {
        var folded = Folding.Fold(name);
        for (var slash = folded.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = folded.IndexOf('/', slash + 1)) yield return SearchWords.Short(folded.AsSpan(0, slash)).ToString();
        yield return SearchWords.Short(folded).ToString();
    }
}

/// <summary>How much a field says.</summary>
/// <param name="Weight">How much one use counts.</param>
/// <param name="Slope">How much the length of the field matters, 0 to 1: <c>b</c> of BM25.</param>
/// <param name="Mean">The mean length in words.</param>
internal readonly record struct FieldWeight(double Weight, double Slope, double Mean)
{
    /// <summary>What one use of a word is worth in a field of a length.</summary>
    public double Worth(int length) => Weight / (1 - Slope + Slope * length / Mean);
}
