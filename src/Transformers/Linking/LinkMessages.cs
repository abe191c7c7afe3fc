using System.Collections.Immutable;
using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Linking;

/// <summary>Says what is wrong with a link, and what could be meant.</summary>
internal sealed class LinkMessages(Publication publication)
{
    /// <summary>How many different names are looked for; a vault with more broken links than this has another problem.</summary>
    private const int MostSearches = 200;

    private readonly Dictionary<string, ImmutableArray<string>> _likely = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<string>> _names = new(() =>
    [
        .. publication.Published.SelectMany(note => new[] { note.Path.PagePath, note.Path.Name }.Concat(note.FrontMatter.Aliases)).Distinct(StringComparer.Ordinal),
    ]);

    /// <summary>The finding for a link that does not lead to exactly one place, or null for one that does.</summary>
    public Diagnostic? For(ResolvedLink link, ImmutableArray<Candidate> candidates)
    {
        var written = link.Reference.Target;
        return link.Target switch
        {
            LinkTarget.PartMissing(var note) => PartMissing(link, note),
            LinkTarget.SeveralBlocks(var notes) =>
                At(link, LinkingRules.Ambiguous, $"'{link.Reference.Fragment}' is a block in {List(notes)}; write '{link.Reference.Fragment} in [[…]]'", []),
            // What is wrong with its note is found at the link behind it.
            _ when link.Reference.Form is LinkForm.CrossReference => null,
            LinkTarget.Missing when AttachmentNames.IsAttachment(written) =>
                At(link, LinkingRules.AttachmentMissing, $"There is no file '{written}' in the vault", []),
            LinkTarget.Missing => At(link, LinkingRules.NoteMissing, $"No note is named '{written}'", NamesLike(written)),
            LinkTarget.Unpublished(var path) => At(link, LinkingRules.NotPublished, $"'{path}' is not published, so readers see no link", []),
            LinkTarget.LeadsOut => At(link, VaultRules.LeadsOut, $"'{written}' leads out of the vault; nothing is looked for there", []),
            _ when candidates.Length > 1 =>
                At(link, LinkingRules.Ambiguous, $"'{written}' could be {List([.. candidates.Select(c => c.Path)])}; the first is taken. Write more of the path", []),
            _ => null,
        };
    }

    private static Diagnostic PartMissing(ResolvedLink link, Note note)
    {
        var fragment = link.Reference.Fragment!.Trim();
        if (fragment.Split('#')[^1].Trim() is ['^', .. var id])
        {
            var blocks = Likeness.Closest(id, note.Blocks.Select(block => block.Id).Take(1000), 3);
            var line = blocks.IsEmpty ? 0 : note.Blocks.First(block => block.Id == blocks[0]).Range.Line;
            return At(link, LinkingRules.BlockMissing, $"'{note.Path}' has no block '^{id}'", [.. blocks.Select(block => "^" + block)], line);
        }

        var headings = Likeness.Closest(fragment, note.Headings.Select(heading => heading.Text).Take(1000), 3);
        var at = headings.IsEmpty ? 0 : note.Headings.First(heading => heading.Text == headings[0]).Range.Line;
        return At(link, LinkingRules.HeadingMissing, $"'{note.Path}' has no heading '{fragment}'", headings, at);
    }

    private static Diagnostic At(ResolvedLink link, DiagnosticRule rule, string message, ImmutableArray<string> suggestions, int line = 0)
    {
        var mend = suggestions switch
        {
            [] => ".",
            [var first, ..] => $"; is '{first}'{(line > 0 ? $" (line {line})" : "")} meant?",
        };
        return rule.At(link.From.Path, link.Reference.Range, message + mend, suggestions);
    }

    private ImmutableArray<string> NamesLike(string written)
    {
        if (_likely.TryGetValue(written, out var known)) return known;
        if (_likely.Count >= MostSearches) return [];
        var name = written.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? written[..^3] : written;
        return _likely[written] = Likeness.Closest(name, _names.Value, 3);
    }

    private static string List(ImmutableArray<SourcePath> paths) =>
        string.Join(" or ", paths.Take(3).Select(path => $"'{path}'")) + (paths.Length > 3 ? " or others" : "");
}
