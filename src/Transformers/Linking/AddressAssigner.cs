using System.Collections.Immutable;
using System.Globalization;
using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Linking;

/// <summary>Gives every published note, folder, alias and attachment its address.</summary>
public static class AddressAssigner
{
    /// <summary>The folders of the site in which nothing stands that the vault named.</summary>
    internal static readonly ImmutableArray<string> OwnPages = ["assets/", "catalog/", "graph/", "new/", "pages/", "search/", "tags/", "works/"];

    private static readonly ImmutableArray<string> OwnFiles =
        ["404.html", "catalog.bib", "catalog.json", "catalog.schema.json", "feed.xml", "graph.json", "llms.txt", "robots.txt", "sitemap.xml"];

    private static readonly ImmutableArray<string> FolderPageNames = ["index", "_index", "readme"];

    /// <summary>Assigns the addresses.</summary>
    /// <param name="notes">The published notes, in path order.</param>
    /// <param name="attachments">The published attachments, in path order.</param>
    /// <param name="generated">Pages that are made of more than a note, such as works'; like those of tags they have their addresses first.</param>
    /// <param name="remembered">Addresses of earlier sites; those that nothing takes now stay free for what leads on from there.</param>
    /// <returns>The addresses, and <c>KB010</c> for each note whose address another has.</returns>
    public static StageResult<AddressBook> Assign(ImmutableArray<Note> notes, ImmutableArray<SourcePath> attachments, IEnumerable<SiteAddress> generated, IEnumerable<SiteAddress> remembered)
    {
        var taken = new TakenAddresses();
        foreach (var page in OwnPages) taken.Take(new(page));
        foreach (var file in OwnFiles) taken.Take(new(file));
        foreach (var tag in notes.SelectMany(note => note.Tags).Select(tag => AddressBook.OfTag(tag.Name)).Distinct()) taken.Take(tag);

        foreach (var page in generated) taken.Take(page);

        var folderNotes = FolderNotes(notes);
        var files = new Dictionary<SourcePath, SiteAddress>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        // A note beside a folder with a page of its own comes after that page.
        foreach (var note in notes.OrderBy(note => folderNotes.TryGetValue(note.Path.PagePath, out var page) && page != note))
        {
            var wanted = AddressOf(note, folderNotes);
            var address = taken.Take(wanted);
            files[note.Path] = address;
            if (address != wanted) diagnostics.Add(LinkingRules.SameAddress.At(
                note.Path, SourceRange.FileStart, $"The address '{wanted}' is taken; the page is at '{address}'. Rename the note or give it a permalink."));
        }

        var folders = new Dictionary<string, SiteAddress>(StringComparer.Ordinal);
        foreach (var folder in FoldersOf(notes))
        {
            folders[folder] = folderNotes.TryGetValue(folder, out var note) ? files[note.Path]
                : folder.Length == 0 ? taken.Take(SiteAddress.Home)
                : taken.Take(PageAt(folder));
        }

        var redirects = Redirects(notes, taken);
        foreach (var attachment in attachments) files[attachment] = taken.Take(FileAt(attachment));
        var free = remembered.Where(taken.TryTake).ToHashSet();
        return new(new AddressBook(files, folders, folderNotes, redirects, attachments, free), diagnostics.ToImmutable());
    }

    /// <summary>The root, and every folder in which, at any depth, a note lies; in path order.</summary>
    private static SortedSet<string> FoldersOf(ImmutableArray<Note> notes)
    {
        var folders = new SortedSet<string>(StringComparer.Ordinal) { "" };
        foreach (var note in notes)
        {
            for (var folder = note.Path.Folder; folder.Length > 0 && folders.Add(folder); folder = ParentOf(folder)) { }
        }

        return folders;
    }

    private static string ParentOf(string folder) => folder.LastIndexOf('/') is var slash and > 0 ? folder[..slash] : "";

