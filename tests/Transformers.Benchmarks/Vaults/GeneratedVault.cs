using System.Globalization;

namespace Transformers.Benchmarks.Vaults;

/// <summary>A vault of any size that reads like a curator's: lists of resources under headings, remarks, links between notes and to blocks.</summary>
/// <remarks>
/// Each note depends on the seed, its number and the count of notes alone, so vaults can be made in any order and at once.
/// A note has about 7.5 kB and 10 entries; of 100 entries about 15 are about works that others list too.
/// </remarks>
/// <param name="count">How many notes.</param>
/// <param name="seed">Which of all such vaults.</param>
internal sealed class GeneratedVault(int count, ulong seed)
{
    private const int NotesInFolder = 25;
    private const int FoldersInTopic = 12;

    /// <summary>Every third note has a block that links lead to.</summary>
    private const int NotesPerBlock = 3;

    /// <summary>How many notes there are.</summary>
    public int Count => count;

    /// <summary>Which vault it is.</summary>
    public ulong Seed => seed;

    /// <summary>The path of a note without <c>.md</c>.</summary>
    public static string NameOf(int note)
    {
        if (note == 0) return "_index";
        var folder = note / NotesInFolder;
        var name = $"{Vocabulary.Capital(Vocabulary.Word(40 + note % 80))} {Vocabulary.Word(500 + note)}";
        return note % 50 == 7 ? name : $"{FolderName(folder / FoldersInTopic, "Topics")}/{FolderName(folder, "Notes")}/{name}";
    }

    /// <summary>The id of the block that a note offers to links, or null.</summary>
    public static string? BlockOf(int note) => note % NotesPerBlock == 0 ? string.Create(CultureInfo.InvariantCulture, $"b{note}") : null;

    /// <summary>A note that another may link to: mostly one nearby, else one that many link to.</summary>
    public int LinkTarget(int from, Dice dice)
    {
        var near = from + dice.Between(-NotesInFolder, NotesInFolder);
        return dice.Happens(.6) && near >= 0 && near < count ? near : Popular(count, dice);
    }

    /// <summary>The nearest note with a block, at or before another.</summary>
    public static int WithBlock(int note) => note - note % NotesPerBlock;

    /// <summary>A work for an entry.</summary>
    /// <param name="entry">The number of the entry in the vault, which is that of a work nobody else lists.</param>
    /// <param name="dice">Decides whether it is that one.</param>
    public ListedWork Work(long entry, Dice dice) => ListedWork.At(seed, dice.Happens(.85) ? entry : 5_000_000 + Popular(Math.Max(20, count / 2), dice));

    /// <summary>The tags that notes of this vault bear: few, and some more in a large one.</summary>
    public string Tag(Dice dice)
    {
        var tag = Vocabulary.Word(60 + dice.Rank(20 + (int)Math.Sqrt(count)));
        return dice.Happens(.2) ? $"{tag}/{Vocabulary.Word(60 + dice.Below(12))}" : tag;
    }

    private static string FolderName(int folder, string what) => $"{what} on {Vocabulary.Word(300 + folder)}";

    /// <summary>The first of all are chosen most, the very first some hundred times in a vault of ten thousand notes.</summary>
    private static int Popular(int end, Dice dice) => (int)(end * Math.Pow(dice.Fraction(), 2));
}
