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
        var finder = new TargetFinder(publication, attachments);
        var links = publication.Published.AsParallel().AsOrdered()
            .Select(note => (note, Links: Resolve(note, finder)))
            .ToArray();

        var ofPrivateNotes = publication.Private.SelectMany(note => note.Links.Select(link => finder.AttachmentOf(link, note))).OfType<SourcePath>();
        var graph = new LinkGraph([.. links.Select(note => (note.note, (ImmutableArray<ResolvedLink>)[.. note.Links.Select(found => found.Link)]))], finder, ofPrivateNotes);
        var messages = new LinkMessages(publication);
        var broken = links.SelectMany(note => note.Links).Select(found => messages.For(found.Link, found.Candidates)).OfType<Diagnostic>();
        return new(graph, FindingList.Of(broken, EmbedCycles.Find(publication.Published, graph).Distinct()));
    }

    /// <summary>Where the links of a note lead. What it links often is looked for once.</summary>
    private static ImmutableArray<(ResolvedLink Link, ImmutableArray<Candidate> Candidates)> Resolve(Note note, TargetFinder finder)
    {
        var known = new Dictionary<(LinkForm, string, string?), (ResolvedLink Link, ImmutableArray<Candidate> Candidates)>();
        var links = ImmutableArray.CreateBuilder<(ResolvedLink, ImmutableArray<Candidate>)>(note.Links.Length);
        foreach (var link in note.Links)
        {
            var key = (link.Form, link.Target, link.Fragment);
            if (!known.TryGetValue(key, out var found)) known[key] = found = finder.Resolve(link, note);
            links.Add((found.Link with { Reference = link }, found.Candidates));
        }

        return links.MoveToImmutable();
    }
}
