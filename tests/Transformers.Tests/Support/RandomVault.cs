using System.Globalization;
using System.Text;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Support;

/// <summary>A vault to which the things happen that happen to vaults, the same ones for the same seed.</summary>
internal sealed class RandomVault
{
    private static readonly string[] Names = ["One", "Two", "Three", "index", "Deep learning", "Über", "four.five", "Six"];
    private static readonly string[] Folders = ["", "AI/", "AI/Vision/", "Reading/", "private/"];

    private readonly Random _random;
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<SourcePath> _changed = [];

    public RandomVault(int seed)
    {
        _random = new Random(seed);
        for (var i = 0; i < 12; i++) _files[NewPath()] = NoteText();
        _files["AI/picture.png"] = "a picture";
        _files["sound.mp3"] = "a sound";
    }

    /// <summary>The vault as it is now.</summary>
    public Vault Vault => Vault.Of(_files.Select(file => (file.Key, file.Value)));

    /// <summary>The files, text by path.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>What the last edit made, changed or took away.</summary>
    public IReadOnlySet<SourcePath> Changed => _changed;

    /// <summary>Does one thing, and says what.</summary>
    public string Edit()
    {
        _changed.Clear();
        var path = Any(_files.Keys);
        switch (_random.Next(9))
        {
            case 0: return Put(NewPath(), NoteText(), "created");
            case 1 when _files.Count > 5: return Remove(path);
            case 2: return Move(path, NewPath());
            case 3: return MoveFolder(Any(Folders), Any(Folders));
            case 4: return Put($"{Any(Folders)}file{_random.Next(3)}.png", $"picture {_random.Next()}", "attached");
            case 5 when path.EndsWith(".md", StringComparison.Ordinal): return Put(path, _files[path] + "\n\n" + Block(), "appended to");
            case 6 when path.EndsWith(".md", StringComparison.Ordinal): return Put(path, _files[path][..(_files[path].Length / 2)], "cut");
            case 7: return Put("AI/Drawing.canvas", $$"""{"nodes":[{"id":"a","type":"text","text":"{{Any(Names)}} #tag [[{{Any(Names)}}]]","x":0,"y":0,"width":100,"height":50}]}""", "drew");
            default: return Put(path.EndsWith(".md", StringComparison.Ordinal) ? path : NewPath(), NoteText(), "rewrote");
        }
    }

    /// <summary>Writes text into a note as one does who writes: no new name, no entry, no tag.</summary>
    public SourcePath Write()
    {
        _changed.Clear();
        var path = Any(_files.Keys.Where(file => file.EndsWith(".md", StringComparison.Ordinal)));
        string[] pieces = ["Some words.", "## A heading", $"See [[{Any(Names)}]] for more.", "A [[Nowhere]] link, and **bold**.", "- an item\n- another", $"![[{Any(Names)}]]"];
        Put(path, _files[path] + "\n\n" + Any(pieces) + "\n", "wrote");
        return SourcePath.Parse(path);
    }

    /// <summary>Another configuration.</summary>
    public Configuration Configure() => Configuration.Default with
    {
        Title = _random.Next(2) == 0 ? "A title" : null,
        StrictLineBreaks = _random.Next(2) == 0,
        PublishesExplicitly = _random.Next(5) == 0,
        Ignore = _random.Next(3) == 0 ? ["private"] : [],
        LinksToFiles = _random.Next(4) == 0,
        PublishesAllAttachments = _random.Next(3) == 0,
        BaseUrl = _random.Next(2) == 0 ? new Uri("https://example.org/notes/") : null,
    };

    private string Put(string path, string text, string what)
    {
        _files[path] = text;
        _changed.Add(SourcePath.Parse(path));
        return $"{what} {path}";
    }

    private string Remove(string path)
    {
        _files.Remove(path);
        _changed.Add(SourcePath.Parse(path));
        return $"removed {path}";
    }

    private string Move(string from, string to)
    {
        to = Path.ChangeExtension(to, Path.GetExtension(from));
        var text = _files[from];
        Remove(from);
        return Put(to, text, $"moved {from} to");
    }

    private string MoveFolder(string from, string to)
    {
        if (from == to || from.Length == 0) return "nothing";
        foreach (var path in _files.Keys.Where(path => path.StartsWith(from, StringComparison.Ordinal)).ToArray()) Move(path, to + path[from.Length..]);
        return $"moved folder {from} to {to}";
    }

    private string NewPath() => $"{Any(Folders)}{Any(Names)}{(_random.Next(4) == 0 ? _random.Next(9).ToString(CultureInfo.InvariantCulture) : "")}.md";

    private string NoteText()
    {
        var text = new StringBuilder();
        if (_random.Next(3) == 0) text.Append(CultureInfo.InvariantCulture, $"---\n{Any(["publish: false", "publish: true", "draft: true", "aliases: [Four, Other]", "title: A title", "permalink: /over/there", "tags: [a, b/c]", "see: '[[One]]'", "broken: ["])}\n---\n");
        if (_random.Next(2) == 0) text.Append(CultureInfo.InvariantCulture, $"# {Any(Names)}\n\n");
        for (var i = _random.Next(6); i > 0; i--) text.Append(Block()).Append("\n\n");
        return text.ToString();
    }

    private string Block() => _random.Next(12) switch
    {
        0 => $"## Heading {_random.Next(3)}",
        1 => $"A paragraph with [[{Any(Names)}]] and [[{Any(Names)}#Heading {_random.Next(3)}|a part]]. ^b{_random.Next(4)}",
        2 => $"- #PAPER [Work {_random.Next(5)} (Author 20{_random.Next(10, 20)})](https://arxiv.org/abs/1706.0000{_random.Next(5)}) ^w{_random.Next(4)}\n  - #CODE https://github.com/a/b{_random.Next(3)}\n  - said of it: see ^w{_random.Next(4)} in [[{Any(Names)}]]",
        3 => $"![[{Any(Names)}]]",
        4 => $"![[{Any(Names)}#^b{_random.Next(4)}]]",
        5 => "![[picture.png]] and ![[file1.png]]",
        6 => $"See ^b{_random.Next(4)}. %%A comment with [[{Any(Names)}]].%%",
        7 => $"#tag{_random.Next(3)} and #a/nested",
        8 => "$$x^2$$\n\n```cs\nvar x = 1;\n```",
        9 => $"- #BOOK [Book {_random.Next(3)} (Writer 2001)](https://example.org/{_random.Next(3)})",
        10 => "```base\nviews:\n  - type: table\n    name: All\n    order: [file.name, file.backlinks]\n```",
        _ => string.Join(' ', Enumerable.Range(0, 20).Select(_ => Any(Names))),
    };

    private T Any<T>(IEnumerable<T> items)
    {
        var all = items as IReadOnlyList<T> ?? [.. items];
        return all[_random.Next(all.Count)];
    }
}
