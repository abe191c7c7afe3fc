using System.Text;

namespace Transformers.Benchmarks.Vaults;

/// <summary>Words: the commonest are English, the others are made of syllables, no two of them the same.</summary>
internal static class Vocabulary
{
    /// <summary>How many words texts draw from; those of a vault grow as its text does, as in Heaps' law.</summary>
    private const int Size = 200_000;

    private static readonly string[] Common =
    [
        .. ("the of and to in a is that for it as with on by this are be from or an at which can we not has have but their more also use used using one two new between model models learning data "
            + "deep network networks training trained method methods results task tasks language image images neural attention based large approach paper show performance time series analysis "
            + "representation graph state information self problem work each over such than these other both most into where only different first many while given without however some when how "
            + "they its our been may then after all under through set sets system systems function functions value values example examples feature features layer layers loss gradient error search "
            + "space structure simple general local global dynamic causal inference generation translation vision object detection segmentation recognition").Split(' '),
    ];

    private static readonly string[] Syllables = [.. from consonant in "bdfgklmnprstvz" from vowel in "aeiou" select $"{consonant}{vowel}"];

    /// <summary>The word of a rank, from 0.</summary>
    public static string Word(int rank)
    {
        if (rank < Common.Length) return Common[rank];
        var word = new StringBuilder();

        // At least two syllables, the first never that of nought, so that no two ranks share a word.
        for (var rest = rank - Common.Length + Syllables.Length; rest > 0; rest /= Syllables.Length) word.Insert(0, Syllables[rest % Syllables.Length]);
        return word.ToString();
    }

    /// <summary>A word as often as texts have it.</summary>
    public static string Any(Dice dice) => Word(dice.Rank(Size));

    /// <summary>A word that is none of the commonest, with a capital.</summary>
    public static string Name(Dice dice, int pool) => Capital(Word(Common.Length + dice.Rank(pool)));

    /// <summary>Words with blanks between.</summary>
    public static string Words(Dice dice, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(i == 0 ? "" : " ").Append(Any(dice));
        return text.ToString();
    }

    /// <summary>The same with a capital.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
