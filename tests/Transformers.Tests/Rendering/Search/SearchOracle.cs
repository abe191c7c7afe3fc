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

    /// <summary>One that no quotation mark ends: its last word may go on.</summary>
    public static AskedPart OpenPhrase(params string[] words) => new($"\"{string.Join(' ', words)}", document => document.Fields.Any(field => field.Contains($" {Folding.Fold(string.Join(' ', words))}", StringComparison.Ordinal)));

    public static AskedPart Kind(string kind) => new("kind:" + kind, document => document.Source.Kinds.Any(own => IsUnder(own, kind)));

    public static AskedPart Tag(string tag) => new("tag:" + tag, document => document.Source.Tags.Any(own => IsUnder(own, tag)));

    public static AskedPart HasCode { get; } = new("has:code", document => document.Source.HasCode);

    public static AskedPart HasTalk { get; } = new("has:talk", document => document.Source.HasTalk);

    public static AskedPart Author(string name) => new("author:" + name, document => document.Authors.Contains($" {Folding.Fold(name)} ", StringComparison.Ordinal));

    public static AskedPart AuthorBeginning(string name) => new("author:" + name, document => document.Authors.Contains($" {Folding.Fold(name)}", StringComparison.Ordinal));

    public static AskedPart AuthorSubstring(string text) => new("author:" + text, document => Folding.Fold(document.Source.Authors).Contains(Folding.Fold(text), StringComparison.Ordinal));

    public static AskedPart InNote(params string[] words) => new($"note:\"{string.Join(' ', words)}\"", document => words.All(word => document.Note.Contains($" {Folding.Fold(word)} ", StringComparison.Ordinal)));

    public static AskedPart InNoteSubstring(string text) => new($"note:\"{text}\"", document => Folding.Fold(document.Source.Note).Contains(Folding.Fold(text), StringComparison.Ordinal));

    public static AskedPart Year(int year) => new(string.Create(CultureInfo.InvariantCulture, $"year:{year}"), document => document.Source.Year == year);

    /// <summary>From a year to a year; null where it is open.</summary>
    public static AskedPart Years(int? from, int? to) => new(
        string.Create(CultureInfo.InvariantCulture, $"year:{from}..{to}"),
        document => document.Source.Year >= (from ?? int.MinValue) && document.Source.Year <= (to ?? int.MaxValue));

    private static bool IsUnder(string name, string asked) => $"{Folding.Fold(name)}/".StartsWith($"{Folding.Fold(asked)}/", StringComparison.Ordinal);
}

/// <summary>A document as a scan reads it: each text folded, its words between single blanks.</summary>
/// <param name="Source">The document.</param>
/// <param name="Fields">What words and phrases are looked for in.</param>
/// <param name="Authors">Of whom it is.</param>
/// <param name="Note">The title of its note.</param>
/// <param name="Folded">All of it, for what is found by substring.</param>
internal sealed partial record ScannedDocument(SearchDocument Source, string[] Fields, string Authors, string Note, string Folded)
{
    public static ScannedDocument Of(SearchDocument document)
    {
        string[] texts = [document.Title, $"{document.Authors} {document.Year}", document.Kind == SearchDocument.NoteKind ? "" : $"{document.Note} › {document.Section}", document.Text];
        return new(document, [.. texts.Select(WordsOf)], WordsOf(document.Authors), WordsOf(document.Note), string.Join('\n', texts.Select(text => Folding.Fold(text))));
    }

    public static ScannedDocument[] All(Site site) => [.. site.Notes.SelectMany(note => SearchDocuments.Of(note, site)).Select(Of)];

    private static string WordsOf(string text) => $" {string.Join(' ', Words().Matches(Folding.Fold(text)).Select(word => word.Value))} ";

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Words();
}
