namespace Transformers.Fuzz;

/// <summary>What inputs are made of: real notes, cut up, and the marks that syntax is made of.</summary>
/// <param name="Texts">Pieces of notes, each up to some hundred characters.</param>
/// <param name="Fragments">Short strings that mean something to the parser.</param>
internal sealed record Corpus(IReadOnlyList<string> Texts, IReadOnlyList<string> Fragments)
{
    private const int Most = 600;

    private static readonly string[] Marks =
    [
        "[[", "]]", "![[", "|", "\\|", "#", "#^", "^id", " ^id", "\n^id\n", "^[", "[^1]", "[^1]: ", "[", "](", ")", "](<", ">)", "![", "](a.md)", "](https://a.b/c)",
        "](javascript:x)", "[a]: b\n", "*", "**", "***", "_", "__", "~~", "==", "`", "``", "```\n", "~~~\n", "```mermaid\n", "$", "$$", "$$\n", "%%", "%%\n", "\n%%\n",
        "> ", ">", "> [!note]", "> [!tip|meta]- ", "\n> ", "- ", "* ", "+ ", "1. ", "1) ", "\t", "    ", "  ", " ", "\n", "\n\n", "\r\n", "\r", "\0", "\uFEFF", "\uFFFE",
        "- [ ] ", "- [x] ", "[/] ", "# ", "## ", "###### ", "===", "---", "\n---\n", "***\n", "|---|---|\n", "| a | b |\n", ":-:", "#tag", "#a/b", "#PAPER ", "- #PAPER ", "#CODE ",
        "<", ">", "</", "/>", "<!--", "-->", "<div>", "</div>", "<details><summary>", "</summary>", "</details>", "<br>", "<table><tr><td>", "<svg>", "<script>", "</script>", "<p>",
        "<b", "<a href=\"", "\"", "'", "&", "&amp;", "&#0;", "&nbsp;", "&copy", "\\", "\\\n", "  \n", "http://", "https://a.b/", "www.", "mailto:", "see ^id", "^id in [[", "in [[Note]]",
        "---\ntitle: x\n---\n", "---\n", "tags: [a]\n", "\u200F", "\u05E9", "\u202E", "\u0301", "\uD83C\uDFB2", "\uD83C", "\uDFB2", "\u200D", "é", "İ", "ß", "漢", "[Title (Vaswani 2017)](https://arxiv.org/abs/1706.03762)",
    ];

    /// <summary>Reads every <c>.md</c> file below some folders.</summary>
    public static Corpus Read(IEnumerable<string> folders)
    {
        var notes = folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        return new([.. notes.SelectMany(Pieces), "text"], [.. Marks, .. notes.SelectMany(Words).Distinct(StringComparer.Ordinal).Take(5000)]);
    }

    private static IEnumerable<string> Pieces(string note)
    {
        var piece = "";
        foreach (var line in note.Split('\n'))
        {
            // The documents' own fences part their examples.
            var isFence = line.StartsWith("````````````````", StringComparison.Ordinal) || line == ".";
            if (piece.Length > 0 && (isFence || piece.Length + line.Length > Most / 2))
            {
                yield return piece;
                piece = "";
            }

            if (!isFence) piece += (line.Length > Most ? line[..Most] : line) + "\n";
        }

        if (piece.Length > 0) yield return piece;
    }

    private static IEnumerable<string> Words(string note) => note.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length < 40 && !word.All(char.IsAsciiLetter));
}
