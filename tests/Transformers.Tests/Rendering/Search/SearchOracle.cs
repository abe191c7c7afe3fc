using System.Globalization;
using System.Text.RegularExpressions;
using Transformers.Rendering;
using Transformers.Rendering.Search;
using Transformers.Text;

namespace Transformers.Tests.Rendering.Search;

/// <summary>A part of a query, with what it means for a document without an index.</summary>
/// <param name="Written">As a reader types it.</param>
/// <param name="Holds">Whether it holds for a document.</param>
internal sealed record AskedPart(string Written, Func<ScannedDocument, bool> Holds)
{
    public AskedPart Not => new("-" + Written, document => !Holds(document));

    public static AskedPart Word(string word) => new(word, document => document.Fields.Any(field => field.Contains($" {Folding.Fold(word)} ", StringComparison.Ordinal)));

    public static AskedPart Beginning(string word) => new(word, document => document.Fields.Any(field => field.Contains($" {Folding.Fold(word)}", StringComparison.Ordinal)));

    public static AskedPart Substring(string text) => new(text, document => document.Folded.Contains(Folding.Fold(text), StringComparison.Ordinal));

    public static AskedPart Phrase(params string[] words) => new($"\"{string.Join(' ', words)}\"", document => document.Fields.Any(field => field.Contains($" {Folding.Fold(string.Join(' ', words))} ", StringComparison.Ordinal)));

    public static AskedPart Kind(string kind) => new("kind:" + kind, document => document.Source.Kinds.Contains(kind));

    public static AskedPart Years(int from, int to) => new(string.Create(CultureInfo.InvariantCulture, $"year:{from}..{to}"), document => document.Source.Year >= from && document.Source.Year <= to);
}

/// <summary>A document as a scan reads it: each text folded, its words between single blanks.</summary>
internal sealed partial record ScannedDocument(SearchDocument Source, string[] Fields, string Folded)
{
    public static ScannedDocument Of(SearchDocument document)
    {
        string[] texts = [document.Title, $"{document.Authors} {document.Year}", document.Kind == SearchDocument.NoteKind ? "" : $"{document.Note} › {document.Section}", document.Text];
        return new(document, [.. texts.Select(text => $" {string.Join(' ', Words().Matches(Folding.Fold(text)).Select(word => word.Value))} ")], string.Join('\n', texts.Select(text => Folding.Fold(text))));
    }

    public static ScannedDocument[] All(Site site) => [.. site.Notes.SelectMany(note => SearchDocuments.Of(note, site)).Select(Of)];

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Words();
}
