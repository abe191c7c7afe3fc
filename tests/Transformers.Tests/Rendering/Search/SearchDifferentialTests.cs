using System.Globalization;
using System.Text;
using Transformers.Tests.Support;

namespace Transformers.Tests.Rendering.Search;

/// <summary>The index and its script find what a scan of all documents finds.</summary>
[Trait("speed", "slow")]
public sealed class SearchDifferentialTests
{
    private const int Queries = 1_000;

    private static readonly string[] WithBlanks =
    [
        "Attention transformer encoder Éclair naïve Straße résumé décoder Łódź über façade learning learned learner deep model models 2017 x2",
        "внимание трансформер модель модели обучение Ёлка йод глубокое сеть сети слово слова",
        "προσοχή μετασχηματιστής μοντέλο μάθηση Ἀθῆναι λόγος λόγου δίκτυο βαθιά Σίσυφος",
        "الانتباه نموذج النموذج تعلّم عَمِيق شبكة محوّل كلمة كلمات لغة",
        "תשומת לֵב מודל למידה עמוקה רשת מילה מילים שפה שִׂפָה",
        "주의 변환기 모델 모델링 학습 깊은 신경망 단어 단어들 언어",
    ];

    private static readonly string[] WithoutBlanks = ["注意力机制变换器模型深度学习神经网络语言词语", "トランスフォーマーことばのモデルまなぶふかい学習注意", "ความสนใจแบบจำลองภาษาการเรียนรู้เชิงลึก"];

    private static readonly string[] Tags = ["nlp", "nlp/speech", "nlp/speech/日本語", "Été", "обзор", "סקירה", "综述", "vision"];
    private static readonly string[] Kinds = ["PAPER", "CODE", "BOOK", "THESIS/PHD", "TALK"];

    private readonly Random _random = new(20260731);

    [Fact]
    public void What_random_queries_find_is_what_a_scan_finds()
    {
        using var site = SearchSite.Of([.. Enumerable.Range(0, 60).Select(i => (string.Create(CultureInfo.InvariantCulture, $"n{i}.md"), Note(i)))]);
        var documents = ScannedDocument.All(site.Site);
        var asked = Enumerable.Range(0, Queries).Select(_ => Query()).ToArray();

        var answers = site.Ask([.. asked.Select(parts => string.Join(' ', parts.Select(part => part.Written)))]);

        var found = asked.Select(parts => documents.Where(document => parts.All(part => part.Holds(document))).Select(document => document.Source.Address).Distinct().Order(StringComparer.Ordinal).ToArray()).ToArray();
        Assert.InRange(documents.Length, 5_000, 20_000);
        Assert.InRange(found.Count(addresses => addresses.Length > 0), Queries / 3, Queries);
        Assert.All(Enumerable.Range(0, Queries), i =>
        {
            var addresses = answers[i].Addresses.Order(StringComparer.Ordinal).ToArray();
            Assert.True(found[i].AsSpan().SequenceEqual(addresses), $"{string.Join(' ', asked[i].Select(part => part.Written))}: {found[i].Length} by scan, {addresses.Length} by index; {found[i].Except(addresses).Concat(addresses.Except(found[i])).FirstOrDefault()}");
        });
    }

    private string Note(int number)
    {
        var text = new StringBuilder($"---\ntitle: {Sentence(3)}\ntags: [{Pick(Tags)}]\n---\n{Sentence(20)}\n\n");
        for (var i = 0; i < 120; i++)
        {
            if (i % 30 == 0) text.Append(CultureInfo.InvariantCulture, $"\n## {Sentence(3)}\n\n{Sentence(25)}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"- #{Pick(Kinds)} [{Sentence(6)} ({Name()} and {Name()} {Year()})](https://example.org/{number}/{i}) - {Sentence(8)}{(_random.Next(4) == 0 ? $" #{Pick(Tags)}" : "")}\n");
            if (_random.Next(8) == 0) text.Append(CultureInfo.InvariantCulture, $"  - #{Pick(["CODE", "TALK"])} https://example.org/{number}/{i}/more\n");
        }

        return text.ToString();
    }

    private AskedPart[] Query()
    {
        var parts = Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => Part()).ToList();
        if (_random.Next(8) == 0) parts = [.. ManyWords()];
        if (parts.All(part => part.Written[0] == '-')) parts.Insert(0, AskedPart.Kind("paper"));
        parts.Add(_random.Next(7) switch
        {
            0 => Beginning(),
            1 => AskedPart.Phrase(Word()),
            2 => AskedPart.Substring(Unspaced(1 + _random.Next(4))),
            3 => OpenPhrase(),
            4 => AskedPart.AuthorBeginning(Begun(Pick(Pick(WithBlanks).Split(' ')))),
            _ => AskedPart.Kind("paper"),
        });
        return [.. parts];
    }

