using System.Collections.Immutable;
using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Linking;

/// <summary>The second stage: finds where every link leads.</summary>
public static class LinkResolver
{
    /// <summary>Resolves every link of every published note.</summary>
    /// <param name="publication">The notes.</param>
    /// <param name="attachments">The files of the vault that are no notes.</param>
    /// <returns>The graph, and a diagnostic for each link that does not lead to exactly one place.</returns>
    public static StageResult<LinkGraph> Resolve(Publication publication, IEnumerable<SourcePath> attachments)
    {
        var resolver = new Resolver(publication, attachments);
        var links = publication.Published.AsParallel().AsOrdered()
            .Select(note => (note, Links: note.Links.Select(link => resolver.Resolve(link, note)).ToImmutableArray()))
            .ToArray();

        var graph = new LinkGraph([.. links.Select(note => (note.note, (ImmutableArray<ResolvedLink>)[.. note.Links.Select(found => found.Link)]))]);
        var messages = new LinkMessages(publication);
        var broken = links.SelectMany(note => note.Links).Select(found => messages.For(found.Link, found.Candidates)).OfType<Diagnostic>();
        return new(graph, [.. broken, .. EmbedCycles.Find(publication.Published, graph)]);
    }

    private sealed class Resolver
    {
        private readonly VaultIndex _published;
        private readonly VaultIndex _private;
        private readonly Dictionary<SourcePath, NoteParts> _parts;
        private readonly ILookup<string, Note> _blocks;

        public Resolver(Publication publication, IEnumerable<SourcePath> attachments)
        {
            _published = new(publication.Published, attachments);
            _private = new(publication.Private, []);
            _parts = publication.Published.AsParallel().ToDictionary(note => note.Path, note => new NoteParts(note));
            _blocks = publication.Published
                .SelectMany(note => note.Blocks.Select(block => (block.Id, note)))
                .ToLookup(block => block.Id, block => block.note, StringComparer.Ordinal);
        }

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

        private LinkTarget Part(Note note, LinkReference link) =>
            _parts[note.Path].Find(link.Fragment) is { } part ? new LinkTarget.Found(note, part) : new LinkTarget.PartMissing(note);

        private LinkTarget BareBlock(LinkReference link, Note from)
        {
            if (_parts[from.Path].Find(link.Fragment) is { } own) return new LinkTarget.Found(from, own);
            return _blocks[link.Fragment![1..]].Take(10).ToImmutableArray() switch
            {
                [var only] => Part(only, link),
                [] => new LinkTarget.PartMissing(from),
                var several => new LinkTarget.SeveralBlocks([.. several.Select(note => note.Path)]),
            };
        }
    }
}
