using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Support;

/// <summary>A random vault of which a random part is private, and the same vault without that part.</summary>
/// <remarks>Whatever is private, and every comment, says <see cref="Canary"/>; nothing that readers may see does.</remarks>
internal sealed partial class PartlyPrivateVault
{
    /// <summary>A word that no site may hold; slugs, keys and folding leave it as it is.</summary>
    public const string Canary = "canary";

    private const string PrivateFolder = "canaryfolder";

    private static readonly DateTimeOffset Beginning = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random;
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _private = new(StringComparer.Ordinal);

    public PartlyPrivateVault(int seed)
    {
        _random = new Random(seed);
        var model = new RandomVault(seed);
        for (var edits = seed % 7; edits > 0; edits--) model.Edit();
        Configuration = model.Configure() with { Ignore = [PrivateFolder] };

        // Which of the pictures that random notes name is whose is for links to tell; where all are published, those here are clear without.
        foreach (var (path, text) in model.Files.Where(file => IsNote(file.Key) || !Configuration.PublishesAllAttachments)) _files[path] = text;
        _files["unused.png"] = "a picture that nobody uses";
        foreach (var path in _files.Keys.Where(IsNote).ToArray()) Decide(path);
        for (var i = 0; i < 4; i++) AddPrivate(i);
        if (!Configuration.PublishesAllAttachments) Hide("canary-of-comments.png", Canary);
    }

    /// <summary>The owner's decisions, the same for both vaults.</summary>
    public Configuration Configuration { get; private set; }

    /// <summary>How many notes are private.</summary>
    public int PrivateNotes => _private.Count(IsNote);

    /// <summary>All of it, with its history.</summary>
    public Vault Whole => Of(_files.Keys);

    /// <summary>The vault as if what is private had never been.</summary>
    public Vault Public => Of(_files.Keys.Where(path => !_private.Contains(path)));

    private Vault Of(IEnumerable<string> paths)
    {
        var texts = paths.ToDictionary(SourcePath.Parse, path => Encoding.UTF8.GetBytes(_files[path]));
        return new(texts.Keys, path => texts[path], new VaultHistory([.. Additions(texts.Keys).OrderBy(addition => addition.Time)], null));
    }

    // What is private was there first, so that its days would show if they counted.
    private IEnumerable<Addition> Additions(IEnumerable<SourcePath> paths) =>
        from path in paths
        where path.IsNote
        let bullets = _files[path.Value].Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("- #", StringComparison.Ordinal)).ToArray()
        where bullets.Length > 0
        let days = (_private.Contains(path.Value) ? 0 : 1000) + path.Value.Length
        select new Addition(Beginning.AddDays(days), path, string.Join('\n', bullets) + "\n");

    private void Decide(string path)
    {
        if (_files[path].Contains("broken", StringComparison.Ordinal)) _files[path] = _files[path].Replace("broken: [", "whole: x", StringComparison.Ordinal);
        switch (_random.Next(8))
        {
            case 0: Say(path, "publish: false"); break;
            case 1: Say(path, "draft: true"); break;
            case 2: Configuration = Configuration with { Ignore = Configuration.PublishesAllAttachments ? Configuration.Ignore : Configuration.Ignore.Add(path) }; break;
            case > 3 when Configuration.PublishesExplicitly && !SaysOfItself(path, "publish"): Say(path, "publish: true"); break;
        }

        if (IsPrivate(path)) Hide(path, _files[path] + CanaryText(_random.Next(1000)));
        else if (!LeavesOpen(_files[path])) _files[path] += "\n\n%%canary [[canaryname0]] ![[canary-of-comments.png]] #canarytag ^canaryid%%\n\n%%\n# canary\n\n- #PAPER [Canary (Canary 2020)](https://example.org/canary)\n%%\n";
    }

    private void AddPrivate(int number)
    {
        string[] folders = Configuration.PublishesAllAttachments ? ["", "AI/", "private/"] : ["", "AI/", "private/", PrivateFolder + "/"];
        var folder = folders[_random.Next(folders.Length)];
        string[] fronts = ["publish: false", "draft: true", "publish: 'no'", "Publish: FALSE", "draft: true\npublish: true", "publish: false\nbroken: ["];
        var front = $"---\n{fronts[_random.Next(fronts.Length)]}\naliases: [One, Canaryalias]\npermalink: /one\ntags: [canarytag]\ncover: '[[canary-{number}.png]]' # canary\n---\n";
        Hide($"{folder}canaryname{number}.md", front + CanaryText(number));
        Hide($"{folder}canary-{number}.png", Canary);
        Hide($"{PrivateFolder}/data-{number}.csv", Canary);
    }

    private void Hide(string path, string text)
    {
        _files[path] = text;
        _private.Add(path);
    }

    private void Say(string path, string line) =>
        _files[path] = FrontMatter().IsMatch(_files[path]) ? $"---\n{line}\n{_files[path][4..]}" : $"---\n{line}\n---\n{_files[path]}";

    private bool IsPrivate(string path) =>
        Configuration.Ignore.Contains(path) || SaysOfItself(path, "publish: false") || SaysOfItself(path, "draft: true")
        || (Configuration.PublishesExplicitly && !SaysOfItself(path, "publish: true"));

    private bool SaysOfItself(string path, string line) =>
        FrontMatter().Match(_files[path]) is { Success: true } front && front.Value.Contains("\n" + line, StringComparison.Ordinal);

    // In code, in a formula or behind half a comment nothing would be one.
    private static bool LeavesOpen(string text) => new[] { "%%", "```", "$$" }.Any(mark => text.Split(mark).Length % 2 == 0);

    private static bool IsNote(string path) => path.EndsWith(".md", StringComparison.Ordinal);

    // It mentions public notes, lists works that they list, and has ids that they have.
    private static string CanaryText(int number) => string.Create(CultureInfo.InvariantCulture, $"""


        # Canary heading

        Canary words with [[One]], [[Two#Heading 1|canary]], ![[Deep learning]] and ![[canary-{number}.png]] #canarytag #tag1 ^b1

        - #PAPER [Canary work (Canary 2017)](https://arxiv.org/abs/1706.0000{number % 5}) ^canaryentry
          - #CODE https://github.com/canary/canary
          - see ^w1 in [[One]]
        - #CANARY #BOOK [Canary book](https://example.org/{number % 3})

        $$canary$$ [a link](https://example.org/canary) <iframe src="https://www.youtube-nocookie.com/embed/canary"></iframe>

        """);

    [GeneratedRegex(@"\A---\n.*?\n---(?=\n|\z)", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();
}
