using System.Collections.Immutable;
using Transformers.Model;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Linking;

/// <summary>Finds where a link leads.</summary>
internal sealed class TargetFinder
{
    private readonly VaultIndex _published;
    private readonly VaultIndex _private;
    private readonly Dictionary<SourcePath, NoteParts> _parts;
    private readonly ILookup<string, Note> _blocks;
    private readonly ImmutableDictionary<SourcePath, (Note Note, NoteParts Parts)> _edited;

    /// <summary>Takes in the files once.</summary>
    /// <param name="publication">The notes.</param>
    /// <param name="attachments">The files of the vault that are no notes.</param>
    public TargetFinder(Publication publication, IEnumerable<SourcePath> attachments)
    {
        _published = new(publication.Published, attachments);
        _private = new(publication.Private, []);
        _parts = publication.Published.AsParallel().ToDictionary(note => note.Path, note => new NoteParts(note));
        _blocks = publication.Published
            .SelectMany(note => note.Blocks.Select(block => (block.Id, note)))
            .ToLookup(block => block.Id, block => block.note, StringComparer.Ordinal);
        _edited = ImmutableDictionary<SourcePath, (Note, NoteParts)>.Empty;
    }

    private TargetFinder(TargetFinder before, Note edited)
    {
        (_published, _private, _parts, _blocks) = (before._published, before._private, before._parts, before._blocks);
        _edited = before._edited.SetItem(edited.Path, (edited, new NoteParts(edited)));
    }

    /// <summary>The same with a note as it is after an edit that changed none of the names by which links find it.</summary>
    public TargetFinder With(Note edited) => new(this, edited);

    /// <summary>Resolves a link; several candidates make it ambiguous, the first being meant.</summary>
    public (ResolvedLink Link, ImmutableArray<Candidate> Candidates) Resolve(LinkReference link, Note from)
    {
        if (link.Form == LinkForm.BareBlock) return (new(from, link, BareBlock(link, from)), []);
        if (TargetPath.Read(link, from.Path) is not { } path) return (new(from, link, new LinkTarget.LeadsOut()), []);
        if (path.Value.Length == 0) return (new(from, link, Part(from, link)), []);

        var candidates = _published.Find(path, from.Path);
        LinkTarget target = candidates switch
        {
            [{ Note: { } note }, ..] => Part(note, link),
            [var attachment, ..] => new LinkTarget.Attachment(attachment.Path),
            [] => _private.Find(path, from.Path) is [var hidden, ..] ? new LinkTarget.Unpublished(hidden.Path) : new LinkTarget.Missing(),
        };
        return (new(from, link, target), candidates);
    }

    /// <summary>The attachment that a link leads to, also in a note that is not published; null where it leads elsewhere.</summary>
    public SourcePath? AttachmentOf(LinkReference link, Note from) =>
        link.Form != LinkForm.BareBlock && TargetPath.Read(link, from.Path) is { Value.Length: > 0 } path && _published.Find(path, from.Path) is [{ Note: null } found, ..] ? found.Path : null;

    private LinkTarget Part(Note note, LinkReference link)
    {
        var (current, parts) = _edited.TryGetValue(note.Path, out var edited) ? edited : (note, _parts[note.Path]);
        return parts.Find(link.Fragment) is { } part ? new LinkTarget.Found(current, part) : new LinkTarget.PartMissing(current);
    }

    private LinkTarget BareBlock(LinkReference link, Note from)
    {
        if (Part(from, link) is LinkTarget.Found own) return own;
        return _blocks[link.Fragment![1..]].Take(10).ToImmutableArray() switch
        {
            [var only] => Part(only, link),
            [] => new LinkTarget.PartMissing(from),
            var several => new LinkTarget.SeveralBlocks([.. several.Select(note => note.Path)]),
        };
    }
}
