using System.Collections.Immutable;
using System.Globalization;
using Transformers.Text;

namespace Transformers.Catalogue;

/// <summary>Works that have a kind, a year or an author in common.</summary>
/// <param name="Name">What they have in common.</param>
/// <param name="Address">The first of its pages.</param>
/// <param name="Works">The newest first, those of one year by title; at least one.</param>
/// <param name="HasPage">False where the list is too short to have one.</param>
public sealed record WorkList(string Name, SiteAddress Address, ImmutableArray<Work> Works, bool HasPage)
{
    /// <summary>How many works one page lists; the next ones follow on pages of their own.</summary>
    public static int WorksOnPage => 100;

    /// <summary>Its pages.</summary>
    public IEnumerable<SiteAddress> Pages => PagesAt(Address, Works.Length, WorksOnPage);

    /// <summary>The addresses of a list's pages: its own, then <c>page.2/</c> ….</summary>
    internal static IEnumerable<SiteAddress> PagesAt(SiteAddress first, int count, int onPage) =>
        Enumerable.Range(0, Math.Max(1, (count + onPage - 1) / onPage)).Select(number => PageAt(first, number));

    /// <summary>One of the pages of a list.</summary>
    /// <param name="first">The first one.</param>
    /// <param name="number">Its place, from 0.</param>
    public static SiteAddress PageAt(SiteAddress first, int number) =>
        number == 0 ? first : first.Page(string.Create(CultureInfo.InvariantCulture, $"page.{number + 1}"));
}
