using System.Collections.Frozen;
using Transformers.Catalogue;

namespace Transformers.Export;

/// <summary>What a kind is called in the formats of bibliographies.</summary>
/// <param name="BibTeX">An entry type of biblatex.</param>
/// <param name="Csl">A type of the Citation Style Language.</param>
/// <param name="Ris">A type of reference.</param>
/// <param name="Degree">For a thesis the key of biblatex for it; else null.</param>
internal sealed record WorkType(string BibTeX, string Csl, string Ris, string? Degree = null)
{
    private static readonly WorkType Other = new("misc", "document", "GEN");

    // biblatex has a type "video" by name only: its data model allows it no title.
    private static readonly FrozenDictionary<string, WorkType> ByKind = new Dictionary<string, WorkType>(StringComparer.Ordinal)
    {
        ["paper"] = new("misc", "article", "JOUR"),
        ["review"] = new("misc", "article", "JOUR"),
        ["whitepaper"] = new("misc", "report", "RPRT"),
        ["poster"] = new("misc", "graphic", "GEN"),
        ["book"] = new("book", "book", "BOOK"),
        ["thesis"] = new("thesis", "thesis", "THES", "thesis"),
        ["thesis/phd"] = new("thesis", "thesis", "THES", "phdthesis"),
        ["thesis/msc"] = new("thesis", "thesis", "THES", "mathesis"),
        ["thesis/bsc"] = new("thesis", "thesis", "THES", "bathesis"),
        ["phd"] = new("thesis", "thesis", "THES", "phdthesis"),
        ["msc"] = new("thesis", "thesis", "THES", "mathesis"),
        ["bsc"] = new("thesis", "thesis", "THES", "bathesis"),
        ["code"] = new("software", "software", "COMP"),
        ["tool"] = new("software", "software", "COMP"),
        ["model"] = new("software", "software", "COMP"),
        ["dataset"] = new("dataset", "dataset", "DATA"),
        ["talk"] = new("online", "speech", "SLIDE"),
        ["video"] = new("online", "motion_picture", "VIDEO"),
        ["podcast"] = new("online", "broadcast", "SOUND"),
        ["course"] = new("online", "webpage", "ELEC"),
        ["website"] = new("online", "webpage", "ELEC"),
        ["article"] = new("online", "webpage", "ELEC"),
        ["blog"] = new("online", "post-weblog", "BLOG"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The type of a work: its kind's, else that of the kind which this is nested under.</summary>
    public static WorkType Of(Work work)
    {
        for (var kind = work.Kind; ;)
        {
            if (ByKind.TryGetValue(kind, out var type)) return type;
            var slash = kind.LastIndexOf('/');
            if (slash < 0) return Other;
            kind = kind[..slash];
        }
    }
}