    private static Dictionary<string, Note> FolderNotes(ImmutableArray<Note> notes)
    {
        var found = new Dictionary<string, Note>(StringComparer.Ordinal);
        foreach (var name in FolderPageNames)
        {
            foreach (var note in notes.Where(note => note.Path.IsNote && note.Path.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) found.TryAdd(note.Path.Folder, note);
        }

        var folders = FoldersOf(notes);
        foreach (var note in notes.Where(note => folders.Contains(note.Path.PagePath))) found.TryAdd(note.Path.PagePath, note);
        return found;
    }

    private static SiteAddress AddressOf(Note note, Dictionary<string, Note> folderNotes)
    {
        if (note.FrontMatter.Permalink is { } permalink && permalink.Trim('/').Length > 0) return PageAt(permalink);
        var isFolderPage = folderNotes.TryGetValue(note.Path.Folder, out var owner) && owner == note;
        return PageAt(isFolderPage ? note.Path.Folder : note.Path.PagePath);
    }

    private static SiteAddress PageAt(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Aggregate(SiteAddress.Home, (address, segment) => address.Page(Slug.Of(segment)));

    private static SiteAddress FileAt(SourcePath path) =>
        new($"{PageAt(path.Folder)}{Slug.Of(path.Name)}{(path.Extension.Length > 1 ? "." + Slug.Of(path.Extension[1..]) : "")}");

    private static ImmutableArray<(SiteAddress, Note)> Redirects(ImmutableArray<Note> notes, TakenAddresses taken) =>
    [
        .. from note in notes
           from alias in note.FrontMatter.Aliases
           let address = PageAt(alias)
           where address != SiteAddress.Home && taken.TryTake(address)
           orderby address
           select (address, note),
    ];

    /// <summary>The addresses that are given. A name is either a folder of the site or a file in it.</summary>
    /// <remarks>Lower case is not enough where a disk does not tell case: <c>ς</c> and <c>σ</c> are one letter to it, as <c>ſ</c> and <c>s</c> are.</remarks>
    private sealed class TakenAddresses
    {
        // The home page is taken late, but nothing may stand where its Markdown does.
        private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase) { AddressBook.MarkdownFile };
        private readonly HashSet<string> _folders = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<SiteAddress, int> _repeats = [];

        /// <summary>Takes the address, or the first free one of <c>-2</c>, <c>-3</c> ….</summary>
        public SiteAddress Take(SiteAddress wanted)
        {
            wanted = BesideFiles(wanted);
            if (TryTake(wanted)) return wanted;
            var repeat = _repeats.GetValueOrDefault(wanted, 1);
            SiteAddress address;
            do address = Numbered(wanted, ++repeat);
            while (!TryTake(address));
            _repeats[wanted] = repeat;
            return address;
        }

        public bool TryTake(SiteAddress address)
        {
            // Beside a page its Markdown has its place.
            var file = address.FilePath;
            var markdown = address.IsPage ? address.Value + AddressBook.MarkdownFile : file;
            if (_folders.Contains(file + "/") || _folders.Contains(markdown + "/") || FoldersAbove(file).Any(folder => IsFile(folder[..^1])) || !_files.Add(file)) return false;
            _files.Add(markdown);
            foreach (var folder in FoldersAbove(file)) _folders.Add(folder);
            return true;
        }

        /// <summary>The address with other names for those folders in it that are files: what lies in a folder <c>404.html</c> is in <c>404.html-2/</c>.</summary>
        private SiteAddress BesideFiles(SiteAddress address)
        {
            var value = address.Value;
            for (var slash = value.IndexOf('/'); slash >= 0; slash = value.IndexOf('/', slash + 1))
            {
                if (!IsFile(value[..slash])) continue;
                var number = 2;
                while (_files.Contains(string.Create(CultureInfo.InvariantCulture, $"{value[..slash]}-{number}"))) number++;
                var free = string.Create(CultureInfo.InvariantCulture, $"{value[..slash]}-{number}");
                value = free + value[slash..];
                slash = free.Length;
            }

            return new(value);
        }

        /// <summary>True where a file stands, or may come to stand: folders, the home page among them, take their addresses after notes.</summary>
        private bool IsFile(string path) => _files.Contains(path) || path[(path.LastIndexOf('/') + 1)..].Equals("index.html", StringComparison.OrdinalIgnoreCase);

        private static IEnumerable<string> FoldersAbove(string file)
        {
            for (var slash = file.IndexOf('/'); slash >= 0; slash = file.IndexOf('/', slash + 1)) yield return file[..(slash + 1)];
        }

        private static SiteAddress Numbered(SiteAddress address, int number)
        {
            if (address.IsPage) return new(address.Value.Length == 0 ? $"index-{number}/" : $"{address.Value[..^1]}-{number}/");
            var dot = address.Value.LastIndexOf('.');
            return dot > address.Value.LastIndexOf('/') ? new($"{address.Value[..dot]}-{number}{address.Value[dot..]}") : new($"{address.Value}-{number}");
        }
    }
}
