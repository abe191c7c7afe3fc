using System.Collections.Immutable;
using Transformers.Rendering.Pages;
using Transformers.Rendering.Search;
using Transformers.Rendering.Templates;
using Transformers.Text;

namespace Transformers.Rendering;

/// <summary>A site of which it is settled what it consists of.</summary>
/// <remarks>The index of the search takes as long as all else; it is made when the first of its files is asked for, as nobody searches after each edit.</remarks>
/// <param name="Site">What it is made from.</param>
/// <param name="Theme">The templates and assets.</param>
/// <param name="Tree">The folders.</param>
/// <param name="Notes">The pages of notes.</param>
/// <param name="Pages">Every file but those of the index, each address once, in order.</param>
internal sealed record ArrangedSite(Site Site, Theme Theme, FolderTree Tree, NotePages Notes, ImmutableArray<SiteFile> Pages)
{
    private readonly Lazy<ImmutableArray<SiteFile>> _search = new(() => [.. SearchFiles.Of(Site).OrderBy(file => file.Address)]);

    /// <summary>Every file, each address once, in order.</summary>
    public ImmutableArray<SiteFile> Files => [.. Pages.Concat(_search.Value).OrderBy(file => file.Address)];

    /// <summary>The file at an address, or null.</summary>
    public SiteFile? Find(SiteAddress address)
    {
        var files = address.Value.StartsWith(SearchFiles.Folder, StringComparison.Ordinal) ? _search.Value : Pages;
        var at = files.AsSpan().BinarySearch(new Place(address));
        return at >= 0 ? files[at] : null;
    }

    private readonly record struct Place(SiteAddress Address) : IComparable<SiteFile>
    {
        public int CompareTo(SiteFile? other) => Address.CompareTo(other!.Address);
    }
}
