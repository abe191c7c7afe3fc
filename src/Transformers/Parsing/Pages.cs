using System.Collections.Immutable;
using Transformers.Model;
using Transformers.Parsing.Entries;
using Transformers.Parsing.Html;
using Transformers.Text;

namespace Transformers.Parsing;

/// <summary>Puts together the facts that the writers of a body found.</summary>
internal static class Pages
{
    /// <summary>The note whose body was written.</summary>
    public static Note Written(FrontMatter frontMatter, Outline outline, BodyContext context, BodyWriter writer) => new()
    {
        Path = context.Source.Path,
        Title = outline.Title,
        FrontMatter = frontMatter,
        Headings = writer.Headings,
        Blocks = writer.Blocks,
        Entries = [.. context.Entries.Select(draft => ToEntry(draft, writer, context.Source))],
        Links = [.. context.Links],
        OutsideLinks = context.OutsideLinks,
        Tags = context.Tags,
        Views = context.Views.ToImmutable(),
        Body = context.Html.ToBody(),
    };

    /// <summary>A note of which nothing is known but its front matter.</summary>
    public static Note Unwritten(SourcePath path, FrontMatter frontMatter, Body body) => new()
    {
        Path = path,
        Title = frontMatter.Title ?? path.Name,
        FrontMatter = frontMatter,
        Headings = [],
        Blocks = [],
        Entries = [],
        Links = [],
        Tags = [.. frontMatter.Tags.Select(tag => new Tag(tag, [""]))],
        Body = body,
    };

    private static Entry ToEntry(EntryDraft draft, BodyWriter writer, NoteSource source)
    {
        var (section, html) = writer.PlaceOf(draft);
        var range = source.Locate(draft.Item.Span);
        if (draft.Citation?.Title is null && draft.Url is null)
        {
            source.Report(ParsingRules.EmptyEntry.At(source.Path, range with { EndLine = range.Line, EndColumn = range.Column + 1 }, "The entry has neither a title nor an address; write one behind its tag."));
        }

        ImmutableArray<Identifier> identifiers = draft.Url is { } url ? IdentifierReader.FromUrl(url) : [];
        return new()
        {
            Kinds = draft.Kinds,
            Citation = draft.Citation,
            Url = draft.Url,
            Identifiers = identifiers,
            IdentityKeys = WorkIdentity.KeysOf(identifiers, draft.Url),
            Anchor = draft.Anchor,
            Section = section,
            Parent = draft.Parent?.Ordinal,
            Resources = [.. draft.Resources],
            Remarks = [.. draft.Remarks],
            Range = range,
            YearRange = YearPlace.Of(draft) is { } year ? source.Locate(year) : range with { EndLine = range.Line, EndColumn = range.Column + 1 },
            Html = html,
        };
    }
}
