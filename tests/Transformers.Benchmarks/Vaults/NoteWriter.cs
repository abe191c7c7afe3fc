using System.Text;

namespace Transformers.Benchmarks.Vaults;

/// <summary>Writes one note of a generated vault.</summary>
internal sealed class NoteWriter
{
    /// <summary>How many numbers for entries each note has.</summary>
    private const int MostEntries = 16;

    private readonly GeneratedVault _vault;
    private readonly int _note;
    private readonly Dice _dice;
    private readonly StringBuilder _text = new();
    private int _entries;

    private NoteWriter(GeneratedVault vault, int note) => (_vault, _note, _dice) = (vault, note, Dice.For(vault.Seed, "note", note));

    /// <summary>The text of a note, by its number.</summary>
    public static string Write(GeneratedVault vault, int note)
    {
        var writer = new NoteWriter(vault, note);
        writer.FrontMatter();
        for (var section = 0; section < 4; section++) writer.Section(section);
        return writer._text.ToString();
    }

    private void FrontMatter()
    {
        var name = GeneratedVault.NameOf(_note);
        _text.Append("---\ntitle: ").Append(name.AsSpan(name.LastIndexOf('/') + 1)).Append('\n');
        if (_dice.Happens(.6)) _text.Append("tags: [").AppendJoin(", ", Enumerable.Range(0, _dice.Between(1, 3)).Select(_ => _vault.Tag(_dice))).Append("]\n");
        if (_dice.Happens(.05)) _text.Append("aliases: [").Append(Vocabulary.Words(_dice, 2)).Append(' ').Append(_note).Append("]\n");
        _text.Append("---\n\n");
    }

    private void Section(int section)
    {
        _text.Append(section == 3 ? "### " : "## ").Append(Vocabulary.Capital(Vocabulary.Words(_dice, _dice.Between(1, 4)))).Append("\n\n");
        for (var paragraphs = _dice.Between(2, 4); paragraphs > 0; paragraphs--) Paragraph();
        if (_dice.Happens(.12)) Extra();
        for (var entries = _dice.Between(1, 3); entries > 0 && _entries < MostEntries; entries--) Entry();
        _text.Append('\n');
    }

    private void Paragraph()
    {
        for (var sentences = _dice.Between(5, 7); sentences > 0; sentences--)
        {
            _text.Append(Vocabulary.Capital(Vocabulary.Words(_dice, _dice.Between(5, 16))));
            if (_dice.Happens(.06)) Link();
            if (_dice.Happens(.1)) _text.Append(" **").Append(Vocabulary.Words(_dice, 2)).Append("**");
            if (_dice.Happens(.06)) _text.Append(" `").Append(Vocabulary.Any(_dice)).Append('`');
            if (_dice.Happens(.02)) _text.Append(" #").Append(_vault.Tag(_dice));
            _text.Append(sentences == 1 ? ".\n\n" : ". ");
        }
    }

    private void Link()
    {
        var target = _vault.LinkTarget(_note, _dice);
        var withBlock = GeneratedVault.WithBlock(target);
        _text.Append(_dice.Fraction() switch
        {
            < .15 => $" (see ^{GeneratedVault.BlockOf(withBlock)} in [[{GeneratedVault.NameOf(withBlock)}]])",
            < .3 => $" [[{GeneratedVault.NameOf(withBlock)}#^{GeneratedVault.BlockOf(withBlock)}|{Vocabulary.Words(_dice, 2)}]]",
            < .6 => $" [[{GeneratedVault.NameOf(target)}|{Vocabulary.Words(_dice, 2)}]]",
            < .8 => $" [[{GeneratedVault.NameOf(target)[(GeneratedVault.NameOf(target).LastIndexOf('/') + 1)..]}]]",
            _ => $" [[{GeneratedVault.NameOf(target)}]]",
        });
    }

    private void Extra()
    {
        switch (_dice.Below(4))
        {
            case 0:
                _text.Append("> [!note] ").Append(Vocabulary.Words(_dice, 3)).Append("\n> ").Append(Vocabulary.Words(_dice, 30)).Append("\n\n");
                break;
            case 1:
                _text.Append("```python\nfor ").Append(Vocabulary.Any(_dice)).Append(" in range(").Append(_dice.Below(100)).Append("):\n    print(\"").Append(Vocabulary.Any(_dice)).Append("\")\n```\n\n");
                break;
            case 2:
                _text.Append("| ").Append(Vocabulary.Any(_dice)).Append(" | ").Append(Vocabulary.Any(_dice)).Append(" |\n| --- | --: |\n");
                for (var rows = _dice.Between(2, 5); rows > 0; rows--) _text.Append("| ").Append(Vocabulary.Words(_dice, 2)).Append(" | ").Append(_dice.Below(1000)).Append(" |\n");
                _text.Append('\n');
                break;
            default:
                var target = GeneratedVault.WithBlock(_vault.LinkTarget(_note, _dice));
                _text.Append("![[").Append(GeneratedVault.NameOf(target)).Append("#^").Append(GeneratedVault.BlockOf(target)).Append("]]\n\n");
                break;
        }
    }

    private void Entry()
    {
        var work = _vault.Work((long)_note * MostEntries + _entries, _dice);
        _text.Append("- #").Append(work.Kind).Append(" [").Append(work.Title).Append("](").Append(work.Url).Append(')');
        if (_dice.Happens(.2)) _text.Append(" - ").Append(Vocabulary.Words(_dice, 8));
        if (_entries++ == 0 && GeneratedVault.BlockOf(_note) is { } block) _text.Append(" ^").Append(block);
        _text.Append('\n');
        if (_dice.Happens(.3)) _text.Append("\t- #CODE https://github.com/").Append(Vocabulary.Any(_dice)).Append('/').Append(Vocabulary.Any(_dice)).Append('\n');
        if (_dice.Happens(.2)) _text.Append("\t- [Paper explained](https://www.youtube.com/watch?v=").Append(Vocabulary.Any(_dice)).Append(_dice.Below(100_000)).Append(")\n");
        for (var remarks = _dice.Between(0, 3); remarks > 0; remarks--) _text.Append("\t- ").Append(Vocabulary.Capital(Vocabulary.Words(_dice, _dice.Between(10, 35)))).Append(".\n");
    }
}
