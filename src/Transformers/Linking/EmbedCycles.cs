using System.Collections.Immutable;
using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Linking;

/// <summary>Finds embeds that show, directly or through others, themselves.</summary>
internal static class EmbedCycles
{
    /// <summary>One <c>KB008</c> for each embed that closes a circle.</summary>
    public static IEnumerable<Diagnostic> Find(ImmutableArray<Note> notes, LinkGraph graph)
    {
        var isDone = new Dictionary<(SourcePath, string), bool>();
        foreach (var note in notes.Where(note => note.Body.Slots.Any(slot => slot.Kind == SlotKind.Embed)))
        {
            foreach (var diagnostic in Walk(note, new NotePart.Whole(), graph, isDone)) yield return diagnostic;
        }
    }

    // Depth first, on a stack of its own: a chain of embeds may be as long as the vault. A part that is begun and not done is on the way.
    private static IEnumerable<Diagnostic> Walk(Note note, NotePart part, LinkGraph graph, Dictionary<(SourcePath, string), bool> isDone)
    {
        if (!isDone.TryAdd((note.Path, part.Anchor), false)) yield break;
        var way = new Stack<(Note Note, string Anchor, IEnumerator<ResolvedLink> Embeds)>();
        way.Push((note, part.Anchor, Each(EmbedsIn(note, part, graph))));
        while (way.TryPeek(out var top))
        {
            if (!top.Embeds.MoveNext())
            {
                isDone[(top.Note.Path, top.Anchor)] = true;
                way.Pop();
                continue;
            }

            var embed = top.Embeds.Current;
            var (next, shown) = (LinkTarget.Found)embed.Target;
            var key = (next.Path, shown.Anchor);
            if (isDone.TryAdd(key, false)) way.Push((next, shown.Anchor, Each(EmbedsIn(next, shown, graph))));
            else if (!isDone[key]) yield return LinkingRules.EmbedCycle.At(embed.From.Path, embed.Reference.Range, $"The embed of '{next.Path}' contains itself; a link stands in its place.");
        }
    }

    private static IEnumerator<ResolvedLink> Each(IEnumerable<ResolvedLink> embeds) => embeds.GetEnumerator();

    private static List<ResolvedLink> EmbedsIn(Note note, NotePart part, LinkGraph graph)
    {
        var links = graph.From(note);
        var embeds = new List<ResolvedLink>();
        foreach (var slot in note.Body.SlotsIn(part.RangeIn(note)))
        {
            if (slot.Kind == SlotKind.Embed && links[slot.Ordinal] is { Target: LinkTarget.Found } embed) embeds.Add(embed);
        }

        return embeds;
    }
}
