using System.Collections.Frozen;
using Transformers.Catalogue;

namespace Transformers.Export;

/// <summary>What a kind is called in the formats of bibliographies, and by schema.org.</summary>
/// <param name="BibTeX">An entry type of biblatex.</param>
/// <param name="Csl">A type of the Citation Style Language.</param>
/// <param name="Ris">A type of reference.</param>
/// <param name="SchemaOrg">A type of schema.org under <c>CreativeWork</c>.</param>
/// <param name="Degree">For a thesis the key of biblatex for it; else null.</param>
internal sealed record WorkType(string BibTeX, string Csl, string Ris, string SchemaOrg, string? Degree = null)
{
    private static readonly WorkType Other = new("misc", "document", "GEN", "CreativeWork");

    // biblatex has a type "video" by name only: its data model allows it no title.
    private static readonly FrozenDictionary<string, WorkType> ByKind = new Dictionary<string, WorkType>(StringComparer.Ordinal)
    {
        ["paper"] = new("misc", "article", "JOUR", "ScholarlyArticle"),
        ["review"] = new("misc", "article", "JOUR", "ScholarlyArticle"),
        ["whitepaper"] = new("misc", "report", "RPRT", "Report"),
        ["poster"] = new("misc", "graphic", "GEN", "Poster"),
        ["book"] = new("book", "book", "BOOK", "Book"),
        ["thesis"] = new("thesis", "thesis", "THES", "Thesis", "thesis"),
        ["thesis/phd"] = new("thesis", "thesis", "THES", "Thesis", "phdthesis"),
        ["thesis/msc"] = new("thesis", "thesis", "THES", "Thesis", "mathesis"),
        ["thesis/bsc"] = new("thesis", "thesis", "THES", "Thesis", "bathesis"),
        ["phd"] = new("thesis", "thesis", "THES", "Thesis", "phdthesis"),
        ["msc"] = new("thesis", "thesis", "THES", "Thesis", "mathesis"),
        ["bsc"] = new("thesis", "thesis", "THES", "Thesis", "bathesis"),
        ["code"] = new("software", "software", "COMP", "SoftwareSourceCode"),
        ["tool"] = new("software", "software", "COMP", "SoftwareApplication"),
        ["model"] = new("software", "software", "COMP", "CreativeWork"),
        ["dataset"] = new("dataset", "dataset", "DATA", "Dataset"),
        ["talk"] = new("online", "speech", "SLIDE", "VideoObject"),
        ["video"] = new("online", "motion_picture", "VIDEO", "VideoObject"),
        ["podcast"] = new("online", "broadcast", "SOUND", "PodcastEpisode"),
        ["course"] = new("online", "webpage", "ELEC", "Course"),
        ["website"] = new("online", "webpage", "ELEC", "WebSite"),
        ["article"] = new("online", "webpage", "ELEC", "Article"),
        ["blog"] = new("online", "post-weblog", "BLOG", "BlogPosting"),
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