    private AskedPart Part() => _random.Next(12) switch
    {
        < 3 => AskedPart.Word(Word()),
        3 => Phrase(),
        4 => AskedPart.Substring(Unspaced(1 + _random.Next(3))),
        5 => AskedPart.Word(Word()).Not,
        6 => Phrase().Not,
        < 10 => Filter(),
        _ => Filter().Not,
    };

    private AskedPart Filter() => _random.Next(12) switch
    {
        0 => AskedPart.Years(Year(), Year()),
        1 => AskedPart.Years(Year(), null),
        2 => AskedPart.Years(null, Year()),
        3 => AskedPart.Year(Year()),
        4 => AskedPart.Kind(Pick(["paper", "Code", "BOOK", "thesis", "thesis/phd", "note", "section"])),
        5 or 6 => AskedPart.Tag(Pick([.. Tags, "NLP", "ete"])),
        7 => AskedPart.HasCode,
        8 => AskedPart.HasTalk,
        9 => AskedPart.Author(Word()),
        10 => _random.Next(2) == 0 ? AskedPart.AuthorSubstring(Unspaced(1 + _random.Next(3))) : AskedPart.InNoteSubstring(Unspaced(1 + _random.Next(3))),
        _ => AskedPart.InNote([.. Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => Word())]),
    };

    /// <summary>More than are looked up in the index.</summary>
    private IEnumerable<AskedPart> ManyWords()
    {
        var words = Pick(WithBlanks).Split(' ');
        _random.Shuffle(words);
        return [.. words.Take(5).Select(word => AskedPart.Word(Varied(word))), AskedPart.Substring(Unspaced(2))];
    }

    private AskedPart OpenPhrase()
    {
        var words = Pick(WithBlanks).Split(' ');
        return AskedPart.OpenPhrase(words[_random.Next(words.Length)], Begun(words[_random.Next(words.Length)]));
    }

    private AskedPart Beginning() => AskedPart.Beginning(Begun(Word()));

    private string Begun(string word) => word[..(1 + _random.Next(word.Length))].Normalize(NormalizationForm.FormC);

    private int Year() => 1990 + _random.Next(35);

    private string Name() => _random.Next(4) == 0 ? Unspaced(2 + _random.Next(3)) : Pick(Pick(WithBlanks).Split(' '));

    private AskedPart Phrase()
    {
        var words = Pick(WithBlanks).Split(' ');
        return AskedPart.Phrase(words[_random.Next(words.Length)], words[_random.Next(words.Length)]);
    }

    private string Word() => Varied(Pick(Pick(WithBlanks).Split(' ')));

    private string Varied(string word) => _random.Next(3) switch
    {
        0 => word.ToUpperInvariant(),
        1 => word.Normalize(NormalizationForm.FormD),
        _ => word,
    };

    private string Sentence(int length)
    {
        // Of one or two scripts, so that words of one script meet.
        string[][] scripts = [Pick(WithBlanks).Split(' '), Pick(WithBlanks).Split(' ')];
        return string.Join(' ', Enumerable.Range(0, length).Select(_ => _random.Next(8) == 0 ? Unspaced(2 + _random.Next(5)) : Pick(Pick(scripts))));
    }

    private string Unspaced(int length)
    {
        var text = Pick(WithoutBlanks);
        var start = _random.Next(text.Length - length);
        return text.Substring(start, length);
    }

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];
}
