using Transformers.Catalogue;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Rendering.Machines;

/// <summary>What a page is about, where programs can be told more than its title. One of the cases nested here, and no other.</summary>
internal abstract record PageSubject
{
    private PageSubject() { }

    /// <summary>The site: its home page.</summary>
    /// <param name="Note">The note that is the home page, or null.</param>
    public sealed record OfSite(Note? Note) : PageSubject;

    /// <summary>A note.</summary>
    public sealed record OfNote(Note Note) : PageSubject;

    /// <summary>A work.</summary>
    public sealed record OfWork(Work Work) : PageSubject;

    /// <summary>A list that leads elsewhere.</summary>
    public sealed record Collection : PageSubject;

    /// <summary>Another page, at the address where the one that was here is now.</summary>
    public sealed record Moved(SiteAddress To) : PageSubject;

    /// <summary>Nothing: the page is shown in the place of one that is not there.</summary>
    public sealed record Nothing : PageSubject;
}
