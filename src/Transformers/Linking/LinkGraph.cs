using System.Collections.Frozen;
using System.Collections.Immutable;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Linking;

/// <summary>A link with where it leads.</summary>
/// <param name="From">The note that it stands in.</param>
/// <param name="Reference">What was written.</param>
/// <param name="Target">What it means.</param>
public sealed record ResolvedLink(Note From, LinkReference Reference, LinkTarget Target);

/// <summary>Every link of the published notes, by where it comes from and where it leads.</summary>
public sealed class LinkGraph
{
    private readonly FrozenDictionary<SourcePath, ImmutableArray<ResolvedLink>> _from;
    private readonly FrozenDictionary<SourcePath, ImmutableArray<ResolvedLink>> _to;

    /// <summary>The graph of links that are resolved.</summary>
    /// <param name="links">For each note its links, in the order of <see cref="Note.Links"/>.</param>
    public LinkGraph(IReadOnlyCollection<(Note Note, ImmutableArray<ResolvedLink> Links)> links)
    {
        _from = links.ToFrozenDictionary(note => note.Note.Path, note => note.Links);
        var to = new Dictionary<SourcePath, ImmutableArray<ResolvedLink>.Builder>();
        var attachments = new SortedSet<SourcePath>();
        foreach (var link in links.OrderBy(note => note.Note.Path).SelectMany(note => note.Links))
        {
            if (link.Target is LinkTarget.Attachment(var path)) attachments.Add(path);
            if (NoteOf(link.Target) is not { } note) continue;
            if (!to.TryGetValue(note.Path, out var mentions)) to[note.Path] = mentions = ImmutableArray.CreateBuilder<ResolvedLink>();
            mentions.Add(link);
        }

        _to = to.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutable());
        Attachments = [.. attachments];
    }

    /// <summary>The attachments that published notes use, in path order.</summary>
    public ImmutableArray<SourcePath> Attachments { get; }

    /// <summary>The links of a note, by their ordinal.</summary>
    public ImmutableArray<ResolvedLink> From(Note note) => _from[note.Path];

    /// <summary>The links that lead to a note or a part of it, by the path they come from, then in document order.</summary>
    public ImmutableArray<ResolvedLink> To(Note note) => _to.GetValueOrDefault(note.Path, []);

    private static Note? NoteOf(LinkTarget target) => target switch
    {
        LinkTarget.Found(var note, _) => note,
        LinkTarget.PartMissing(var note) => note,
        _ => null,
    };
}
