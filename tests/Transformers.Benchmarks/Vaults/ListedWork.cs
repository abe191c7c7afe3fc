using System.Globalization;

namespace Transformers.Benchmarks.Vaults;

/// <summary>Something that entries list.</summary>
/// <param name="Kind">Its tag, e.g. <c>PAPER</c>.</param>
/// <param name="Title">The title with authors and year, as curators cite: <c>Title (Author 2017)</c>.</param>
/// <param name="Url">Where it is.</param>
internal sealed record ListedWork(string Kind, string Title, string Url)
{
    /// <summary>How many names authors share; the first ones write most.</summary>
    private const int Names = 20_000;

    /// <summary>The work of a number, always the same one in the vaults of one seed.</summary>
    public static ListedWork At(ulong seed, long number)
    {
        var dice = Dice.For(seed, "work", number);
        var kind = dice.Fraction() switch { < .52 => "PAPER", < .83 => "CODE", < .90 => "TALK", < .95 => "COURSE", < .985 => "BOOK", < .995 => "THESIS/PHD", _ => "MODEL" };
        var title = Vocabulary.Capital(Vocabulary.Words(dice, dice.Between(3, 9)));
        if (dice.Happens(.15)) title = $"{Vocabulary.Name(dice, Names)}: {title}";
        if (dice.Happens(kind is "PAPER" or "BOOK" ? .9 : .3)) title += $" ({Authors(dice)}{2024 - dice.Rank(40)})";
        return new(kind, title, AddressOf(dice, kind, number));
    }

    private static string Authors(Dice dice) => dice.Fraction() switch
    {
        < .05 => "",
        < .75 => Vocabulary.Name(dice, Names) + " ",
        < .9 => $"{Vocabulary.Name(dice, Names)} and {Vocabulary.Name(dice, Names)} ",
        _ => $"{(char)('A' + dice.Below(26))}. {Vocabulary.Name(dice, Names)} et al. ",
    };

    private static string AddressOf(Dice dice, string kind, long number)
    {
        // The number makes the address the work's own.
        var unique = number.ToString(CultureInfo.InvariantCulture);
        return kind switch
        {
            "PAPER" when dice.Happens(.6) => string.Create(CultureInfo.InvariantCulture, $"https://arxiv.org/abs/{number / 100_000 % 100:00}{1 + dice.Below(12):00}.{number % 100_000:00000}"),
            "PAPER" when dice.Happens(.5) => $"https://doi.org/10.{dice.Between(1000, 1200)}/{Vocabulary.Any(dice)}.{unique}",
            "CODE" or "MODEL" => $"https://github.com/{Vocabulary.Any(dice)}{dice.Below(500)}/{Vocabulary.Any(dice)}-{unique}",
            "TALK" => $"https://www.youtube.com/watch?v={unique.PadLeft(11, 'a')}",
            _ => $"https://{Vocabulary.Any(dice)}{dice.Below(300)}.org/{Vocabulary.Any(dice)}/{unique}.html",
        };
    }
}
