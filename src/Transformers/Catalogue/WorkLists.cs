using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Transformers.Linking;
using Transformers.Text;

namespace Transformers.Catalogue;

/// <summary>The works in the order in which readers see them, and the lists by kind, year and author that have pages of their own.</summary>
public sealed class WorkLists
{
    private readonly FrozenDictionary<SiteAddress, WorkList> _lists;
    private readonly SiteAddress _year;
    private readonly SiteAddress _author;

    private WorkLists(ImmutableArray<Work> all, string years, string authors)
    {
        All = all;
        YearsPage = new($"catalog/{years}s/");
        AuthorsPage = new($"catalog/{authors}s/");
        (_year, _author) = (new($"catalog/{years}/"), new($"catalog/{authors}/"));
        Kinds = ByKind(all);
        Years = ByYear(all);
        Authors = ByAuthor(all);
        WithPages = [.. Kinds, .. Years, .. Authors.Where(author => author.HasPage)];
        _lists = Years.Concat(Authors).ToFrozenDictionary(list => list.Address);
    }

    /// <summary>The newest first, those of one year by title, those of unknown year last.</summary>
    public ImmutableArray<Work> All { get; }

    /// <summary>By name; a nested kind stands also in the list of the one above it, a work in those of all its kinds.</summary>
    public ImmutableArray<WorkList> Kinds { get; }

    /// <summary>The newest first; that of works of unknown year, if there are any, has an empty name and stands last.</summary>
    public ImmutableArray<WorkList> Years { get; }

    /// <summary>By name as cited; two who are cited alike are one here.</summary>
    public ImmutableArray<WorkList> Authors { get; }

    /// <summary>The page of all years.</summary>
    public SiteAddress YearsPage { get; }

    /// <summary>The first page of all authors.</summary>
    public SiteAddress AuthorsPage { get; }

    /// <summary>How many authors one page of the list of authors names.</summary>
    public static int AuthorsOnPage => 400;

    /// <summary>The addresses of the pages that are made of these lists.</summary>
    public IEnumerable<SiteAddress> Pages =>
        All.IsEmpty ? [] : [YearsPage, .. WorkList.PagesAt(AuthorsPage, Authors.Length, AuthorsOnPage), .. WithPages.SelectMany(list => list.Pages)];

    /// <summary>Those lists that have pages: all of kinds and years, and of authors who are cited more than once.</summary>
    public ImmutableArray<WorkList> WithPages { get; }

    /// <summary>The works of a year, or of those of unknown year; null if there are none.</summary>
    public WorkList? OfYear(int? year) => _lists.GetValueOrDefault(AddressOfYear(NameOf(year)));

    /// <summary>The works of an author.</summary>
    /// <param name="name">As cited by one of them.</param>
    public WorkList OfAuthor(string name) => _lists[AddressOfAuthor(name)];

    /// <summary>Sorts the works and makes the lists, in time linear in the works but for the sorting.</summary>
    internal static WorkLists Of(ImmutableArray<Work> works)
    {
        ImmutableArray<Work> sorted = [.. works.OrderByDescending(work => work.Year ?? int.MinValue).ThenBy(work => work.Label, NaturalOrder.Instance).ThenBy(work => work.Key, StringComparer.Ordinal)];
        var kinds = works.SelectMany(KindsOf).Select(kind => AddressBook.OfKind(kind).Value.Split('/')[1]).ToHashSet(StringComparer.Ordinal);
        return new(sorted, Free("year", kinds), Free("author", kinds));
    }

    /// <summary>All kinds of a work, each with those above it.</summary>
    public static IEnumerable<string> KindsOf(Work work) =>
        work.Entries.SelectMany(entry => entry.Entry.Kinds).SelectMany(WithLevelsAbove).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> WithLevelsAbove(string kind)
    {
        for (var slash = kind.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = kind.IndexOf('/', slash + 1)) yield return kind[..slash];
        yield return kind;
    }

    /// <summary>Kinds have their addresses first.</summary>
    private static string Free(string name, HashSet<string> kinds)
    {
        var free = name;
        for (var number = 2; kinds.Contains(free) || kinds.Contains(free + "s"); number++) free = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        return free;
    }

    private static ImmutableArray<WorkList> ByKind(ImmutableArray<Work> works) =>
        [.. Group(works, KindsOf, AddressBook.OfKind).OrderBy(list => list.Address)];

    private ImmutableArray<WorkList> ByYear(ImmutableArray<Work> works) => [.. Group(works, work => [NameOf(work.Year)], AddressOfYear)];

    private ImmutableArray<WorkList> ByAuthor(ImmutableArray<Work> works) =>
        [.. Group(works, work => work.Authors, AddressOfAuthor)
            .Select(list => list with { HasPage = list.Works.Length > 1 })
            .OrderBy(list => AuthorName.Of(list.Name).Family, NaturalOrder.Instance).ThenBy(list => list.Name, StringComparer.Ordinal)];

    private SiteAddress AddressOfYear(string year) => _year.Page(year.Length > 0 ? year : "unknown");

    private SiteAddress AddressOfAuthor(string name) => _author.Page(Slug.Of(name));

    private static string NameOf(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Lists by address, as that is what makes two spellings one, each in the order of the works.</summary>
    private static IEnumerable<WorkList> Group(ImmutableArray<Work> works, Func<Work, IEnumerable<string>> namesOf, Func<string, SiteAddress> addressOf)
    {
        var addresses = new Dictionary<string, SiteAddress>(StringComparer.Ordinal);
        var lists = new Dictionary<SiteAddress, (string Name, ImmutableArray<Work>.Builder Works)>();
        var order = new List<SiteAddress>();
        foreach (var work in works)
        {
            foreach (var name in namesOf(work))
            {
                if (!addresses.TryGetValue(name, out var address)) addresses[name] = address = addressOf(name);
                if (!lists.TryGetValue(address, out var list))
                {
                    lists[address] = list = (name, ImmutableArray.CreateBuilder<Work>());
                    order.Add(address);
                }

                if (list.Works.Count == 0 || !ReferenceEquals(list.Works[^1], work)) list.Works.Add(work);
            }
        }

        return order.Select(address => new WorkList(lists[address].Name, address, lists[address].Works.ToImmutable(), HasPage: true));
    }
}
