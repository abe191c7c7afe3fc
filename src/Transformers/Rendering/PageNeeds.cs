using Transformers.Model;
using Transformers.Text;

namespace Transformers.Rendering;

/// <summary>What each note's page needs besides the theme: what its own body does, and the bodies that it embeds, directly or through others.</summary>
internal sealed class PageNeeds
{
    private readonly Dictionary<SourcePath, BodyNeeds> _needs;

    private PageNeeds(Dictionary<SourcePath, BodyNeeds> needs) => _needs = needs;

    /// <summary>What the page of a note needs.</summary>
    public BodyNeeds Of(Note note) => _needs.GetValueOrDefault(note.Path);

    /// <summary>Finds it for all notes, in a time that grows with the embeds: each passes on what is needed at most once a need.</summary>
    public static PageNeeds Of(Site site)
    {
        var needs = new Dictionary<SourcePath, BodyNeeds>();
        var open = new Queue<Note>();
        foreach (var note in site.Notes.Where(note => note.Body.Needs != BodyNeeds.None)) Add(note, note.Body.Needs);
        while (open.TryDequeue(out var note))
        {
            foreach (var link in site.Graph.To(note))
            {
                if (link.Reference.IsEmbed) Add(link.From, needs[note.Path]);
            }
        }

        return new(needs);

        void Add(Note note, BodyNeeds more)
        {
            var before = needs.GetValueOrDefault(note.Path);
            if ((before | more) == before) return;
            needs[note.Path] = before | more;
            open.Enqueue(note);
        }
    }
}
