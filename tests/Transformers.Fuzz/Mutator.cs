using System.Text;

namespace Transformers.Fuzz;

/// <summary>Makes inputs out of the corpus, by chance.</summary>
internal sealed class Mutator(Corpus corpus, Random random)
{
    private const int Most = 800;
    private static readonly string[] Prefixes = ["> ", "- ", "\t", "    ", "  ", "1. ", "> > ", ">", "| ", "# "];

    /// <summary>The next input: mostly of a few hundred characters, now and then some ten thousand of one pattern.</summary>
    public string Next()
    {
        if (random.Next(2000) == 0) return Repeated();
        var text = random.Next(4) == 0 ? Soup() : Pick(corpus.Texts);
        for (var mutations = random.Next(1, 9); mutations > 0; mutations--) text = Mutate(text);
        return text.Length > Most ? text[..Most] : text;
    }

    private string Repeated()
    {
        var pattern = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pick(corpus.Fragments)));
        var text = new StringBuilder();
        if (random.Next(2) == 0) text.Append(Soup());
        while (text.Length < 20_000) text.Append(pattern);
        return text.ToString();
    }

    private string Soup() => string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Pick(corpus.Fragments)));

    private string Mutate(string text)
    {
        var (from, to) = Range(text);
        return random.Next(10) switch
        {
            0 or 1 or 2 => text.Insert(from, Pick(corpus.Fragments)),
            3 => text.Remove(from, to - from),
            4 => text.Insert(random.Next(text.Length + 1), text[from..to]),
            5 => string.Concat(text.AsSpan(0, from), Slice(Pick(corpus.Texts)), text.AsSpan(to)),
            6 => string.Concat(text.AsSpan(0, from), Character(), text.AsSpan(Math.Min(from + 1, text.Length))),
            7 => text.Insert(from, string.Concat(Enumerable.Repeat(Pick(corpus.Fragments), random.Next(2, 12)))),
            8 => Indent(text),
            _ => Shuffle(text),
        };
    }

    /// <summary>Puts some lines into a quote, a list, code.</summary>
    private string Indent(string text)
    {
        var prefix = Pick(Prefixes);
        var lines = text.Split('\n');
        var first = random.Next(lines.Length);
        var last = random.Next(first, lines.Length);
        for (var i = first; i <= last; i++) lines[i] = prefix + lines[i];
        return string.Join('\n', lines);
    }

    private string Shuffle(string text)
    {
        var lines = text.Split('\n');
        random.Shuffle(lines);
        return string.Join('\n', lines);
    }

    private string Character() => random.Next(3) == 0 ? ((char)random.Next(0x10000)).ToString() : ((char)random.Next(0x80)).ToString();

    private string Slice(string text)
    {
        var (from, to) = Range(text);
        return text[from..to];
    }

    private (int From, int To) Range(string text)
    {
        var from = random.Next(text.Length + 1);
        return (from, Math.Min(text.Length, from + random.Next(random.Next(2) == 0 ? 6 : 60)));
    }

    private string Pick(IReadOnlyList<string> list) => list[random.Next(list.Count)];
}
