using System.Collections.Frozen;
using Scriban.Runtime;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary>Which scripts and style sheets a page needs beyond those of every page, and which the site has to hold.</summary>
internal static class PageFeatures
{
    // By the beginning of their names in the theme.
    private static readonly FrozenDictionary<string, BodyFeatures> Needed = new Dictionary<string, BodyFeatures>(StringComparer.Ordinal)
    {
        ["assets/math."] = BodyFeatures.Math,
        ["vendor/temml-"] = BodyFeatures.Math,
        ["vendor/stix-two-math-"] = BodyFeatures.Math,
        ["assets/diagram."] = BodyFeatures.Diagram,
        ["vendor/mermaid-"] = BodyFeatures.Diagram,
        ["assets/frame."] = BodyFeatures.Frame,
        ["assets/rich."] = BodyFeatures.Math | BodyFeatures.Diagram | BodyFeatures.Frame | BodyFeatures.Code,
        ["assets/canvas."] = BodyFeatures.Canvas,
        ["assets/base."] = BodyFeatures.Base,
        ["assets/style."] = BodyFeatures.Style,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What templates see as <c>page.needs</c>.</summary>
    public static ScriptObject Needs(BodyFeatures features) =>
        Variables.Of(
            ("math", features.HasFlag(BodyFeatures.Math)),
            ("diagram", features.HasFlag(BodyFeatures.Diagram)),
            ("frame", features.HasFlag(BodyFeatures.Frame)),
            ("code", features.HasFlag(BodyFeatures.Code)),
            ("canvas", features.HasFlag(BodyFeatures.Canvas)),
            ("base", features.HasFlag(BodyFeatures.Base)),
            ("style", features.HasFlag(BodyFeatures.Style)));

    /// <summary>What the page of a note needs, that of what it embeds included, as deep as embeds are shown.</summary>
    public static BodyFeatures Of(Note note, Site site)
    {
        if (!note.Body.Slots.Any(slot => slot.Kind is SlotKind.Embed)) return note.Body.FeaturesIn(note.Body.All);
        var features = BodyFeatures.None;
        var seen = new HashSet<(SourcePath, ByteRange)>();
        var left = new Queue<(Note Note, ByteRange Range, int Level)>([(note, note.Body.All, 0)]);
        while (left.TryDequeue(out var part))
        {
            if (!seen.Add((part.Note.Path, part.Range))) continue;
            features |= part.Note.Body.FeaturesIn(part.Range);
            if (part.Level == BodyRenderer.MostLevels) continue;
            var links = site.Graph.From(part.Note);
            foreach (var slot in part.Note.Body.SlotsIn(part.Range))
            {
                if (slot.Kind is SlotKind.Embed && links[slot.Ordinal].Target is LinkTarget.Found(var embedded, var what)) left.Enqueue((embedded, what.RangeIn(embedded), part.Level + 1));
            }
        }

        return features;
    }

    /// <summary>True for a file of the theme that some page of the site needs.</summary>
    /// <param name="file">Its name in the theme.</param>
    /// <param name="features">What the pages need, all together.</param>
    public static bool IsNeeded(string file, BodyFeatures features)
    {
        foreach (var (prefix, feature) in Needed)
        {
            if (file.StartsWith(prefix, StringComparison.Ordinal)) return (features & feature) != BodyFeatures.None;
        }

        return true;
    }
}
