using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Linking;

/// <summary>Where everything that is published stands in the site.</summary>
public sealed class AddressBook
{
    /// <summary>The name of the Markdown of a note, beside its page.</summary>
    internal const string MarkdownFile = "index.md";

    private readonly FrozenDictionary<SourcePath, SiteAddress> _files;
    private readonly FrozenDictionary<string, SiteAddress> _folders;

    internal AddressBook(
        IReadOnlyDictionary<SourcePath, SiteAddress> files,
        IReadOnlyDictionary<string, SiteAddress> folders,
        IReadOnlyDictionary<string, Note> folderNotes,
        IEnumerable<(SiteAddress From, Note To)> redirects,
        ImmutableArray<SourcePath> attachments,
        IReadOnlySet<SiteAddress> remembered)
    {
        (Attachments, Remembered) = (attachments, remembered);
        _files = files.ToFrozenDictionary();
        _folders = folders.ToFrozenDictionary(StringComparer.Ordinal);
        FolderNotes = folderNotes.ToFrozenDictionary(StringComparer.Ordinal);
        Redirects = [.. redirects];
    }

    /// <summary>The notes that are their folder's page, by the folder's path; the vault's root is empty.</summary>
    public FrozenDictionary<string, Note> FolderNotes { get; }

    /// <summary>The aliases that lead to a note from the vault's root, by address.</summary>
    public ImmutableArray<(SiteAddress From, Note To)> Redirects { get; }

    /// <summary>The published attachments, in path order.</summary>
    public ImmutableArray<SourcePath> Attachments { get; }

    /// <summary>The pages and files of earlier sites in whose places there is nothing now.</summary>
    public IReadOnlySet<SiteAddress> Remembered { get; }

    /// <summary>The pages of folders that hold published notes and of the vault's root, by the folders' paths.</summary>
    public IReadOnlyDictionary<string, SiteAddress> Folders => _folders;

    private AddressBook(AddressBook before, Note edited)
    {
        (_files, _folders, Attachments, Remembered) = (before._files, before._folders, before.Attachments, before.Remembered);
        FolderNotes = before.FolderNotes.Values.Any(note => note.Path == edited.Path)
            ? before.FolderNotes.ToFrozenDictionary(folder => folder.Key, folder => Current(folder.Value), StringComparer.Ordinal)
            : before.FolderNotes;
        Redirects = [.. before.Redirects.Select(redirect => (redirect.From, Current(redirect.To)))];

        Note Current(Note note) => note.Path == edited.Path ? edited : note;
    }

    /// <summary>The same with a note as it is after an edit that changed no address.</summary>
    public AddressBook With(Note edited) => new(this, edited);

    /// <summary>The page of a note.</summary>
    public SiteAddress Of(Note note) => _files[note.Path];

    /// <summary>The file of an attachment.</summary>
    public SiteAddress Of(SourcePath attachment) => _files[attachment];

    /// <summary>The Markdown of a note, beside its page; of a canvas or a base what it shows, as Markdown.</summary>
    public SiteAddress MarkdownOf(Note note) => new($"{Of(note)}{MarkdownFile}");

    /// <summary>The page of a folder that holds published notes, or of the vault's root.</summary>
    /// <param name="folder">Its path; empty for the root.</param>
    public SiteAddress OfFolder(string folder) => _folders[folder];

    /// <summary>The page of a tag: <c>tags/thesis/phd/</c>.</summary>
    /// <param name="name">Without <c>#</c>.</param>
    public static SiteAddress OfTag(string name) => Below(Tags, name);

    /// <summary>The page of a work: <c>works/vaswani2017attentionneed/</c>.</summary>
    /// <param name="key">Its citation key.</param>
    public static SiteAddress OfWork(string key) => new($"works/{key}/");

    /// <summary>The page of what entered the vault last.</summary>
    public static SiteAddress New { get; } = new("new/");

    /// <summary>The Atom feed of all entries.</summary>
    public static SiteAddress Feed { get; } = new("feed.xml");

    /// <summary>The Atom feed of the entries of a kind.</summary>
    public static SiteAddress FeedOf(string kind) => new($"{OfKind(kind)}feed.xml");

    /// <summary>The page of a kind: <c>catalog/thesis/phd/</c>.</summary>
    /// <param name="kind">Without <c>#</c>.</param>
    public static SiteAddress OfKind(string kind) => Below(Catalogue, kind);

    /// <summary>One of the pages of a list that is too long for one: the first one itself, then <c>+2/</c> …; a plus stands in no slug.</summary>
    /// <param name="first">The first page.</param>
    /// <param name="number">Its place, from 0.</param>
    public static SiteAddress PageOf(SiteAddress first, int number) => number == 0 ? first : first.Page(string.Create(CultureInfo.InvariantCulture, $"+{number + 1}"));

    /// <summary>The first of the pages of everything that mentions what a page is about.</summary>
    public static SiteAddress MentionsOf(SiteAddress page) => page.Page("+mentions");

    /// <summary>The page of all pages: the tree of the vault.</summary>
    public static SiteAddress Tree { get; } = new("pages/");

    /// <summary>The tree of a folder, where that of the vault is too long for one page.</summary>
    /// <param name="folder">The folder's page.</param>
    public static SiteAddress TreeOf(SiteAddress folder) => new(Tree.Value + folder.Value);

    /// <summary>The page that a server shows for an address that leads to nothing.</summary>
    public static SiteAddress NotFound { get; } = new("404.html");

    /// <summary>The addresses of all pages for search engines, or the list of such lists.</summary>
    public static SiteAddress Sitemap { get; } = new("sitemap.xml");

    /// <summary>One of the lists of addresses, where one is not enough.</summary>
    /// <param name="number">Its place, from 1.</param>
    public static SiteAddress SitemapPart(int number) => new(string.Create(CultureInfo.InvariantCulture, $"sitemap+{number}.xml"));

    /// <summary>What robots may read.</summary>
    public static SiteAddress Robots { get; } = new("robots.txt");

    /// <summary>The site in short, for language models.</summary>
    public static SiteAddress Llms { get; } = new("llms.txt");

    /// <summary>The page of all tags.</summary>
    public static SiteAddress Tags { get; } = new("tags/");

    /// <summary>The page that searches.</summary>
    public static SiteAddress Search { get; } = new("search/");

    /// <summary>The page of everything that is listed.</summary>
    public static SiteAddress Catalogue { get; } = new("catalog/");

    /// <summary>The page of the whole graph.</summary>
    public static SiteAddress Graph { get; } = new("graph/");

    private static SiteAddress Below(SiteAddress page, string name) =>
        name.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(page, (address, level) => address.Page(Slug.Of(level)));
}
